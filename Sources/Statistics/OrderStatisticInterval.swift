import Kernel

/// A quantile of replications with an interval between two of their order statistics.
///
/// Distribution-free: the number of n values below the true p-quantile is binomial(n, p), so
/// P(x(l) <= q < x(u)) = B(u - 1) - B(l - 1) (David and Nagaraja, "Order Statistics", 7.1). The
/// ends cut at most half of what the level leaves on each side.
public struct OrderStatisticInterval: Hashable, Sendable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double
  /// The probability that intervals made so hold the quantile; at least the level asked for.
  public let coverage: Double

  /// The interval of the `p`-quantile, `p` in (0, 1), or nil when the values are too few to have
  /// one at `level`: the 95th percentile at 95% needs 72.
  public init?(_ sample: SortedSample, quantile p: Double, level: Double = 0.95) {
    let values = sample.values
    let n = values.count
    guard n > 0 else { return nil }
    let tail = (1 - level) / 2
    // below[k] is the probability that at most k values lie below the quantile.
    let below = Self.binomialDistribution(n, p)
    guard let lowRank = (1...n).last(where: { below[$0 - 1] <= tail }),
      let highRank = (1...n).first(where: { 1 - below[$0 - 1] <= tail })
    else { return nil }
    low = values[lowRank - 1]
    high = values[highRank - 1]
    coverage = below[highRank - 1] - below[lowRank - 1]
  }

  /// The binomial distribution function at 0...n.
  private static func binomialDistribution(_ n: Int, _ p: Double) -> [Double] {
    var sum = 0.0
    return (0...n).map { k in
      let choose =
        Elementary.logGamma(Double(n + 1)) - Elementary.logGamma(Double(k + 1))
        - Elementary.logGamma(Double(n - k + 1))
      let chance = choose + Double(k) * Elementary.log(p) + Double(n - k) * Elementary.log(1 - p)
      sum += Elementary.exp(chance)
      return Swift.min(sum, 1)
    }
  }
}
