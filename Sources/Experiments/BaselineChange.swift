import Statistics

/// How much a figure's mean differs from that of a baseline, with its 95% interval.
public struct BaselineChange: Hashable, Sendable {
  /// The difference in the metric's unit, or as a share of the baseline when it is relative.
  public let mean: Double
  /// Half the width of the interval; nil without one.
  public let halfWidth: Double?
  /// The mean of the baseline over the replications compared, in the metric's unit.
  public let was: Double
  /// Whether it is a share of the baseline's mean.
  public let isRelative: Bool
  /// What the interval was made from, when the two are compared in pairs.
  private let pairs: StudentInterval?

  /// Whether it was found in pairs of replications.
  public var isPaired: Bool { pairs != nil }

  /// The lower end, or nil without an interval.
  public var low: Double? { halfWidth.map { mean - $0 } }
  /// The upper end, or nil without an interval.
  public var high: Double? { halfWidth.map { mean + $0 } }

  /// About how many replications of both would tell the change from `limit`; nil when no number
  /// would, and for independent samples.
  public func replications(toSettle limit: Double) -> Int? {
    pairs?.replications(toSettle: limit)
  }

  /// Compares the values of two runs, replication by replication; nil without a common sample.
  ///
  /// Pairs are those that both have. A relative change is a ratio of means less 1; its interval
  /// is that of the ratio estimator (Cochran 1977, section 6.4), so that it takes the baseline's
  /// own uncertainty into account. Of a baseline whose mean is 0 the change is absolute.
  public init?(now: [Double?], was: [Double?], isPaired: Bool, isRelative: Bool) {
    var now = now
    var was = was
    if isPaired {
      let pairs = zip(now, was).filter { $0 != nil && $1 != nil }
      now = pairs.map(\.0)
      was = pairs.map(\.1)
    }
    let new = now.compactMap { $0 }
    let old = was.compactMap { $0 }
    guard let after = StudentInterval(new)?.mean, let before = StudentInterval(old)?.mean else {
      return nil
    }
    let ratio = isRelative && before != 0 ? after / before : 1
    let scale = isRelative && before != 0 ? before.magnitude : 1
    self.was = before
    self.isRelative = isRelative && before != 0
    if isPaired {
      let shift = self.isRelative ? ratio - 1 : 0
      pairs = StudentInterval(zip(new, old).map { ($0 - ratio * $1) / scale + shift })
      mean = pairs?.mean ?? 0
      halfWidth = pairs?.halfWidth
    } else {
      let welch = WelchInterval(old.map { ratio * $0 / scale }, new.map { $0 / scale })
      pairs = nil
      mean = self.isRelative ? ratio - 1 : after - before
      halfWidth = welch?.halfWidth
    }
  }
}
