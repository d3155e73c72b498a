import ArgumentParser
import Capacity

/// Reads a scenario and says what it found.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Read a scenario, report every problem in it.",
    discussion: """
      headroom validate avatar.yaml
      headroom validate avatar.yaml --errors concise
      headroom validate avatar.yaml --set demand.users.deadline=80ms
      """)

  @OptionGroup var options: ScenarioOptions

  func run() throws {
    let scenario = try options.read().scenario
    let parts = [
      Self.count(scenario.populations.count, "population"),
      Self.count(scenario.architectures.count, "architecture"),
      Self.count(scenario.objectives.count, "objective"),
      Self.count(scenario.replications, "replication"),
    ]
    Console.output("\(options.file): good: \(parts.joined(separator: ", "))\n")
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
