public import Capacity

extension Metric {
  /// Whether less of it is better; nil when neither more nor less is.
  public var lowerIsBetter: Bool? {
    switch self {
    case .framesServed: false
    case .framesOffered, .utilization, .meanBatch, .meanUsers, .maxUsers: nil
    default: true
    }
  }

  /// The probability of the quantile that it is, or nil for other figures.
  public var percentile: Double? {
    switch self {
    case .p50Latency: 0.5
    case .p90Latency: 0.9
    case .p95Latency, .p95Wait: 0.95
    case .p99Latency: 0.99
    case .p999Latency: 0.999
    default: nil
    }
  }

  /// Whether it follows from the service curve, so that it is doubtful beyond the curve.
  var restsOnServiceCurve: Bool { unit == .milliseconds }
}
