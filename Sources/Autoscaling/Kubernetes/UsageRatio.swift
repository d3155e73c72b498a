/// How usage and target compare, as Kubernetes computes it: integer division first, then Doubles.
package struct UsageRatio: Hashable, Sendable {
  /// Usage over target.
  package var ratio: Double
  /// The usage that the target is of: percent, or thousandths of the unit.
  package var current: Int64
  /// The mean usage of a pod, in thousandths of the unit.
  package var raw: Int64

  /// The mean over samples, rounded towards zero, against its target.
  package static func average(
    usage: Int128, samples: Int, target: Int64
  ) throws(MetricFault) -> UsageRatio {
    if samples == 0 { throw .noMetrics }
    let mean = Int64(clamping: quotient(usage, Int128(samples)))
    return UsageRatio(ratio: Double(mean) / Double(target), current: mean, raw: mean)
  }

  /// The share of requests in use, in whole percent rounded towards zero, against its target.
  package static func utilization(
    usage: Int128, requests: Int128, pods: Int, targetPercent: Int64
  ) throws(MetricFault) -> UsageRatio {
    if requests == 0 { throw .noMetricsForKnownPods }
    let percent = Int64(Int32(clamping: quotient(usage * 100, requests)))
    return UsageRatio(
      ratio: Double(percent) / Double(targetPercent), current: percent,
      raw: Int64(clamping: quotient(usage, Int128(pods))))
  }

  /// A division that takes the short way when both numbers have 64 bits.
  private static func quotient(_ a: Int128, _ b: Int128) -> Int128 {
    if let short = Int64(exactly: a), let by = Int64(exactly: b), short != .min {
      return Int128(short / by)
    }
    return a / b
  }
}
