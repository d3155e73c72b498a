public import Kernel

/// The cheapest replicas of several pools that carry a load together.
///
/// Pools differ in price and speed. Minimises what the replicas cost over `hold`, the time for
/// which a choice is made, and what those that must be launched cost while they start:
///
///     Σ price · (hold · replicas + start time · max(0, replicas - running))
///
/// So machines that run are swapped for cheaper ones only where the saving over `hold` pays the
/// start of the replacement. Ties go to the fewest launches, then the fewest replicas, then the
/// most replicas of the pool listed first, then of the second, and so on.
///
/// The answer is exact: money is in whole nanodollars, and loads and capacities in whole
/// millionths of the load's unit, so that ten replicas of 0.1 carry 1. The problem is an integer
/// covering problem, NP-hard in the number of pools. The search is depth first over pools from the
/// cheapest unit of capacity on, the last pool's count follows, and a branch is cut where the
/// price of the rest at the best rate that is left is above the best mix so far; at worst it is
/// the product of (maximum - minimum + 1) over all pools but one, in practice some tens of steps
/// for a few pools.
public struct CheapestMix: Sendable {
  /// The pools, in the order of their counts.
  public private(set) var pools: [Pool]
  /// The part of each replica's capacity that a load may take; in (0, 1].
  public let target: Double
  /// For how long a choice holds.
  public let hold: SimDuration
  /// The replicas of each pool that `solve` chose last; the minima before.
  public private(set) var counts: [Int]

  /// Pools from the cheapest unit of capacity to the dearest, by index, with their figures.
  private var ranked: [RankedPool]
  private var search: MixSearch

  /// A mix of pools, at least one, for choices that hold for `hold`, which must be positive.
  public init(pools: [Pool], target: Double = 1, hold: SimDuration = .hours(1)) {
    precondition(!pools.isEmpty, "a mix has at least one pool")
    precondition(target > 0 && target <= 1, "a target is in (0, 1]")
    precondition(hold > .zero, "a choice holds for a positive time")
    self.pools = pools
    self.target = target
    self.hold = hold
    counts = pools.map(\.minimum)
    ranked = RankedPool.rank(pools, target: target, hold: hold)
    search = MixSearch(pools: pools.count)
  }

  /// Chooses the replicas that carry `load`, in the capacity's unit and not negative, when
  /// `running` replicas of each pool run or start already.
  ///
  /// Gives whether the load is carried; if the pools are too small for it, all are at their
  /// maximum.
  @discardableResult
  public mutating func solve(load: Double, running: [Int]) -> Bool {
    precondition(running.count == pools.count, "running replicas are counted by pool")
    let isCarried = search.run(ranked, load: Self.units(load), running: running)
    for index in pools.indices {
      counts[index] = isCarried ? search.best[index] : pools[index].maximum
    }
    return isCarried
  }

  /// Changes the price of one pool for the choices to come; `counts` stay.
  public mutating func setPrice(_ price: HourlyPrice, ofPool index: Int) {
    pools[index].price = price
    ranked = RankedPool.rank(pools, target: target, hold: hold)
  }

  /// A load in whole millionths, rounded up past what any mix carries when it is absurd.
  static func units(_ load: Double) -> Int64 {
    precondition(load >= 0, "a load is not negative")
    return Elementary.nearestInteger(Swift.min(load, 1e12) * 1e6)
  }

  /// Which pools to give back first: from the dearest unit of capacity to the cheapest.
  var dearestFirst: ReversedCollection<[RankedPool]> { ranked.reversed() }
}

extension CheapestMix {
  /// Replicas of one kind.
  public struct Pool: Hashable, Sendable {
    /// What a replica costs; not negative.
    public var price: HourlyPrice
    /// The load that a replica carries at most, in the load's unit; at least a millionth.
    public var capacity: Double
    /// The fewest replicas; at least 0.
    public var minimum: Int
    /// The most replicas; at least `minimum`. All of them carry less than 10^11.
    public var maximum: Int
    /// How long a replica starts, which is paid and carries nothing.
    public var startTime: SimDuration

    /// A pool.
    public init(
      price: HourlyPrice, capacity: Double, minimum: Int = 0, maximum: Int,
      startTime: SimDuration = .zero
    ) {
      self.price = price
      self.capacity = capacity
      self.minimum = minimum
      self.maximum = maximum
      self.startTime = startTime
    }
  }
}
