import Capacity
import Kernel
import Simulation

/// Something whose speed is of interest: a name and a run that returns how many items it did.
struct BenchmarkCase {
  /// The name on the command line.
  let name: String
  /// What an item is.
  let unit: String
  private let run: () throws -> Int

  /// A case with a run of its own.
  init(_ name: String, unit: String, run: @escaping () throws -> Int) {
    self.name = name
    self.unit = unit
    self.run = run
  }

  /// A case that simulates one replication; items are frames.
  init(_ name: String, _ scenario: Scenario) {
    let simulator = Simulator(scenario, architecture: scenario.architectures[0])
    self.init(name, unit: "frames") {
      guard let result = try simulator.run(replication: 0) else { return 0 }
      return result.populations.reduce(0) { $0 + Int($1.offered) }
    }
  }

  /// Runs once; the items done and the seconds it took.
  func measure() throws -> (items: Int, seconds: Double) {
    let clock = ContinuousClock()
    let start = clock.now
    let items = try run()
    return (items, (clock.now - start) / .seconds(1))
  }
}
