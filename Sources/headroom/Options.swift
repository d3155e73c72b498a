import ArgumentParser
import Capacity
import Experiments
import Foundation
import Reports
import ScenarioFiles

/// Whether the screen is coloured.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// How the result is written to standard output.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, markdown
}

/// A scenario with all that it was read from.
struct ReadScenario {
  var scenario: Scenario
  /// The scenario file as it was when it was read.
  var text: String
  /// The files that it names.
  var inputs: [ScenarioInput]
}

/// Which scenario, and what to change in it.
struct ScenarioOptions: ParsableArguments {
  @Argument(help: "The scenario file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Option(
    name: .customLong("set"), parsing: .singleValue,
    help: ArgumentHelp(
      "Change a value, as demand.meetings.deadline=80ms.",
      valueName: "path=value"))
  var overrides: [String] = []

  @Option(help: ArgumentHelp("Problems in full, or a line each.", valueName: "how"))
  var errors: ErrorStyle = .text

  enum ErrorStyle: String, ExpressibleByArgument, CaseIterable {
    case text, concise
  }

  /// Reads the scenario and its text, or ends with every problem on standard error.
  func read(adding more: [String] = []) throws -> ReadScenario {
    try Self.read(file, overrides: overrides + more, errors: errors)
  }

  /// Reads one scenario with its text and the files that it names, or ends with every problem on standard error.
  static func read(
    _ file: String, overrides: [String], errors: ErrorStyle
  ) throws -> ReadScenario {
    do {
      var text = ""
      var inputs: [ScenarioInput] = []
      let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
      let reader = ScenarioReader { (path) throws(FileProblem) -> [UInt8] in
        let found = try LocalFile.read(path: path)
        let content = String(decoding: found, as: UTF8.self)
        let name = path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
        if path == file {
          text = content
        } else if !inputs.contains(where: { $0.path == name }) {
          inputs.append(ScenarioInput(path: name, text: content))
        }
        return found
      }
      let scenario = try reader.read(
        path: file, overrides: overrides.map { Override($0) })
      return ReadScenario(scenario: scenario, text: text, inputs: inputs)
    } catch {
      if Console.environment("GITHUB_ACTIONS") == "true" { Console.error(error.annotations) }
      throw Exit(
        Exit.couldNotStart,
        errors == .concise ? error.concise : error.description + "\n" + error.whereToReadOn)
    }
  }
}

/// How much to simulate.
struct RunOptions: ParsableArguments {
  @Option(
    parsing: .singleValue,
    help: ArgumentHelp("Simulate this architecture only; may be repeated.", valueName: "name"),
    completion: .architectures)
  var only: [String] = []

  @Option(help: ArgumentHelp("The seed, instead of the scenario's.", valueName: "n"))
  var seed: UInt64?

  @Option(help: ArgumentHelp("How many, instead of the scenario's.", valueName: "n"))
  var replications: Int?

  @Option(help: ArgumentHelp("How many threads; default: one for each core.", valueName: "n"))
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("--jobs must be from 1 to 1024")
    }
  }

  /// The options as changes of the scenario, so that the reader checks them.
  var overrides: [String] {
    [seed.map { "seed=\($0)" }, replications.map { "replications=\($0)" }].compactMap { $0 }
  }

  /// The number of threads.
  var threads: Int { jobs ?? max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// The scenario with the chosen architectures only.
  func choose(from scenario: Scenario) throws -> Scenario {
    guard !only.isEmpty else { return scenario }
    let names = scenario.architectures.map(\.name)
    for name in only where !names.contains(name) {
      throw Exit(
        Exit.couldNotStart,
        "error[unknown-name]: `\(name)` is not an architecture of this scenario\n"
          + "  --only \(name)\n  help: it has \(names.joined(separator: ", "))\n")
    }
    var chosen = scenario
    chosen.architectures = scenario.architectures.filter { only.contains($0.name) }
    return chosen
  }
}

/// Where results go and how they look.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The directory; default: notebooks-out/<scenario>.", valueName: "dir"))
  var out: String?

  @Flag(help: "Write no files.")
  var noFiles = false

  @Option(help: ArgumentHelp(valueName: "as"))
  var format: OutputFormat = .text

  @Flag(help: "Short for --format json.")
  var json = false

  @Flag(name: .shortAndLong, help: "Print the answer sentence only.")
  var quiet = false

  @Flag(help: "No pictures, one record a line.")
  var plain = false

  @Option(help: ArgumentHelp(valueName: "when"))
  var color: ColorChoice = .auto

  /// The directory for a scenario's results, or nil; one architecture alone has its own, so that
  /// it does not replace the comparison.
  func directory(for scenario: Scenario, alone architecture: String? = nil) -> String? {
    let suffix = architecture.map { ".\($0)" } ?? ""
    return noFiles ? nil : out ?? "notebooks-out/\(scenario.name)\(suffix)"
  }
}
