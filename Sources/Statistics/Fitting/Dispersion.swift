/// How much more than Poisson's the counts of windows vary about an expected level.
package struct Dispersion: Hashable, Sendable {
  /// The width of a window in seconds.
  package let window: Double
  /// How many windows there are.
  package let windows: Int
  /// The variance of a window's count over its mean; 1 for a Poisson process.
  package let index: Double
  /// The mean count of a window.
  package let meanCount: Double

  /// The dispersion of `counts` of windows of `window` seconds about `expected`, in the same
  /// order; at least two windows, and some expected count.
  init?(counts: [Int], expected: [Double], window: Double) {
    let total = expected.reduce(0, +)
    guard counts.count > 1, total > 0 else { return nil }
    var squares = 0.0
    for (count, level) in zip(counts, expected) {
      let deviation = Double(count) - level
      squares += deviation * deviation
    }
    let freedom = Double(counts.count - 1) / Double(counts.count)
    self.window = window
    windows = counts.count
    index = squares / (total * freedom)
    meanCount = total / Double(counts.count)
  }

  /// Whether so large an index is no accident: the index of n Poisson windows has a deviation of
  /// about √(2/(n − 1)), and this is more than four of them above 1.
  package var isBeyondPoisson: Bool {
    index > 1 + 4 * (2 / Double(windows - 1)).squareRoot()
  }
}
