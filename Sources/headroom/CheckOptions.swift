import ArgumentParser
import Capacity
import Experiments
import Reports

/// What becomes of a check in which nothing fails and something is open.
enum UnsettledChoice: String, ExpressibleByArgument, CaseIterable {
  case fail, pass, tell

  var meaning: CheckSuite.Unsettled {
    switch self {
    case .fail: .fail
    case .pass: .pass
    case .tell: .tell
    }
  }
}

/// Which scenarios, and what to change in all of them.
struct CheckScenarioOptions: ParsableArguments {
  @Argument(help: "The scenario files.", completion: .file(extensions: ["yaml", "yml"]))
  var files: [String]

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp("Change a value of every scenario.", valueName: "path=value"))
  var overrides: [String] = []

  @Option(help: ArgumentHelp("Problems in full, or a line each.", valueName: "how"))
  var errors: ScenarioOptions.ErrorStyle = .text
}

/// What a check is held against besides the objectives, and what an open verdict counts as.
struct GateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Fail on a regression; of several scenarios a directory.",
      valueName: "file"))
  var baseline: String?

  @Option(
    help: ArgumentHelp(
      "Record figures for later; of several a directory.",
      valueName: "file"))
  var saveBaseline: String?

  @Option(
    parsing: .singleValue,
    help: ArgumentHelp(
      "How much worse a metric may get; points for shares.", valueName: "metric=5%"),
    completion: .list(Metric.allCases.map { "\($0.rawValue)=" }))
  var tolerance: [String] = []

  @Option(help: ArgumentHelp("What open verdicts do.", valueName: "what"))
  var unsettled: UnsettledChoice = .tell

  /// The tolerances, or the end of the command.
  func tolerances() throws -> CheckTolerances {
    var tolerances = CheckTolerances()
    guard tolerance.isEmpty || baseline != nil || saveBaseline != nil else {
      throw Exit(
        Exit.couldNotStart,
        "error[tolerance]: --tolerance measures nothing without --baseline\n"
          + "  note: a limit that measures nothing would always pass, so headroom stops here\n")
    }
    for text in tolerance {
      do {
        try ToleranceText.read(text, into: &tolerances)
      } catch {
        throw Exit(Exit.couldNotStart, "error[tolerance]: \(error.text)\n  --tolerance \(text)\n")
      }
    }
    return tolerances
  }
}

/// Where verdicts go and how they look.
struct CheckOutputOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Write JUnit XML here too.", valueName: "file"))
  var junit: String?

  @Option(help: ArgumentHelp("Write JSON here too.", valueName: "file"))
  var json: String?

  @Option(help: ArgumentHelp("Write Markdown here too.", valueName: "file"))
  var summary: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The directory; default: notebooks-out/<scenario>.", valueName: "dir"))
  var out: String?

  @Flag(help: "Write no files but those that other options name.")
  var noFiles = false

  @Option(help: ArgumentHelp(valueName: "as"))
  var format: OutputFormat = .text

  @Flag(name: .shortAndLong, help: "Print the verdict sentence only.")
  var quiet = false

  @Option(help: ArgumentHelp(valueName: "when"))
  var color: ColorChoice = .auto

  /// The directory for one of `count` scenarios, or nil.
  func directory(for scenario: String, of count: Int) -> String? {
    if noFiles { return nil }
    guard let out else { return "notebooks-out/\(scenario)" }
    return count == 1 ? out : "\(out)/\(scenario)"
  }
}
