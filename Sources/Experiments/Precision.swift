public import Capacity
import Kernel
import Statistics

/// How narrow the intervals of some figures should be, and how far to go for it.
public struct Precision: Hashable, Sendable {
  /// The figures.
  public var metrics: [Metric]
  /// The half-width of each 95% interval relative to its mean, positive, such as 0.01.
  public var share: Double
  /// The most replications; at least `least`.
  public var cap: Int
  /// The fewest replications: fewer give no interval worth stopping at.
  public let least = 5

  /// A precision; by default of the monthly cost and the 95th percentile of latency.
  public init(
    share: Double, metrics: [Metric] = [.costPerMonth, .p95Latency], cap: Int = 1_000
  ) {
    self.share = share
    self.metrics = metrics
    self.cap = max(cap, least)
  }

  /// How narrow the widest of the intervals is; figures that are zero throughout count as known.
  func outcome(of comparison: Comparison) -> PrecisionOutcome {
    var outcome = PrecisionOutcome(
      asked: share, widest: 0, metric: metrics.first ?? .costPerMonth, architecture: "", cap: cap)
    for result in comparison.results {
      for metric in metrics {
        guard let summary = MetricSummary(metric: metric, values: result.values(of: metric)),
          let halfWidth = summary.interval.halfWidth, halfWidth > 0
        else { continue }
        let width = summary.mean == 0 ? Double.infinity : halfWidth / summary.mean.magnitude
        guard width > outcome.widest else { continue }
        outcome.widest = width
        outcome.metric = metric
        outcome.architecture = result.architecture.name
      }
    }
    return outcome
  }

  /// The next number of replications: what today's spread asks for and a tenth more, at least two
  /// more, at most four times as many.
  func nextTarget(after count: Int, _ outcome: PrecisionOutcome) -> Int {
    let ratio = min(outcome.widest / share, 2)
    let wanted = Elementary.ceiling(Double(count) * ratio * ratio * 1.1)
    return min(max(Int(wanted), count + 2), cap)
  }
}

/// How narrow the intervals became.
public struct PrecisionOutcome: Hashable, Sendable {
  /// The half-width asked for, relative to the mean.
  public var asked: Double
  /// The widest half-width that there is, relative to its mean.
  public var widest: Double
  /// Of which figure.
  public var metric: Metric
  /// Of which architecture.
  public var architecture: String
  /// The most replications allowed.
  public var cap: Int

  /// How narrow the intervals became, as it was told.
  package init(
    asked: Double, widest: Double, metric: Metric, architecture: String, cap: Int
  ) {
    self.asked = asked
    self.widest = widest
    self.metric = metric
    self.architecture = architecture
    self.cap = cap
  }

  /// Whether every figure is known as precisely as asked.
  public var isReached: Bool { widest <= asked }
}
