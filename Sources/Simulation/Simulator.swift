public import Capacity
import Kernel

/// Simulates one architecture of a scenario; any number of replications, from any thread.
public struct Simulator: Sendable {
  private let scenario: Scenario
  private let architecture: Architecture
  private let plan: DataPlan

  /// Compiles an architecture for simulation.
  ///
  /// The scenario must be one that its reader accepts: every pool's GPU has a curve, every
  /// autoscaler a pool.
  public init(_ scenario: Scenario, architecture: Architecture) {
    self.scenario = scenario
    self.architecture = architecture
    plan = DataPlan(scenario: scenario, architecture: architecture)
  }

  /// The architecture's name.
  public var name: String { architecture.name }

  /// Simulates replication `number`, from 0; nil when `checkpoint` says to stop.
  ///
  /// The result depends on the scenario, its seed and the number alone. `checkpoint` is called now
  /// and then with the share of the simulated time that has passed.
  public func run(
    replication number: Int, checkpoint: (_ share: Double) -> Bool = { _ in false }
  ) throws(RunFailure) -> ReplicationResult? {
    var replication = Replication(
      scenario: scenario, architecture: architecture, plan: plan, number: number,
      keepsExactLatencies: false)
    return try replication.run(checkpoint: checkpoint)
  }

  /// Simulates one replication and keeps every frame's latency in nanoseconds, unsorted, for
  /// comparison with exact values.
  package func runExactly(
    replication number: Int
  ) throws(RunFailure) -> (result: ReplicationResult, latencies: [Int64])? {
    var replication = Replication(
      scenario: scenario, architecture: architecture, plan: plan, number: number,
      keepsExactLatencies: true)
    guard let result = try replication.run(checkpoint: { _ in false }) else { return nil }
    let latencies = (0..<replication.tally.exactLatencies.count).map {
      replication.tally.exactLatencies[$0]
    }
    return (result, latencies)
  }
}
