import Kernel

/// The most likely Weibull.
///
/// The shape k is the root of Σx^k·ln x/Σx^k − 1/k − (1/d)·Σ ln x, the first two sums over all
/// lengths and the last over the d that ended (Cohen, Technometrics 7, 1965). It ascends in k, so
/// Newton's steps are kept within a bracket that halves when they leave it.
enum WeibullFit {
  /// The shapes that scenarios allow.
  private static let shapes = 0.05...100.0

  static func fit(_ sample: DurationSample) -> Distribution {
    let longest = sample.values[sample.values.count - 1].seconds
    // Relative to the longest, so that no power overflows.
    let logs = sample.values.map { Elementary.log($0.seconds / longest) }
    let meanLog =
      zip(sample.values, logs).reduce(0) { $1.0.isCensored ? $0 : $0 + $1.1 }
      / Double(sample.ended)
    let shape = root(logs, meanLog: meanLog)
    let power = Sums(logs, shape).plain / Double(sample.ended)
    return .weibull(shape: shape, scale: longest * Elementary.pow(power, 1 / shape))
  }

  private static func root(_ logs: [Double], meanLog: Double) -> Double {
    var (low, high) = (shapes.lowerBound, shapes.upperBound)
    var shape = 1.0
    // Invariant: the root lies between low and high, unless it lies beyond the allowed shapes.
    for _ in 0..<100 {
      let sums = Sums(logs, shape)
      let mean = sums.first / sums.plain
      let value = mean - 1 / shape - meanLog
      if value > 0 { high = shape } else { low = shape }
      let slope = sums.second / sums.plain - mean * mean + 1 / (shape * shape)
      var next = shape - value / slope
      if !(next > low && next < high) { next = (low * high).squareRoot() }
      if (next / shape - 1).magnitude < 1e-13 { return next }
      shape = next
    }
    return shape
  }

  /// Σx^k, Σx^k·ln x and Σx^k·(ln x)².
  private struct Sums {
    var plain = 0.0
    var first = 0.0
    var second = 0.0

    init(_ logs: [Double], _ shape: Double) {
      for log in logs {
        let power = Elementary.exp(shape * log)
        plain += power
        first += power * log
        second += power * log * log
      }
    }
  }
}
