public import Capacity
public import Statistics

/// One figure of one architecture over the replications.
public struct MetricSummary: Hashable, Sendable {
  /// Which figure.
  public let metric: Metric
  /// The values of the replications that have one, in their order; at least one.
  public let values: [Double]
  /// The mean and its 95% interval.
  public let interval: StudentInterval
  /// The 5th percentile over replications.
  public let p05: Double
  /// The median over replications.
  public let p50: Double
  /// The 95th percentile over replications.
  public let p95: Double
  /// Between which order statistics each of the three lies, at 95%; nil with too few replications.
  public let p05Interval: OrderStatisticInterval?
  /// As `p05Interval`, of the median.
  public let p50Interval: OrderStatisticInterval?
  /// As `p05Interval`, of the 95th percentile.
  public let p95Interval: OrderStatisticInterval?

  /// The summary of `values`, or nil of none.
  public init?(metric: Metric, values: [Double]) {
    let sorted = SortedSample(values)
    guard let interval = StudentInterval(values), let p05 = sorted.quantile(0.05),
      let p50 = sorted.quantile(0.5), let p95 = sorted.quantile(0.95)
    else { return nil }
    self.metric = metric
    self.values = values
    self.interval = interval
    self.p05 = p05
    self.p50 = p50
    self.p95 = p95
    p05Interval = OrderStatisticInterval(sorted, quantile: 0.05)
    p50Interval = OrderStatisticInterval(sorted, quantile: 0.5)
    p95Interval = OrderStatisticInterval(sorted, quantile: 0.95)
  }

  /// The mean over replications, in the metric's unit.
  public var mean: Double { interval.mean }
}
