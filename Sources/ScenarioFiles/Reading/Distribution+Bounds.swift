import Kernel

extension Distribution {
  /// The least value that can be drawn, in the distribution's unit, and at least 0.
  var least: Double {
    switch self {
    case .constant(let value): max(value, 0)
    case .uniform(let low, _): max(low, 0)
    case .exponential, .gamma, .weibull: 0
    case .normal(_, _, let atLeast): max(atLeast, 0)
    case .lognormal(_, _, let shift): max(shift, 0)
    case .mixture(let parts): parts.map(\.distribution.least).min() ?? 0
    case .empirical(let values): max(values.first ?? 0, 0)
    }
  }

  /// A number that the mean is not below, close to it, for bounds on how many there will be.
  var meanAtLeast: Double {
    switch self {
    case .constant(let value): value
    case .uniform(let low, let high): (low + high) / 2
    case .exponential(let mean): mean
    case .normal(let mean, _, let atLeast): max(mean, atLeast)
    case .lognormal(let mu, let sigma, let shift): shift + Elementary.exp(mu + sigma * sigma / 2)
    case .gamma(let shape, let scale): shape * scale
    // The gamma function is nowhere below 0.8856 right of zero.
    case .weibull(_, let scale): 0.8856 * scale
    case .mixture(let parts):
      parts.reduce(0) { $0 + $1.weight * $1.distribution.meanAtLeast }
        / max(parts.reduce(0) { $0 + $1.weight }, 1e-300)
    case .empirical(let values):
      values.reduce(0, +) / Double(max(values.count, 1))
    }
  }
}
