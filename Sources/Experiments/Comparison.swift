public import Capacity
public import Kernel
public import Simulation
import Statistics

/// The results of all architectures of a scenario under the same users.
public struct Comparison: Sendable {
  /// What was asked.
  public var scenario: Scenario
  /// One for each architecture simulated, in the order of the scenario.
  public var results: [ArchitectureResult]
  /// Whether the run was stopped early; then each architecture has the same, fewer replications.
  public var isPartial: Bool
  /// The number of replications that every architecture has.
  public var replications: Int
  /// The warm-up that a pilot asks for, or nil when none was made or none settled.
  public var suggestedWarmUp: SimDuration?
  /// What became of the precision that was asked for, if any.
  public var precision: PrecisionOutcome?

  /// Results of a scenario.
  public init(
    scenario: Scenario, results: [ArchitectureResult], isPartial: Bool, replications: Int
  ) {
    self.scenario = scenario
    self.results = results
    self.isPartial = isPartial
    self.replications = replications
  }
}

/// One architecture over all replications.
public struct ArchitectureResult: Sendable {
  /// The architecture.
  public var architecture: Architecture
  /// Replication by replication, in order of their numbers, without latency histograms.
  public var replications: [ReplicationDigest]
  /// By population, over all replications.
  public var populations: [PopulationResult]

  /// One architecture over all replications.
  public init(
    architecture: Architecture, replications: [ReplicationDigest],
    populations: [PopulationResult]
  ) {
    self.architecture = architecture
    self.replications = replications
    self.populations = populations
  }

  /// The values of a metric, one for each replication that has one, in order.
  public func values(of metric: Metric) -> [Double] {
    replications.compactMap { $0.metrics[metric] }
  }
}

/// One replication, with quantiles in place of histograms.
public struct ReplicationDigest: Sendable {
  /// The number of the replication, from 0.
  public var replication: Int
  /// The summary figures.
  public var metrics: [Metric: Double]
  /// By population in the order of the scenario: part, then quantile, in the order of
  /// `LatencyParts.Part.allCases` and `ReplicationDigest.quantiles`; nil without a sample.
  public var quantiles: [[[SimDuration?]]]
  /// By reporting interval.
  public var timeline: [TimelineRow]
  /// Every instance.
  public var instances: [InstanceLife]
  /// Every decision.
  public var decisions: [Decision]
  /// Every charge.
  public var ledger: [LedgerLine]
  /// What was used of pools with reserved instances.
  public var reservable: [ReservableUse] = []

  /// The quantiles that are kept of each replication.
  public static let quantiles: [Double] = [0.5, 0.9, 0.95, 0.99, 0.999]

  /// Takes the quantiles of a result and lets its histograms go.
  public init(_ result: ReplicationResult) {
    replication = result.replication
    metrics = result.metrics
    quantiles = result.populations.map { population in
      LatencyParts.Part.allCases.map { part in
        let histogram = population.latency[part]
        return Self.quantiles.map { histogram.quantile($0) }
      }
    }
    timeline = result.timeline
    instances = result.instances
    decisions = result.decisions
    ledger = result.ledger
    reservable = result.reservable
  }

  /// One replication of the given figures.
  package init(
    replication: Int, metrics: [Metric: Double], quantiles: [[[SimDuration?]]],
    timeline: [TimelineRow], instances: [InstanceLife], decisions: [Decision],
    ledger: [LedgerLine]
  ) {
    self.replication = replication
    self.metrics = metrics
    self.quantiles = quantiles
    self.timeline = timeline
    self.instances = instances
    self.decisions = decisions
    self.ledger = ledger
  }
}
