import Kernel

/// The mean of independent replications with its confidence interval by Student's t.
public struct StudentInterval: Hashable, Sendable {
  /// The mean over replications.
  public let mean: Double
  /// The sample standard deviation, with n − 1; 0 for a single value.
  public let standardDeviation: Double
  /// The number of replications; at least 1.
  public let count: Int
  /// The probability that intervals made so hold the true mean, in (0, 1).
  public let level: Double
  /// Half the width of the interval; nil for a single value, 0 when all values are equal.
  public let halfWidth: Double?

  /// The interval of `values`, or nil of none.
  public init?(_ values: [Double], level: Double = 0.95) {
    guard let first = values.first else { return nil }
    let count = Double(values.count)
    // Taken relative to the first value, so that equal values have exactly that mean.
    let mean = first + values.reduce(0) { $0 + ($1 - first) } / count
    self.mean = mean
    self.count = values.count
    self.level = level
    guard values.count > 1 else {
      standardDeviation = 0
      halfWidth = nil
      return
    }
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    standardDeviation = (squares / (count - 1)).squareRoot()
    let t = Self.factor(count: values.count, level: level)
    halfWidth = t * standardDeviation / count.squareRoot()
  }

  /// The lower end, or nil without an interval.
  public var low: Double? { halfWidth.map { mean - $0 } }
  /// The upper end, or nil without an interval.
  public var high: Double? { halfWidth.map { mean + $0 } }

  /// How many standard errors the interval reaches to each side; `count` is at least 2.
  public static func factor(count: Int, level: Double = 0.95) -> Double {
    StudentT.quantile((1 + level) / 2, degreesOfFreedom: count - 1)
  }

  /// About how many replications make the interval narrower than the mean's distance to `limit`.
  ///
  /// The square of t·s/distance, rounded up, with today's t and s; at least one more than there
  /// are. Nil for a single value and for a mean on the limit.
  public func replications(toSettle limit: Double) -> Int? {
    let distance = (mean - limit).magnitude
    guard count > 1, distance > 0 else { return nil }
    let root = Self.factor(count: count, level: level) * standardDeviation / distance
    let needed = root * root
    return needed < 1e9 ? Swift.max(Int(Elementary.ceiling(needed)), count + 1) : nil
  }
}
