public import Kernel

/// Counts of durations in buckets of equal relative width, exact to merge.
///
/// Log-linear: each power of two is cut into 128 buckets, so a bucket is at most 1/128 of its
/// value wide (below 128 ns a bucket is one nanosecond). After Tene's HdrHistogram.
public struct Histogram: Sendable, Hashable {
  /// How often each bucket was hit; the index of a duration is `bucket(of:)`.
  public private(set) var counts: [Int64]
  /// The sum of all durations recorded, in nanoseconds, modulo 2^64 in the low word.
  private var sumLow: UInt64 = 0
  private var sumHigh: UInt64 = 0

  /// Sub-buckets of a power of two, as a power of two.
  @usableFromInline static let precisionBits = 7
  /// The number of buckets: durations up to 2^47 ns (39 hours) are told apart.
  public static let bucketCount = (48 - precisionBits) << precisionBits

  /// A histogram of nothing.
  public init() {
    counts = [Int64](repeating: 0, count: Self.bucketCount)
  }

  /// A histogram of counts by bucket, `bucketCount` of them, and the sum of what was counted in
  /// nanoseconds as two words.
  public init(counts: [Int64], sumOfNanoseconds sum: (low: UInt64, high: UInt64)) {
    precondition(counts.count == Self.bucketCount, "a count for each bucket")
    self.counts = counts
    sumLow = sum.low
    sumHigh = sum.high
  }

  /// The bucket of a duration; negative ones count as zero, very long ones in the last.
  @inlinable @inline(__always)
  public static func bucket(of duration: SimDuration) -> Int {
    let value = Swift.max(duration.nanoseconds, 0)
    // Below 2^precisionBits the exponent is 0, so the index is the value itself.
    let leading = (value | 1 << precisionBits).leadingZeroBitCount
    let exponent = 63 &- precisionBits &- leading
    let index = exponent &<< precisionBits &+ Int(truncatingIfNeeded: value &>> exponent)
    return Swift.min(index, bucketCount &- 1)
  }

  /// The shortest duration of a bucket.
  public static func lowerBound(ofBucket bucket: Int) -> SimDuration {
    let size = 1 << precisionBits
    if bucket < size { return SimDuration(nanoseconds: Int64(bucket)) }
    let exponent = (bucket >> precisionBits) - 1
    let mantissa = (bucket & (size - 1)) + size
    return SimDuration(nanoseconds: Int64(mantissa) << Int64(exponent))
  }

  /// One past the longest duration of a bucket.
  public static func upperBound(ofBucket bucket: Int) -> SimDuration {
    lowerBound(ofBucket: bucket + 1)
  }

  /// Counts `duration`, `times` over.
  @inlinable public mutating func record(_ duration: SimDuration, times: Int64 = 1) {
    add(times, toBucket: Self.bucket(of: duration), nanoseconds: duration.nanoseconds)
  }

  @usableFromInline mutating func add(_ times: Int64, toBucket bucket: Int, nanoseconds: Int64) {
    counts[bucket] += times
    let product = UInt64(Swift.max(nanoseconds, 0)).multipliedFullWidth(by: UInt64(times))
    let (low, carry) = sumLow.addingReportingOverflow(product.low)
    sumLow = low
    sumHigh += product.high + (carry ? 1 : 0)
  }

  /// Adds all that `other` counted; the order of merges does not matter.
  public mutating func merge(_ other: Histogram) {
    for bucket in counts.indices { counts[bucket] += other.counts[bucket] }
    let (low, carry) = sumLow.addingReportingOverflow(other.sumLow)
    sumLow = low
    sumHigh += other.sumHigh + (carry ? 1 : 0)
  }

  /// The number of durations recorded.
  public var total: Int64 { counts.reduce(0, +) }

  /// The exact mean, or nil of nothing.
  public var mean: SimDuration? {
    let n = total
    guard n > 0 else { return nil }
    return SimDuration(
      nanoseconds: Int64(UInt64(n).dividingFullWidth((sumHigh, sumLow)).quotient))
  }

  /// The `p`-quantile, linear within its bucket, or nil of nothing; `p` in [0, 1].
  public func quantile(_ p: Double) -> SimDuration? {
    let n = total
    guard n > 0 else { return nil }
    let rank = p * Double(n)
    var before: Int64 = 0
    for bucket in counts.indices where counts[bucket] > 0 {
      if Double(before + counts[bucket]) >= rank {
        let low = Self.lowerBound(ofBucket: bucket).nanoseconds
        let width = Self.upperBound(ofBucket: bucket).nanoseconds - low
        let share = Swift.max(0, (rank - Double(before)) / Double(counts[bucket]))
        return SimDuration(nanoseconds: low + Int64(share * Double(width)))
      }
      before += counts[bucket]
    }
    return nil
  }
}
