/// The difference of two independent means with its confidence interval by Welch's t.
///
/// Welch 1947: the variances need not be equal. The degrees of freedom of Satterthwaite are
/// rounded down, at least to 1, which makes the interval a little wider, never narrower.
public struct WelchInterval: Hashable, Sendable {
  /// The mean of the second sample less that of the first.
  public let mean: Double
  /// Half the width of the interval; nil when a sample has a single value.
  public let halfWidth: Double?
  /// The degrees of freedom, rounded down; nil without an interval.
  public let degreesOfFreedom: Int?

  /// The interval of `second` less `first`; nil when one of them is empty.
  public init?(_ first: [Double], _ second: [Double], level: Double = 0.95) {
    guard let a = StudentInterval(first, level: level),
      let b = StudentInterval(second, level: level)
    else { return nil }
    mean = b.mean - a.mean
    guard a.count > 1, b.count > 1 else {
      halfWidth = nil
      degreesOfFreedom = nil
      return
    }
    let x = a.standardDeviation * a.standardDeviation / Double(a.count)
    let y = b.standardDeviation * b.standardDeviation / Double(b.count)
    let spread = x * x / Double(a.count - 1) + y * y / Double(b.count - 1)
    guard spread > 0 else {
      halfWidth = 0
      degreesOfFreedom = a.count + b.count - 2
      return
    }
    let freedom = max(1, Int((x + y) * (x + y) / spread))
    degreesOfFreedom = freedom
    let t = StudentT.quantile((1 + level) / 2, degreesOfFreedom: freedom)
    halfWidth = t * (x + y).squareRoot()
  }
}
