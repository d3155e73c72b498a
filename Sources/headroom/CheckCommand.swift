import ArgumentParser
import Capacity
import Experiments
import Foundation
import Reports

/// Holds scenarios against their objectives and a baseline: a gate for CI.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether every objective holds; for CI.",
    discussion: """
      headroom check avatar.yaml
      headroom check scenarios/*.yaml --junit junit.xml --summary summary.md
      headroom check avatar.yaml --save-baseline avatar.baseline.json
      headroom check avatar.yaml --baseline avatar.baseline.json --tolerance cost=1%
      """)

  @OptionGroup var scenario: CheckScenarioOptions
  @OptionGroup var simulation: RunOptions
  @OptionGroup var gate: GateOptions
  @OptionGroup var output: CheckOutputOptions

  func run() async throws {
    let tolerances = try gate.tolerances()
    let scenarios = try readAll()
    let baselines = try BaselineStore(gate.baseline, of: scenarios.map(\.scenario))
      .readAll()
    let targets = CheckTargets(
      scenarios.map(\.scenario), inputs: scenarios.map(\.file), gate: gate, output: output)
    try targets.check()
    Interruption.listen()
    var reports: [CheckReport] = []
    var elapsed = 0.0
    for (index, entry) in scenarios.enumerated() {
      let progress = ProgressDisplay(isQuiet: output.quiet)
      let comparison = try await Execution.simulate(
        entry.scenario, file: entry.file, threads: simulation.threads, progress)
      progress.finish()
      elapsed += progress.elapsedSeconds
      try requireWhole(comparison)
      let report = Report(
        comparison: comparison, scenarioText: entry.text,
        overrides: scenario.overrides + simulation.overrides, version: Product.version)
      let checked = CheckReport(report, baseline: baselines?[index], tolerances: tolerances)
      try CheckRefusals.require(checked.check, file: entry.file, baseline: gate.baseline)
      reports.append(checked)
    }
    let suite = CheckSuite(reports, unsettled: gate.unsettled.meaning, version: Product.version)
    var facts = CheckFacts(
      scenarioPaths: scenario.files, baselinePath: gate.baseline, threads: simulation.threads)
    facts.elapsedSeconds = elapsed
    (facts.files, facts.savedPaths) = try targets.write(suite)
    Console.output(render(suite, facts))
    if suite.exitStatus != 0 { throw Exit(suite.exitStatus) }
  }

  private func render(_ suite: CheckSuite, _ facts: CheckFacts) -> String {
    if output.quiet { return suite.headline + "\n" }
    switch output.format {
    case .json: return suite.json()
    case .markdown: return suite.markdown()
    case .text: return suite.terminal(style: Console.style(color: output.color), facts: facts)
    }
  }

  /// A gate judges what was asked for, never a part of it.
  private func requireWhole(_ comparison: Comparison) throws {
    guard comparison.isPartial else { return }
    throw Exit(
      Interruption.status,
      "stopped: \(comparison.replications) of \(comparison.scenario.replications) replications "
        + "of \(comparison.scenario.name) were done. A check judges all of them or none. "
        + "Nothing written.\n")
  }
}

/// A scenario that was read, with its file.
struct CheckInput {
  var file: String
  var scenario: Scenario
  var text: String
}

extension CheckCommand {
  /// Reads all scenarios, or ends with the problems of all of them.
  private func readAll() throws -> [CheckInput] {
    var inputs: [CheckInput] = []
    var problems: [String] = []
    for file in scenario.files {
      do {
        let read = try ScenarioOptions.read(
          file, overrides: scenario.overrides + simulation.overrides, errors: scenario.errors)
        inputs.append(CheckInput(file: file, scenario: read.scenario, text: read.text))
      } catch let stop as Exit {
        problems.append(stop.message)
      }
    }
    if problems.isEmpty {
      problems = CheckRefusals.problems(of: inputs)
    }
    guard problems.isEmpty else {
      throw Exit(Exit.couldNotStart, problems.joined(separator: "\n"))
    }
    return try choose(from: inputs)
  }

  /// The chosen architectures of each; a name may be of one scenario only, but every scenario must
  /// keep something to check.
  private func choose(from inputs: [CheckInput]) throws -> [CheckInput] {
    guard inputs.count > 1, !simulation.only.isEmpty else {
      return try inputs.map { input in
        var input = input
        input.scenario = try simulation.choose(from: input.scenario)
        return input
      }
    }
    let names = Set(inputs.flatMap { $0.scenario.architectures.map(\.name) })
    if let unknown = simulation.only.first(where: { !names.contains($0) }) {
      throw Exit(
        Exit.couldNotStart,
        "error[unknown-name]: `\(unknown)` is not an architecture of any scenario\n"
          + "  --only \(unknown)\n")
    }
    return try inputs.map { input in
      var input = input
      input.scenario.architectures.removeAll { !simulation.only.contains($0.name) }
      guard !input.scenario.architectures.isEmpty else {
        throw Exit(
          Exit.couldNotStart,
          "error[nothing-to-check]: --only leaves no architecture of `\(input.scenario.name)`\n"
            + "  \(input.file)\n")
      }
      return input
    }
  }
}
