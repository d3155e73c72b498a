import Kernel

extension Distribution {
  /// The distribution of a time as a scenario writes it, to four decimals of a second.
  var catalogText: String { "{\(body)}" }

  private var body: String {
    switch self {
    case .constant(let value): "constant: \(seconds(value))"
    case .uniform(let low, let high):
      "uniform: {low: \(seconds(low)), high: \(seconds(high))}"
    case .exponential(let mean): "exponential: \(seconds(mean))"
    case .normal(let mean, let sd, let atLeast):
      "normal: {mean: \(seconds(mean)), sd: \(seconds(sd))"
        + (atLeast.isFinite ? ", at_least: \(seconds(atLeast))}" : "}")
    case .lognormal(let mu, let sigma, let shift) where shift == 0:
      "lognormal: {mu: \(shortDecimal(mu)), sigma: \(shortDecimal(sigma))}"
    case .lognormal(let mu, let sigma, let shift):
      "shifted_lognormal: {shift: \(seconds(shift)), mu: \(shortDecimal(mu)), "
        + "sigma: \(shortDecimal(sigma))}"
    case .gamma(let shape, let scale):
      "gamma: {shape: \(shortDecimal(shape)), scale: \(seconds(scale))}"
    case .weibull(let shape, let scale):
      "weibull: {shape: \(shortDecimal(shape)), scale: \(seconds(scale))}"
    case .mixture(let parts):
      "mixture: [" + parts.map(part).joined(separator: ", ") + "]"
    case .empirical(let values): "empirical: \(values.count) values"
    }
  }

  private func part(_ part: MixturePart) -> String {
    "{weight: \(shortDecimal(part.weight)), \(part.distribution.body)}"
  }

  private func seconds(_ value: Double) -> String { shortDecimal(value) + "s" }
}
