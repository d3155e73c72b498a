public import Kernel

extension Money {
  /// The amount in parts proportional to `weights`, which add up to it exactly.
  ///
  /// Each part is rounded down and the nanodollars that are left go to the largest remainders, the
  /// first of equal ones (Hamilton's method). Equal parts when all weights are zero. Weights must
  /// not be negative; there must be one at least. A negative amount is split as a positive one.
  public func split(by weights: [Int128]) -> [Money] {
    precondition(!weights.isEmpty, "an amount is split among someone")
    precondition(weights.allSatisfy { $0 >= 0 }, "a weight is not negative")
    if weights.count == 1 { return [self] }
    let shares = Self.bounded(weights)
    let total = shares.reduce(0, +)
    let magnitude = Int128(nanodollars.magnitude)
    var parts = shares.map { magnitude * $0 / total }
    let order = shares.indices.sorted { a, b in
      let (x, y) = (magnitude * shares[a] % total, magnitude * shares[b] % total)
      return x == y ? a < b : x > y
    }
    // Fewer are left than there are parts.
    for index in order.prefix(Int(magnitude - parts.reduce(0, +))) { parts[index] += 1 }
    let sign: Int64 = nanodollars < 0 ? -1 : 1
    return parts.map { Money(nanodollars: sign * Int64($0)) }
  }

  /// Weights whose sum is positive and below 2^60, so that products with money fit.
  private static func bounded(_ weights: [Int128]) -> [Int128] {
    var shares = weights
    if shares.allSatisfy({ $0 == 0 }) { return shares.map { _ in 1 } }
    while shares.reduce(0, +) >> 60 > 0 { shares = shares.map { ($0 + 1) >> 1 } }
    return shares
  }
}
