public import Kernel

/// Machines of a pool that are kept prepared beside it, at a share of the price.
///
/// After AWS's warm pools: each has gone through a whole cold start and waits. An instance that is
/// asked for takes the longest prepared one, and another is prepared in its place. Instances that
/// are given up do not come back to it.
public struct WarmPool: Hashable, Sendable {
  /// How many are kept; at least 1.
  public var count: Int
  /// What a prepared machine costs, as a share of the price; from 0 to 1.
  public var price: Double
  /// From being taken to ready, in seconds.
  public var start: Distribution

  /// Machines kept prepared.
  public init(count: Int, price: Double, start: Distribution) {
    self.count = count
    self.price = price
    self.start = start
  }
}
