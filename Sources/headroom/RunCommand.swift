import ArgumentParser
import Capacity
import Reports

/// Simulates one architecture and shows where its time, frames and money went.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Simulate one architecture; show where money goes.",
    discussion: """
      headroom run avatar.yaml --only scaled
      headroom run avatar.yaml --only scaled --replications 40
      headroom run avatar.yaml --only scaled --plain
      """)

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var simulation: RunOptions
  @OptionGroup var precision: PrecisionOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let source = try scenario.read(adding: simulation.overrides)
    let read = try simulation.choose(from: source.scenario)
    guard read.architectures.count == 1 else {
      let names = read.architectures.map(\.name).joined(separator: ", ")
      throw Exit(
        Exit.couldNotStart,
        "error[which]: `run` simulates one architecture, and this scenario has \(names)\n"
          + "  help: headroom run \(scenario.file) --only \(read.architectures[0].name)\n"
          + "        or all of them: headroom compare \(scenario.file)\n")
    }
    let execute = Execution(
      file: scenario.file, source: source, overrides: scenario.overrides + simulation.overrides,
      options: simulation, precision: precision, output: output)
    try await execute(
      read, directory: output.directory(for: read, alone: read.architectures[0].name)
    ) { report, style, facts in report.runScreen(style: style, facts: facts) }
  }
}
