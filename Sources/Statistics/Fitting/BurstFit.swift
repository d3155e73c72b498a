import Kernel

/// The bursts that a scenario would need for counts that vary more than Poisson's.
///
/// A level that takes turns between `height` for a mean time `on` and a lower one for a mean time
/// `off`, with mean 1, variance V and correlation time τ, where 1/τ = 1/on + 1/off. The index of
/// dispersion of a window w at rate λ is then
/// 1 + λ·V·2τ·(1 − (τ/w)·(1 − e^{−w/τ})), so two windows give V and τ by the method of moments.
/// They leave the share of time π in bursts open: it is 1/2, or the largest that leaves the level
/// between bursts at nothing, 1/(1 + V), when that is less.
package struct BurstFit: Hashable, Sendable {
  /// The level in a burst, relative to the mean; above 1.
  package let height: Double
  /// The mean length of a burst in seconds.
  package let on: Double
  /// The mean time between bursts in seconds.
  package let off: Double
  /// The variance of the level.
  package let variance: Double

  /// The bursts that give the two dispersions, `short` of a window shorter than `long`'s; nil when
  /// either is within what chance gives a Poisson process.
  init?(short: Dispersion, long: Dispersion) {
    guard short.isBeyondPoisson, long.isBeyondPoisson else { return nil }
    let ratio = (long.index - 1) / (short.index - 1)
    let correlation = Self.correlationTime(ratio: ratio, short.window, long.window)
    let rate = long.meanCount / long.window
    let variance = (long.index - 1) / (rate * Self.spread(correlation, long.window))
    let share = min(0.5, 1 / (1 + variance))
    self.variance = variance
    height = 1 + (variance * (1 - share) / share).squareRoot()
    on = correlation / (1 - share)
    off = correlation / share
  }

  /// 2τ·(1 − (τ/w)·(1 − e^{−w/τ})): the window times the share of variance that it keeps.
  private static func spread(_ correlation: Double, _ window: Double) -> Double {
    let parts = window / correlation
    // The difference cancels for long correlations; there the series w·(1 − w/3τ) is exact enough.
    if parts < 1e-4 { return window * (1 - parts / 3) }
    return 2 * correlation * (1 - (1 - Elementary.exp(-parts)) / parts)
  }

  /// Where the spreads of the two windows have the given ratio; the ratio ascends in τ from 1 to
  /// that of the windows. Kept between a tenth of the short window and ten long ones, because
  /// counts say nothing of shorter or longer ones.
  private static func correlationTime(
    ratio: Double, _ short: Double, _ long: Double
  ) -> Double {
    var (low, high) = (0.1 * short, 10 * long)
    for _ in 0..<100 {
      let middle = (low * high).squareRoot()
      if spread(middle, long) / spread(middle, short) < ratio {
        low = middle
      } else {
        high = middle
      }
    }
    return (low * high).squareRoot()
  }
}
