/// The depth-first search of `CheapestMix`, with the room that it needs.
struct MixSearch: Sendable {
  /// The counts of the best mix so far, by pool as they were given.
  private(set) var best: [Int]
  private var bestScore = Score.worst
  private var trial: [Int]

  /// What mixes are compared by before the order of pools decides.
  struct Score: Comparable, Sendable {
    var cost: Int64 = 0
    var launches = 0
    var replicas = 0

    static let worst = Score(cost: .max, launches: .max, replicas: .max)

    static func < (a: Score, b: Score) -> Bool {
      if a.cost != b.cost { return a.cost < b.cost }
      if a.launches != b.launches { return a.launches < b.launches }
      return a.replicas < b.replicas
    }

    func adding(_ count: Int, of pool: RankedPool, running: Int) -> Score {
      Score(
        cost: cost + pool.cost(of: count, running: running),
        launches: launches + Swift.max(0, count - running), replicas: replicas + count)
    }
  }

  /// Room for a search over so many pools.
  init(pools: Int) {
    best = Array(repeating: 0, count: pools)
    trial = best
  }

  /// Searches for the mix that carries `load` millionths; false when none does.
  mutating func run(_ pools: [RankedPool], load: Int64, running: [Int]) -> Bool {
    var remaining = load
    for pool in pools { remaining -= pool.capacity * Int64(pool.minimum) }
    if remaining > pools[0].capacityFromHere { return false }
    bestScore = .worst
    descend(pools, running, at: 0, remaining: Swift.max(remaining, 0), score: Score())
    return true
  }

  /// Tries the counts of one pool from its cheapest on, upwards and then downwards.
  ///
  /// The least that a count can lead to is convex in the count (a convex cost, plus the rest of
  /// the load at the best rate left), so each way ends where that is above the best so far.
  private mutating func descend(
    _ pools: [RankedPool], _ running: [Int], at place: Int, remaining: Int64, score: Score
  ) {
    let pool = pools[place]
    let isLast = place + 1 == pools.count
    let left = isLast ? 0 : pools[place + 1].capacityFromHere
    let low = Self.replicas(for: remaining - left, of: pool)
    let high = Swift.min(pool.room, Self.replicas(for: remaining, of: pool))
    // Up to what runs a pool is the best that is left; beyond, only if launches are worth it too.
    let launchRate = Double(pool.holdCost + pool.launchCost) / Double(pool.capacity)
    let isWorthLaunching = isLast || launchRate < pools[place + 1].rate
    let kept = isWorthLaunching ? high : running[pool.index] - pool.minimum
    let start = Swift.min(Swift.max(kept, low), high)
    var added = start
    while added <= high, attempt(pools, running, place, added, remaining, score) { added += 1 }
    added = start - 1
    while added >= low, attempt(pools, running, place, added, remaining, score) { added -= 1 }
  }

  /// Takes `added` replicas above the minimum of a pool and goes on; false when it cannot pay.
  private mutating func attempt(
    _ pools: [RankedPool], _ running: [Int], _ place: Int, _ added: Int, _ remaining: Int64,
    _ score: Score
  ) -> Bool {
    let pool = pools[place]
    let count = pool.minimum + added
    let next = score.adding(count, of: pool, running: running[pool.index])
    let rest = Swift.max(0, remaining - pool.capacity * Int64(added))
    if cannotPay(pools, after: place, cost: next.cost, rest: rest) { return false }
    trial[pool.index] = count
    if place + 1 == pools.count {
      if rest == 0 { keep(next) }
    } else {
      descend(pools, running, at: place + 1, remaining: rest, score: next)
    }
    return true
  }

  /// Whether even the best rate left for the rest of the load makes a mix dearer than the best.
  private func cannotPay(_ pools: [RankedPool], after place: Int, cost: Int64, rest: Int64) -> Bool
  {
    guard bestScore.cost < .max else { return false }
    let rate = place + 1 < pools.count ? pools[place + 1].rate : 0
    // Rounding must never cut off a mix that is as cheap, so the bound is a little generous.
    return Double(cost) + Double(rest) * rate > Double(bestScore.cost) * (1 + 1e-12) + 1
  }

  private mutating func keep(_ score: Score) {
    if score > bestScore { return }
    if score == bestScore {
      guard let place = trial.indices.first(where: { trial[$0] != best[$0] }),
        trial[place] > best[place]
      else { return }
    }
    bestScore = score
    for place in trial.indices { best[place] = trial[place] }
  }

  /// The fewest replicas that carry so many millionths; none for nothing or less.
  private static func replicas(for units: Int64, of pool: RankedPool) -> Int {
    units <= 0 ? 0 : Int((units + pool.capacity - 1) / pool.capacity)
  }
}
