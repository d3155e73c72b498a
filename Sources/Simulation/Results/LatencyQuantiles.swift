public import Kernel
import Statistics

/// Quantiles of the total latency of the frames answered in one interval.
///
/// A quantile is nil below one frame beyond it: 2 frames for the median, 20 for the 95th
/// percentile, 100 for the 99th.
public struct LatencyQuantiles: Hashable, Sendable {
  /// The median.
  public var p50: SimDuration?
  /// The 95th percentile.
  public var p95: SimDuration?
  /// The 99th percentile.
  public var p99: SimDuration?

  /// Quantiles as they are known; nil where too few frames were answered.
  package init(p50: SimDuration? = nil, p95: SimDuration? = nil, p99: SimDuration? = nil) {
    self.p50 = p50
    self.p95 = p95
    self.p99 = p99
  }

  init(_ histogram: Histogram) {
    let frames = histogram.total
    if frames >= 2 { p50 = histogram.quantile(0.5) }
    if frames >= 20 { p95 = histogram.quantile(0.95) }
    if frames >= 100 { p99 = histogram.quantile(0.99) }
  }
}
