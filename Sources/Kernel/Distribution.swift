/// A distribution of one real quantity; durations are in seconds.
///
/// Every draw is by inversion, one uniform number a draw, so that two runs that share the uniform
/// share the luck: a longer median makes every draw longer and changes nothing else.
public indirect enum Distribution: Hashable, Sendable {
  /// Always `value`.
  case constant(Double)
  /// Equally likely between `low` and `high`, with `low <= high`.
  case uniform(low: Double, high: Double)
  /// Memoryless with the given positive mean.
  case exponential(mean: Double)
  /// Normal with mean and standard deviation `sd > 0`, cut to values of at least `atLeast`.
  case normal(mean: Double, sd: Double, atLeast: Double)
  /// `shift + exp(mu + sigma·Z)` with Z standard normal and `sigma >= 0`.
  case lognormal(mu: Double, sigma: Double, shift: Double)
  /// Gamma with positive shape and scale; the mean is their product.
  case gamma(shape: Double, scale: Double)
  /// Weibull with positive shape and scale.
  case weibull(shape: Double, scale: Double)
  /// One of the parts, chosen with probability proportional to its positive weight.
  case mixture([MixturePart])
  /// Linear between the given values, which are ascending order statistics at equal spacing of
  /// probability from 0 to 1; at least one value.
  case empirical([Double])

  /// One part of a mixture.
  public struct MixturePart: Hashable, Sendable {
    /// Its share, relative to the other parts'; positive.
    public var weight: Double
    /// What is drawn when the part is chosen.
    public var distribution: Distribution

    /// A part with a weight and what it draws.
    public init(weight: Double, distribution: Distribution) {
      self.weight = weight
      self.distribution = distribution
    }
  }
}
