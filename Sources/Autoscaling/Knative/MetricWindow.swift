public import Kernel

/// What was recorded in the last while, summed in buckets of time and averaged over them.
///
/// A ring of buckets. After `TimedFloat64Buckets` of Knative Serving 1.23
/// (`pkg/autoscaler/aggregation/bucketing.go`), with its oddities:
/// values of one bucket add up; an average divides by the buckets since the first value, not by
/// those of the whole window, until the window is full; buckets after the last value are left out
/// of the average, not counted as zero; after a whole window without a value it starts anew.
public struct MetricWindow: Sendable {
  /// How a window is averaged: `metric-aggregation-algorithm`.
  public enum Averaging: String, Hashable, Sendable, CaseIterable {
    /// Every bucket counts the same: `linear`, the default.
    case linear
    /// A bucket counts less the older it is: `weighted-exponential`.
    case weightedExponential = "weighted-exponential"
  }

  /// How the window is averaged.
  public let averaging: Averaging
  /// The time that the window spans; at least one bucket.
  public private(set) var span: SimDuration
  /// The time of one bucket; positive.
  public let granularity: SimDuration

  var buckets: [Double]
  /// The start of the last bucket that was written; nil before the first value.
  var last: SimTime?
  /// The start of the first bucket since the window was last empty.
  private var first: SimTime?
  /// The sum of all buckets.
  private var total = 0.0
  /// The weight of the newest bucket in a weighted average.
  var smoothing: Double

  /// An empty window; `granularity` must be positive and `span` at least as long.
  public init(
    span: SimDuration, granularity: SimDuration = .seconds(1), averaging: Averaging = .linear
  ) {
    precondition(
      granularity > .zero && span >= granularity, "a window spans one bucket or more")
    let count = Self.buckets(in: span, of: granularity)
    self.span = span
    self.granularity = granularity
    self.averaging = averaging
    buckets = [Double](repeating: 0, count: count)
    smoothing = Self.smoothingCoefficient(buckets: count)
  }

  /// Adds `value` to the bucket of `time`; one that is older than the window is ignored.
  public mutating func record(_ value: Double, at time: SimTime) {
    let bucket = start(of: time)
    if let last, bucket != last {
      guard bucket + span > last else { return }
      if bucket > last { advance(from: last, to: bucket) }
    }
    if first.map({ bucket < $0 }) ?? (bucket != last) { first = bucket }
    if last.map({ bucket > $0 }) ?? true { last = bucket }
    buckets[slot(of: index(of: bucket))] += value
    total += value
  }

  /// The average at `now`, to six decimals when linear; 0 without a value in the window.
  public func average(at now: SimTime) -> Double {
    averaging == .linear ? linearAverage(at: now) : weightedAverage(at: now)
  }

  /// Whether nothing was recorded in the window; a value exactly one window ago still counts.
  public func isEmpty(at now: SimTime) -> Bool {
    guard let last else { return true }
    return start(of: now) - last > span
  }

  /// The sum of what is in the window at `now`.
  public func sum(at now: SimTime) -> Double {
    guard let last, !isEmpty(at: now) else { return 0 }
    let newest = index(of: last)
    let count = buckets.count - Swift.max(0, Int(index(of: now) - newest))
    var sum = 0.0
    for age in 0..<Swift.max(0, count) { sum += buckets[slot(of: newest - Int64(age))] }
    return sum
  }

  /// Changes the window's length at `now`, keeping the newest buckets that fit.
  ///
  /// The average then divides as if the old window had been full, as in the original.
  public mutating func resize(to span: SimDuration, at now: SimTime) {
    guard span != self.span else { return }
    precondition(span >= granularity, "a window spans one bucket or more")
    let count = Self.buckets(in: span, of: granularity)
    let old = buckets
    let wasEmpty = isEmpty(at: now)
    buckets = [Double](repeating: 0, count: count)
    total = 0
    first = nil
    if let last, !wasEmpty {
      for age in 0..<Int64(Swift.min(count, old.count)) {
        let bucket = index(of: last) - age
        let value = old[Self.slot(of: bucket, in: old.count)]
        buckets[slot(of: bucket)] = value
        total += value
      }
      first = last - granularity * Int64(old.count - 1)
    }
    self.span = span
    smoothing = Self.smoothingCoefficient(buckets: count)
  }

  private mutating func advance(from last: SimTime, to bucket: SimTime) {
    guard bucket - last < span else {
      for slot in buckets.indices { buckets[slot] = 0 }
      total = 0
      first = bucket
      return
    }
    for index in (index(of: last) + 1)...index(of: bucket) {
      let slot = slot(of: index)
      total -= buckets[slot]
      buckets[slot] = 0
    }
  }

  private func linearAverage(at now: SimTime) -> Double {
    guard let last else { return 0 }
    let age = start(of: now) - last
    guard age < span else { return 0 }
    var sum = total
    var valid = buckets.count
    if age > .zero {
      let newest = index(of: last)
      let present = index(of: now)
      for index in (newest + 1)...present { sum -= buckets[slot(of: index)] }
      valid -= Int(present - newest)
    }
    if let first { valid = Swift.min(valid, Int(index(of: last) - index(of: first)) + 1) }
    return KnativeRounding.toSixDecimals(sum / Double(valid))
  }

  func start(of time: SimTime) -> SimTime {
    SimTime(nanoseconds: index(of: time) * granularity.nanoseconds)
  }

  func index(of time: SimTime) -> Int64 {
    let (quotient, rest) = time.nanoseconds.quotientAndRemainder(
      dividingBy: granularity.nanoseconds)
    return rest < 0 ? quotient - 1 : quotient
  }

  func slot(of index: Int64) -> Int { Self.slot(of: index, in: buckets.count) }

  private static func slot(of index: Int64, in count: Int) -> Int {
    let rest = Int(index % Int64(count))
    return rest < 0 ? rest + count : rest
  }

  private static func buckets(in span: SimDuration, of granularity: SimDuration) -> Int {
    Int((span.nanoseconds + granularity.nanoseconds - 1) / granularity.nanoseconds)
  }
}
