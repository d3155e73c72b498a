/// Where the initial transient of a series ends: MSER-5 (White 1997, "An effective truncation
/// heuristic for bias reduction in simulation output", Simulation 69).
public enum MarginalStandardError {
  /// The values in a batch.
  public static let batch = 5

  /// The number of values to leave out, a multiple of 5; nil when no truncation within the first
  /// half is the best, so the series is too short to tell.
  ///
  /// Means of batches of 5 are truncated where the variance of the rest over the square of its
  /// number is smallest; the earliest among equals.
  public static func truncation(of series: [Double]) -> Int? {
    let means = stride(from: 0, to: series.count - batch + 1, by: batch).map { start in
      series[start..<(start + batch)].reduce(0, +) / Double(batch)
    }
    guard means.count >= 10 else { return nil }
    var best = 0
    var smallest = Double.infinity
    var sum = 0.0
    var squares = 0.0
    // Sums over the values from `start` to the end, built from the back; relative to the last
    // value, so that a constant series has no rounding noise.
    let reference = means[means.count - 1]
    for start in means.indices.reversed() {
      let value = means[start] - reference
      sum += value
      squares += value * value
      let left = Double(means.count - start)
      guard left >= Double(batch) else { continue }
      let error = (squares - sum * sum / left) / (left * left)
      if error <= smallest {
        smallest = error
        best = start
      }
    }
    return best <= means.count / 2 ? best * batch : nil
  }
}
