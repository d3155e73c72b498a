import Capacity
import Experiments
import Foundation

/// Why a check does not give a verdict: it would measure nothing.
enum CheckRefusals {
  private static let note =
    "  note: a limit that measures nothing would always pass, so headroom stops here\n"

  /// What speaks against scenarios before they are simulated.
  static func problems(of inputs: [CheckInput]) -> [String] {
    var problems: [String] = []
    var files: [String: String] = [:]
    for input in inputs {
      if input.scenario.objectives.isEmpty {
        problems.append(
          "error[no-objectives]: `\(input.scenario.name)` has no objectives to check\n"
            + "  \(input.file)\n  help: objectives: {p95_latency: <= 150ms, late_or_dropped: <= 1%}\n"
            + note)
      }
      if let other = files.updateValue(input.file, forKey: input.scenario.name) {
        problems.append(
          "error[duplicate-name]: two scenarios are called `\(input.scenario.name)`\n"
            + "  \(other)\n  \(input.file)\n")
      }
    }
    return problems
  }

  /// Ends the command when an objective or a stated tolerance has nothing to measure.
  static func require(_ check: Check, file: String, baseline: String?) throws {
    var problems = check.unmeasured.map { architecture, metric in
      "error[no-sample]: the objective on `\(metric.rawValue)` of `\(architecture)` has no sample "
        + "in any replication\n  \(file)\n"
    }
    problems += check.unrecorded.map { architecture, metric in
      "error[no-sample]: the baseline has no `\(metric.rawValue)` of `\(architecture)`\n"
        + "  \(baseline ?? "")\n  help: record it again with the same --tolerance and "
        + "--save-baseline\n"
    }
    if let baseline, check.architectures.allSatisfy(\.isNew) {
      problems.append(
        "error[baseline]: the baseline has none of the architectures of `\(check.origin.scenario)`\n"
          + "  \(baseline)\n")
    }
    guard problems.isEmpty else {
      throw Exit(Exit.couldNotStart, problems.joined(separator: "\n") + note)
    }
  }
}
