public import Kernel

/// Keeps the cheapest mix of several pools that carries the load, without a gap while it changes.
///
/// A `CheapestMix` for the highest load of the last `stabilizeDown`. What it no longer wants is
/// given back only as far as replicas that are ready carry that load without it, so a replacement
/// serves before what it replaces leaves. It decides over several pools, hence is no
/// `ScalingPolicy`. In steady state a decision allocates nothing.
public struct CostAwarePolicy: Sendable {
  /// What the policy is told to hold.
  public struct Settings: Hashable, Sendable {
    /// The pools to choose from; at least one.
    public var pools: [CheapestMix.Pool]
    /// The part of each replica's capacity that the load may take; in (0, 1].
    public var target: Double
    /// Over how long a change must pay for itself; positive.
    public var hold: SimDuration
    /// Replicas carry the highest load of so long.
    public var stabilizeDown: SimDuration
    /// How often the policy looks; positive.
    public var interval: SimDuration

    /// Settings; the stabilisation and the interval are those of the Kubernetes autoscaler.
    public init(
      pools: [CheapestMix.Pool], target: Double, hold: SimDuration = .hours(1),
      stabilizeDown: SimDuration = .minutes(5), interval: SimDuration = .seconds(15)
    ) {
      self.pools = pools
      self.target = target
      self.hold = hold
      self.stabilizeDown = stabilizeDown
      self.interval = interval
    }
  }

  /// What the policy sees of one pool.
  public struct Seen: Hashable, Sendable {
    /// The replicas that were asked for last, ready or not; at least 0.
    public var wanted: Int
    /// Replicas that serve; at least 0.
    public var ready: Int

    /// What is seen of one pool.
    public init(wanted: Int, ready: Int) {
      self.wanted = wanted
      self.ready = ready
    }
  }

  /// What the policy is told to hold, with the prices that hold now.
  public private(set) var settings: Settings
  /// The replicas of each pool from the last decision on; the minima before.
  public private(set) var counts: [Int]
  /// The cheapest mix at the last decision, before any replica is kept for the change; the minima
  /// before.
  public var recommended: [Int] { mix.counts }

  private var mix: CheapestMix
  private var highest: SlidingMaximum
  private var wanted: [Int]
  /// What the mix was solved for last; a row of equal looks is solved once.
  private var solved: (load: Double, isCarried: Bool)?

  /// A policy that has seen nothing yet.
  public init(_ settings: Settings) {
    self.settings = settings
    mix = CheapestMix(pools: settings.pools, target: settings.target, hold: settings.hold)
    highest = SlidingMaximum(window: settings.stabilizeDown, interval: settings.interval)
    counts = mix.counts
    wanted = Array(repeating: -1, count: counts.count)
  }

  /// How often it looks.
  public var interval: SimDuration { settings.interval }

  /// Changes the price of one pool for the decisions to come; one that does not differ is free.
  public mutating func setPrice(_ price: HourlyPrice, ofPool index: Int) {
    guard settings.pools[index].price != price else { return }
    settings.pools[index].price = price
    mix.setPrice(price, ofPool: index)
    solved = nil
  }

  /// Looks at the load, in the capacities' unit, and decides `counts`; instants must not go back.
  ///
  /// Without a load nothing changes, but within the bounds of each pool.
  public mutating func decide(load: Double?, pools: [Seen], at now: SimTime) -> ScalingReason {
    precondition(pools.count == counts.count, "every pool is seen")
    guard let load, load >= 0 else {
      for index in counts.indices { counts[index] = bounded(pools[index].wanted, index) }
      return .noMetric
    }
    let held = highest.add(load, at: now)
    let isCarried = solve(held, pools)
    let isWaiting = change(pools, load: CheapestMix.units(held))
    if !isCarried { return .atMaximum }
    if isWaiting { return .replacementStarting }
    return held > load ? .stabilized : .cheapestMix
  }

  private func bounded(_ count: Int, _ index: Int) -> Int {
    let pool = settings.pools[index]
    return Swift.min(Swift.max(count, pool.minimum), pool.maximum)
  }

  private mutating func solve(_ load: Double, _ pools: [Seen]) -> Bool {
    var isSame = true
    for index in pools.indices where wanted[index] != pools[index].wanted {
      wanted[index] = pools[index].wanted
      isSame = false
    }
    if isSame, let solved, solved.load == load { return solved.isCarried }
    let isCarried = mix.solve(load: load, running: wanted)
    solved = (load, isCarried)
    return isCarried
  }

  /// Asks for all that the mix adds, and gives back what it drops as far as ready replicas carry
  /// the load; true when something must be kept for that.
  ///
  /// Of a pool that shrinks, replicas that do not serve yet leave first.
  private mutating func change(_ pools: [Seen], load: Int64) -> Bool {
    var spare = -load
    for pool in mix.dearestFirst {
      let seen = pools[pool.index]
      counts[pool.index] = bounded(Swift.max(mix.counts[pool.index], seen.wanted), pool.index)
      spare += pool.capacity * Int64(Swift.min(seen.ready, counts[pool.index]))
    }
    var isWaiting = false
    for pool in mix.dearestFirst where counts[pool.index] > mix.counts[pool.index] {
      let surplus = counts[pool.index] - mix.counts[pool.index]
      let ready = Swift.min(pools[pool.index].ready, counts[pool.index])
      let free = Int(Swift.max(spare, 0) / pool.capacity)
      let given = Swift.min(surplus, counts[pool.index] - ready + free)
      counts[pool.index] -= given
      spare -= pool.capacity * Int64(ready - Swift.min(ready, counts[pool.index]))
      isWaiting = isWaiting || given < surplus
    }
    return isWaiting
  }
}

extension ScalingReason {
  /// The cheapest replicas that carry the load.
  public static var cheapestMix: ScalingReason { ScalingReason("cheapest mix") }
  /// Dearer replicas serve until cheaper ones are ready.
  public static var replacementStarting: ScalingReason { ScalingReason("replacement starting") }
}
