import Kernel

/// The exponentially weighted average of a window: `WeightedFloat64Buckets`.
extension MetricWindow {
  /// The weight of the newest of `buckets` buckets: so much that all of them weigh 0.9999
  /// together, and at least 0.2.
  public static func smoothingCoefficient(buckets: Int) -> Double {
    Swift.max(1 - Elementary.pow(1 - 0.9999, 1 / Double(buckets)), 0.2)
  }

  /// The average in which a bucket weighs `smoothing` and each older one (1 - smoothing) times as
  /// much as the next; buckets after the last value count as zeros.
  func weightedAverage(at now: SimTime) -> Double {
    guard let last, !isEmpty(at: now) else { return 0 }
    let newest = index(of: last)
    let missing = Swift.max(0, index(of: now) - newest)
    var weight = smoothing
    if missing > 0 { weight *= Elementary.pow(1 - smoothing, Double(missing)) }
    var average = 0.0
    var slot = slot(of: newest)
    for _ in 0..<Swift.max(0, buckets.count - Int(missing)) {
      average += buckets[slot] * weight
      weight *= 1 - smoothing
      slot = slot == 0 ? buckets.count - 1 : slot - 1
    }
    return average
  }
}
