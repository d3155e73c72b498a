import Autoscaling
import Capacity
import Kernel

/// A cost-aware policy over several pools, with the load on its way to it.
struct MixState {
  let scaling: MixScaling
  let pools: [Int]
  var policy: CostAwarePolicy
  var feed: MetricFeed
  var meter = PoolMeter()
  /// What it sees; kept, so that a look allocates nothing.
  var seen: [CostAwarePolicy.Seen]
  var load: Double?

  init(_ scaling: MixScaling, pools states: [PoolState]) {
    self.scaling = scaling
    pools = scaling.pools.map { name in
      guard let index = states.firstIndex(where: { $0.pool.name == name }) else {
        preconditionFailure("a mix names pools of its architecture")
      }
      return index
    }
    let parts = zip(pools, scaling.carries).map { index, capacity in
      let pool = states[index].pool
      return CheapestMix.Pool(
        price: pool.price, capacity: capacity, minimum: pool.min, maximum: pool.max,
        startTime: pool.start.lengthSeldomExceeded)
    }
    policy = CostAwarePolicy(
      .init(
        pools: parts, target: scaling.filling, hold: scaling.hold,
        stabilizeDown: scaling.stabilizeDown, interval: scaling.interval))
    feed = MetricFeed(scaling.feed)
    seen = pools.map { _ in CostAwarePolicy.Seen(wanted: 0, ready: 0) }
  }
}

extension Replication {
  mutating func beginMixes() {
    for (index, scaling) in architecture.mixes.enumerated() {
      mixes.append(MixState(scaling, pools: pools))
      mixes[index].meter.time = now
      events.schedule(.scrapeMix, at: now + scaling.feed.scrape, entity: index)
      events.schedule(.balance, at: now + scaling.interval, entity: index)
    }
  }

  /// Reads the load that a mix carries: over all of its pools, waiting frames counted once.
  mutating func scrapeMix(_ index: Int) {
    advanceAll()
    let metric = mixes[index].scaling.metric
    let load = load(metric, ofPools: mixes[index].pools, since: mixes[index].meter)
    mixes[index].feed.record(load, at: now)
    mixes[index].meter = reading(ofPool: mixes[index].pools[0])
    events.schedule(.scrapeMix, at: now + mixes[index].scaling.feed.scrape, entity: index)
  }

  /// Lets a mix look at its pools and does what it asks for.
  mutating func balance(mix index: Int) {
    let load = mixes[index].feed.average(at: now)
    for (place, pool) in mixes[index].pools.enumerated() {
      mixes[index].seen[place].wanted = pools[pool].wanted
      mixes[index].seen[place].ready = pools[pool].ready
      if let price = mixedPrice(ofPool: pool) {
        mixes[index].policy.setPrice(price, ofPool: place)
      }
    }
    let reason = mixes[index].policy.decide(load: load, pools: mixes[index].seen, at: now)
    for (place, pool) in mixes[index].pools.enumerated() {
      let from = pools[pool].wanted
      let to = min(mixes[index].policy.counts[place], pools[pool].pool.max)
      guard to != from else { continue }
      pools[pool].wanted = to
      let text = load.map { "\(Elementary.nearest($0 * 1000) / 1000)" } ?? "unknown"
      decide(
        who: "autoscaler", pool: pool, what: to > from ? "scale_up" : "scale_down",
        why: "cheapest: \(reason.words) (\(mixes[index].scaling.metric.rawValue) \(text))",
        from: from, to: to)
      reconcile(pool)
    }
    events.schedule(.balance, at: now + mixes[index].scaling.interval, entity: index)
  }
}
