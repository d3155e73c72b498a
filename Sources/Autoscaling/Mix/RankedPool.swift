import Kernel

/// A pool's figures as the search for the cheapest mix needs them.
struct RankedPool: Sendable {
  /// Its place among the pools as they were given.
  var index: Int
  var minimum: Int
  /// The most replicas above the minimum.
  var room: Int
  /// Millionths of the load's unit that one replica carries at the target.
  var capacity: Int64
  /// Nanodollars of one replica over the time of a choice.
  var holdCost: Int64
  /// Nanodollars of one launch.
  var launchCost: Int64
  /// What this pool and all after it carry above their minima.
  var capacityFromHere: Int64 = 0

  /// Nanodollars for a millionth of load over the time of a choice.
  var rate: Double { Double(holdCost) / Double(capacity) }

  /// The pools from the cheapest rate on, ties in the order given.
  static func rank(_ pools: [CheapestMix.Pool], target: Double, hold: SimDuration)
    -> [RankedPool]
  {
    var ranked = pools.indices.map { RankedPool(pools[$0], index: $0, target: target, hold: hold) }
    ranked.sort { $0.rate == $1.rate ? $0.index < $1.index : $0.rate < $1.rate }
    var total: Int64 = 0
    for place in ranked.indices.reversed() {
      total += ranked[place].capacity * Int64(ranked[place].room)
      ranked[place].capacityFromHere = total
    }
    return ranked
  }

  private init(_ pool: CheapestMix.Pool, index: Int, target: Double, hold: SimDuration) {
    precondition(pool.minimum >= 0 && pool.maximum >= pool.minimum, "0 ≤ minimum ≤ maximum")
    precondition(pool.price.nanodollarsPerHour >= 0, "a price is not negative")
    precondition(
      pool.capacity * Double(pool.maximum) < 1e11, "a pool carries less than 10^11 units")
    self.index = index
    minimum = pool.minimum
    room = pool.maximum - pool.minimum
    capacity = Elementary.nearestInteger(pool.capacity * target * 1e6)
    precondition(capacity > 0, "a replica carries at least a millionth of the load's unit")
    holdCost = pool.price.cost(of: hold).nanodollars
    launchCost = pool.price.cost(of: pool.startTime).nanodollars
  }

  /// Nanodollars of `count` replicas when `running` run already.
  func cost(of count: Int, running: Int) -> Int64 {
    holdCost * Int64(count) + launchCost * Int64(Swift.max(0, count - running))
  }
}
