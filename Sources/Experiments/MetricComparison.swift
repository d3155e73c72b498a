public import Capacity
public import Statistics

/// One figure of a candidate against the baseline, pair by pair.
public struct MetricComparison: Hashable, Sendable {
  /// The baseline: an index into the comparison's results.
  public let baseline: Int
  /// The candidate: an index into the comparison's results.
  public let candidate: Int
  /// Which figure.
  public let metric: Metric
  /// Candidate minus baseline.
  public let pairs: PairedComparison

  /// Compares two results over the replications in which both have a value; nil without any.
  public init?(
    _ metric: Metric, baseline: Int, candidate: Int, results: [ArchitectureResult]
  ) {
    var left: [Double] = []
    var right: [Double] = []
    for (a, b) in zip(results[baseline].replications, results[candidate].replications) {
      precondition(a.replication == b.replication, "pairs are of the same replication")
      guard let x = a.metrics[metric], let y = b.metrics[metric] else { continue }
      left.append(x)
      right.append(y)
    }
    guard let pairs = PairedComparison(baseline: left, candidate: right) else { return nil }
    self.baseline = baseline
    self.candidate = candidate
    self.metric = metric
    self.pairs = pairs
  }

  /// The probability that the candidate is better; nil when neither direction is.
  public var probabilityBetter: Double? {
    metric.lowerIsBetter.flatMap { pairs.probabilityBetter(lowerIsBetter: $0) }
  }
}
