extension Distribution {
  /// The value that the uniform number `u` in (0, 1) stands for.
  ///
  /// The quantile of `u`; for a mixture, `u` first chooses the part and its remainder, stretched
  /// to (0, 1), draws from it.
  public func draw(_ u: Double) -> Double {
    switch self {
    case .constant(let value): value
    case .uniform(let low, let high): low + (high - low) * u
    case .exponential(let mean): -mean * Elementary.log(1 - u)
    case .normal(let mean, let sd, let atLeast):
      Self.truncatedNormal(mean: mean, sd: sd, atLeast: atLeast, u)
    case .lognormal(let mu, let sigma, let shift):
      shift + Elementary.exp(mu + sigma * Elementary.normalQuantile(u))
    case .gamma(let shape, let scale): scale * Elementary.gammaQuantile(shape: shape, u)
    case .weibull(let shape, let scale):
      scale * Elementary.pow(-Elementary.log(1 - u), 1 / shape)
    case .mixture(let parts): Self.drawMixture(parts, u)
    case .empirical(let values): Self.interpolate(values, u)
    }
  }

  private static func truncatedNormal(
    mean: Double, sd: Double, atLeast: Double, _ u: Double
  ) -> Double {
    let cut = (atLeast - mean) / sd
    if cut < -8 { return mean + sd * Elementary.normalQuantile(u) }
    let below = Elementary.normalCDF(cut)
    let p = Swift.min(below + u * (1 - below), 1 - 0x1p-53)
    return Swift.max(atLeast, mean + sd * Elementary.normalQuantile(p))
  }

  private static func drawMixture(_ parts: [MixturePart], _ u: Double) -> Double {
    let total = parts.reduce(0) { $0 + $1.weight }
    var rest = u * total
    for part in parts.dropLast() {
      if rest < part.weight {
        return part.distribution.draw(Self.inside(rest / part.weight))
      }
      rest -= part.weight
    }
    let last = parts[parts.count - 1]
    return last.distribution.draw(Self.inside(rest / last.weight))
  }

  /// Keeps a quotient within the open unit interval when rounding put it on an end.
  private static func inside(_ u: Double) -> Double {
    Swift.min(Swift.max(u, 0x1p-54), 1 - 0x1p-53)
  }

  private static func interpolate(_ values: [Double], _ u: Double) -> Double {
    let position = u * Double(values.count - 1)
    let index = Swift.min(Int(position), values.count - 1)
    let next = Swift.min(index + 1, values.count - 1)
    return values[index] + (values[next] - values[index]) * (position - Double(index))
  }

  /// The expected value.
  public var mean: Double {
    switch self {
    case .constant(let value): value
    case .uniform(let low, let high): 0.5 * (low + high)
    case .exponential(let mean): mean
    case .normal(let mean, let sd, let atLeast):
      mean + sd * Self.truncationShift((atLeast - mean) / sd)
    case .lognormal(let mu, let sigma, let shift):
      shift + Elementary.exp(mu + 0.5 * sigma * sigma)
    case .gamma(let shape, let scale): shape * scale
    case .weibull(let shape, let scale):
      scale * Elementary.exp(Elementary.logGamma(1 + 1 / shape))
    case .mixture(let parts):
      parts.reduce(0) { $0 + $1.weight * $1.distribution.mean }
        / parts.reduce(0) { $0 + $1.weight }
    case .empirical(let values): Self.trapezoidMean(values)
    }
  }

  /// The mean of a standard normal cut to values of at least `cut`: φ(cut)/(1 - Φ(cut)).
  private static func truncationShift(_ cut: Double) -> Double {
    if cut < -8 { return 0 }
    let density = 0.3989422804014327 * Elementary.exp(-0.5 * cut * cut)
    return density / Elementary.normalCDF(-cut)
  }

  private static func trapezoidMean(_ values: [Double]) -> Double {
    guard values.count > 1 else { return values[0] }
    let ends = 0.5 * (values[0] + values[values.count - 1])
    return (values.reduce(0, +) - ends) / Double(values.count - 1)
  }

  /// The smallest value that can be drawn, or -∞.
  public var minimum: Double {
    switch self {
    case .constant(let value): value
    case .uniform(let low, _): low
    case .exponential, .gamma, .weibull: 0
    case .normal(_, _, let atLeast): atLeast
    case .lognormal(_, _, let shift): shift
    case .mixture(let parts): parts.map(\.distribution.minimum).min() ?? 0
    case .empirical(let values): values[0]
    }
  }
}
