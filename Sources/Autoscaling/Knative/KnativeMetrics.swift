public import Kernel

/// The averages of the metric that a decision rests on.
public struct KnativeAverages: Hashable, Sendable {
  /// Over the stable window.
  public var stable: Double
  /// Over the panic window.
  public var panic: Double

  /// Averages of both windows, in the metric's unit.
  public init(stable: Double, panic: Double) {
    self.stable = stable
    self.panic = panic
  }
}

/// What was seen of a revision's metric, in the stable and in the panic window.
///
/// After `collector.go` of Knative Serving 1.23 (`pkg/autoscaler/metrics`).
public struct KnativeMetrics: Sendable {
  private var stable: MetricWindow
  private var panic: MetricWindow
  /// Whether the last scrape failed; until one succeeds there are no averages.
  private var hasFailed = false

  /// Empty windows in buckets of `granularity`, one second in Knative.
  public init(
    stableWindow: SimDuration, panicWindow: SimDuration, granularity: SimDuration = .seconds(1),
    averaging: MetricWindow.Averaging = .linear
  ) {
    stable = MetricWindow(span: stableWindow, granularity: granularity, averaging: averaging)
    panic = MetricWindow(span: panicWindow, granularity: granularity, averaging: averaging)
  }

  /// Takes in what was read at `time`, or nil when nothing could be read.
  public mutating func record(_ value: Double?, at time: SimTime) {
    hasFailed = value == nil
    guard let value else { return }
    stable.record(value, at: time)
    panic.record(value, at: time)
  }

  /// The averages at `now`; nil when the last scrape failed or the stable window is empty.
  public func averages(at now: SimTime) -> KnativeAverages? {
    guard !hasFailed, !stable.isEmpty(at: now) else { return nil }
    return KnativeAverages(stable: stable.average(at: now), panic: panic.average(at: now))
  }

  /// The panic window of a stable one: `percentage` of it (`panic-window-percentage`, 10 by
  /// default) to the nearest second, halves up, and at least one second.
  public static func panicWindow(stable: SimDuration, percentage: Double = 10) -> SimDuration {
    let exact = Int64(Double(stable.nanoseconds) * percentage / 100)
    let second = SimDuration.seconds(1).nanoseconds
    return .seconds(Swift.max(1, (exact + second / 2) / second))
  }
}
