import Kernel

/// The most likely lognormal.
///
/// The mean and deviation of the logarithms; where some lengths had not ended, expectation
/// maximisation: each such logarithm counts as the mean of a normal beyond it.
enum LognormalFit {
  private static let rounds = 2_000

  static func fit(_ sample: DurationSample) -> Distribution {
    let logs = sample.values.map { (log: Elementary.log($0.seconds), open: $0.isCensored) }
    var (mu, sigma) = moments(logs.filter { !$0.open }.map { ($0.log, $0.log * $0.log) })
    guard sample.ended < logs.count else {
      return .lognormal(mu: mu, sigma: sigma, shift: 0)
    }
    for _ in 0..<rounds {
      let next = moments(
        logs.map { $0.open ? beyond($0.log, mu, sigma) : ($0.log, $0.log * $0.log) })
      let move = max((next.mu - mu).magnitude, (next.sigma - sigma).magnitude)
      (mu, sigma) = next
      if move < 1e-11 * sigma { break }
    }
    return .lognormal(mu: mu, sigma: sigma, shift: 0)
  }

  private static func moments(_ values: [(Double, Double)]) -> (mu: Double, sigma: Double) {
    let n = Double(values.count)
    let mean = values.reduce(0) { $0 + $1.0 } / n
    let square = values.reduce(0) { $0 + $1.1 } / n
    return (mean, max(square - mean * mean, 1e-18).squareRoot())
  }

  /// The first two moments of a normal that is known to exceed `cut`.
  private static func beyond(
    _ cut: Double, _ mu: Double, _ sigma: Double
  ) -> (Double, Double) {
    let z = (cut - mu) / sigma
    let density = 0.3989422804014327 * Elementary.exp(-0.5 * z * z)
    // Mills' ratio far out, where both density and tail vanish.
    let hazard = z > 30 ? z + 1 / z : density / Elementary.normalCDF(-z)
    let first = mu + sigma * hazard
    let second = mu * mu + sigma * sigma + sigma * hazard * (mu + cut)
    return (first, second)
  }
}
