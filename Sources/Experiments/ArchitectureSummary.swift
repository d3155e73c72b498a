public import Capacity
import Kernel
import Simulation
import Statistics

/// What the replications of one architecture come to.
public struct ArchitectureSummary: Sendable {
  /// Its name.
  public let name: String
  /// Whether it knows the future: a bound that others are measured against, and no choice.
  public let isBound: Bool
  /// The figures that have a value, in the order of `Metric.allCases`.
  public let summaries: [MetricSummary]
  /// The objectives in the order of the scenario.
  public let objectives: [ObjectiveResult]
  /// When it is overloaded; nil when it is not, or on single replications only.
  public let overload: Overload?
  /// The answered frames over all replications: the sample of every latency percentile.
  public let answered: Int64
  /// The captured frames over all replications.
  public let offered: Int64

  init(_ result: ArchitectureResult, scenario: Scenario, isShortHorizon: Bool) {
    name = result.architecture.name
    isBound = !result.architecture.clairvoyants.isEmpty
    let summaries = Metric.allCases.compactMap { metric in
      MetricSummary(metric: metric, values: result.values(of: metric))
    }
    self.summaries = summaries
    overload = Overload(result.replications)
    let answered = result.populations.reduce(0) { $0 + $1.latency.total.total }
    self.answered = answered
    offered = result.populations.reduce(0) { $0 + $1.offered }
    let beyond = summaries.first { $0.metric == .beyondCurve }?.mean ?? 0
    objectives = scenario.objectives.map { objective in
      let metric = objective.metric
      return ObjectiveResult(
        objective, of: summaries.first { $0.metric == metric },
        doubt: Self.doubt(
          metric, answered: answered, beyondCurve: beyond, isShortHorizon: isShortHorizon))
    }
  }

  /// The summary of one figure, or nil when no replication has a value.
  public subscript(metric: Metric) -> MetricSummary? {
    summaries.first { $0.metric == metric }
  }

  /// Whether a percentile rests on fewer than 100 frames beyond it.
  public func hasTooFewSamples(for metric: Metric) -> Bool {
    Self.hasTooFewSamples(answered, for: metric)
  }

  /// What is known against a figure of this architecture, whatever limit it is held against.
  func doubt(about metric: Metric) -> ObjectiveResult.Doubt? {
    guard self[metric] != nil else { return .noSample }
    return Self.doubt(
      metric, answered: answered, beyondCurve: self[.beyondCurve]?.mean ?? 0,
      isShortHorizon: false)
  }

  /// Over all objectives; an overloaded architecture fails whatever its figures say.
  public var verdict: Verdict {
    overload?.isDisqualifying == true ? .fails : .all(objectives.map(\.verdict))
  }

  private static func doubt(
    _ metric: Metric, answered: Int64, beyondCurve: Double, isShortHorizon: Bool
  ) -> ObjectiveResult.Doubt? {
    if answered > 0, hasTooFewSamples(answered, for: metric) { return .tooFewSamples }
    if metric.restsOnServiceCurve, beyondCurve > 0.1 { return .beyondCurve }
    return metric.isByTheMonth && isShortHorizon ? .shortHorizon : nil
  }

  private static func hasTooFewSamples(_ answered: Int64, for metric: Metric) -> Bool {
    guard let p = metric.percentile else { return false }
    // Rounded, because 10,000·(1 − 0.99) is a hair under 100.
    return Elementary.nearest(Double(answered) * (1 - p) * 1000) < 100_000
  }
}
