import Capacity
import Experiments
import Foundation
import Reports
import ScenarioFiles
import Simulation

/// One run from the scenario file to screen and files; what `compare` and `run` share.
struct Execution {
  let file: String
  /// What the scenario was read from.
  let source: ReadScenario
  /// What the command line changes in it.
  let overrides: [String]
  let options: RunOptions
  var precision: PrecisionOptions?
  let output: OutputOptions

  /// Simulates, writes the files, prints what `screen` makes of the report.
  func callAsFunction(
    _ scenario: Scenario, directory: String?, screen: (Report, Style, RunFacts) -> String
  ) async throws {
    if let directory { try Self.checkWritable(directory) }
    Interruption.listen()
    let progress = ProgressDisplay(isQuiet: output.quiet)
    let comparison = try await Self.simulate(
      scenario, file: file, threads: options.threads,
      precision: try precision?.chosen(), progress)
    progress.finish()
    if comparison.isPartial, comparison.replications < 3 {
      throw Exit(
        Interruption.status,
        "stopped: \(comparison.replications) of \(scenario.replications) replications were done "
          + "for every architecture, and a result needs 3. Nothing written.\n")
    }
    let report = Report(
      comparison: comparison, scenarioText: source.text, inputs: source.inputs,
      overrides: overrides, version: Product.version)
    var facts = RunFacts(
      scenarioPath: file, elapsedSeconds: progress.elapsedSeconds,
      threads: options.threads)
    if let directory { facts.outputDirectory = try Self.write(report, to: directory) }
    Console.output(render(report, facts, screen))
    if comparison.isPartial { throw Exit(Interruption.status) }
  }

  /// Simulates all architectures of a scenario; a broken law ends the command.
  static func simulate(
    _ scenario: Scenario, file: String, threads: Int, precision: Precision? = nil,
    _ progress: ProgressDisplay
  ) async throws -> Comparison {
    do {
      return try await Runner(scenario, jobs: threads)
        .run(precision: precision, stop: Interruption.stop) { progress.show($0) }
    } catch {
      progress.finish()
      switch error {
      case .broken(let violation):
        throw Exit(Exit.bug, words(for: violation, file: file, scenario.seed))
      case .billTooLarge(let architecture):
        throw Exit(
          Exit.couldNotStart,
          "error[range]: the bill of `\(architecture)` passes nine billion dollars, the most that "
            + "can be told to the nanodollar\n"
            + "  help: a price of \(file) is too high, or its span too long\n")
      }
    }
  }

  private func render(
    _ report: Report, _ facts: RunFacts, _ screen: (Report, Style, RunFacts) -> String
  ) -> String {
    if output.quiet { return report.headline + "\n" }
    if output.plain { return report.plain() }
    switch output.json ? .json : output.format {
    case .json: return report.json()
    case .markdown: return report.markdown()
    case .text: return screen(report, Console.style(color: output.color), facts)
    }
  }

  private static func write(_ report: Report, to directory: String) throws -> String {
    do {
      return try ReportFiles.write(report, to: directory)
    } catch {
      throw unwritable(directory)
    }
  }

  /// Finds out before the simulation, not after it.
  static func checkWritable(_ directory: String) throws {
    let files = FileManager.default
    var path = directory
    while !path.isEmpty, !files.fileExists(atPath: path) {
      path = (path as NSString).deletingLastPathComponent
    }
    var isDirectory = ObjCBool(false)
    let nearest = path.isEmpty ? "." : path
    guard unsafe files.fileExists(atPath: nearest, isDirectory: &isDirectory),
      isDirectory.boolValue, files.isWritableFile(atPath: nearest)
    else { throw unwritable(directory) }
  }

  /// The end of a command that cannot write.
  static func unwritable(_ directory: String) -> Exit {
    Exit(
      Exit.couldNotStart,
      "error[output]: cannot write to `\(directory)`\n"
        + "  help: choose another place with --out DIR, or --no-files\n")
  }

  private static func words(
    for violation: ConservationViolation, file: String, _ seed: UInt64
  ) -> String {
    let law =
      switch violation.law {
      case .frames(let population, let offered, let accounted):
        "\(offered) frames of \(population) came, \(accounted) are accounted for"
      case .instanceTime(let pool, let lived, let billed):
        "instances of \(pool) lived \(lived) s, \(billed) s are billed"
      }
    return """
      headroom has a bug: \(law)
        \(violation.architecture), replication \(violation.replication), seed \(seed). \
      Nothing written; older results are intact.
        repeat: headroom compare \(file) --only \(violation.architecture) --seed \(seed)

      """
  }
}
