/// Values in ascending order, for quantiles over replications.
public struct SortedSample: Hashable, Sendable {
  /// The values, ascending.
  public let values: [Double]

  /// Sorts `values`, none of which may be NaN.
  public init(_ values: [Double]) {
    self.values = values.sorted()
  }

  /// The `p`-quantile with `p` in [0, 1], or nil of nothing.
  ///
  /// Type 7 of Hyndman and Fan 1996, the default of R and NumPy: linear between order statistics
  /// at ranks 0 to n − 1, at rank p·(n − 1). A single value is every quantile.
  public func quantile(_ p: Double) -> Double? {
    guard let last = values.indices.last else { return nil }
    let rank = p * Double(last)
    let below = Int(rank)
    guard below < last else { return values[last] }
    return values[below] + (rank - Double(below)) * (values[below + 1] - values[below])
  }
}
