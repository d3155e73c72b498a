import ArgumentParser
import Reports

/// Simulates every architecture of a scenario under the same users.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Simulate each architecture; say which serves best.",
    discussion: """
      headroom compare avatar.yaml
      headroom compare avatar.yaml --only scaled --replications 160
      headroom compare avatar.yaml --set architectures.scaled.pools.main.max=20
      """)

  @OptionGroup var scenario: ScenarioOptions
  @OptionGroup var simulation: RunOptions
  @OptionGroup var precision: PrecisionOptions
  @OptionGroup var output: OutputOptions

  func run() async throws {
    let source = try scenario.read(adding: simulation.overrides)
    let read = try simulation.choose(from: source.scenario)
    let execute = Execution(
      file: scenario.file, source: source, overrides: scenario.overrides + simulation.overrides,
      options: simulation, precision: precision, output: output)
    try await execute(read, directory: output.directory(for: read)) { report, style, facts in
      report.terminal(style: style, facts: facts)
    }
  }
}
