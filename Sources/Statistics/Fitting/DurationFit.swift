package import Kernel

/// A distribution fitted to lengths of time, and how far it is from them.
package struct DurationFit: Hashable, Sendable {
  /// The family.
  package enum Family: String, CaseIterable, Hashable, Sendable {
    /// Memoryless.
    case exponential
    /// A power law of the hazard.
    case weibull
    /// The logarithm is normal.
    case lognormal
  }

  /// The family.
  package let family: Family
  /// The member of the family that is most likely; times are in seconds.
  package let distribution: Distribution
  /// The largest distance between its distribution function and the sample's, from 0 to 1.
  package let distance: Double

  init(_ family: Family, _ distribution: Distribution, _ sample: DurationSample) {
    self.family = family
    self.distribution = distribution
    var distance = 0.0
    for step in sample.steps {
      let value = Self.cumulative(distribution, step.seconds)
      distance = max(distance, value - step.before, step.after - value)
    }
    self.distance = distance
  }

  /// The probability of a length of at most `seconds`, positive.
  private static func cumulative(_ distribution: Distribution, _ seconds: Double) -> Double {
    switch distribution {
    case .exponential(let mean): 1 - Elementary.exp(-seconds / mean)
    case .weibull(let shape, let scale):
      1 - Elementary.exp(-Elementary.pow(seconds / scale, shape))
    case .lognormal(let mu, let sigma, _):
      Elementary.normalCDF((Elementary.log(seconds) - mu) / sigma)
    default: preconditionFailure("only the families of `Family` are fitted")
    }
  }
}

/// The families fitted to the same sample by maximum likelihood, and which of them to use.
package struct DurationComparison: Sendable {
  /// The fits, in the order of `DurationFit.Family`.
  package let fits: [DurationFit]
  /// The one with the smallest distance.
  package let chosen: DurationFit
  /// How many lengths there are, and how many of them ended.
  package let count: (all: Int, ended: Int)
  /// The distance that a sample of this size exceeds by chance in about one of twenty even when
  /// the family is right and its figures are fitted: 0.886/√n for the lognormal.
  ///
  /// Lilliefors, JASA 62 (1967), whose table holds for a normal of fitted mean and variance; for
  /// the other two families it is a guide.
  package let chanceDistance: Double

  /// Fits each family; nil with fewer than two lengths that ended and differ.
  package init?(_ sample: DurationSample) {
    let ended = sample.values.filter { !$0.isCensored }
    guard let first = ended.first, let last = ended.last, first.seconds < last.seconds else {
      return nil
    }
    let fits = [
      DurationFit(.exponential, ExponentialFit.fit(sample), sample),
      DurationFit(.weibull, WeibullFit.fit(sample), sample),
      DurationFit(.lognormal, LognormalFit.fit(sample), sample),
    ]
    self.fits = fits
    chosen = fits.dropFirst().reduce(fits[0]) { $1.distance < $0.distance ? $1 : $0 }
    count = (sample.values.count, sample.ended)
    chanceDistance = 0.886 / Double(sample.ended).squareRoot()
  }
}
