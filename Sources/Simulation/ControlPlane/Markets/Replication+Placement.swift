import Capacity
import Kernel

extension Replication {
  /// Brings a pool that buys in spot markets to what it wants, as far as its zones have it.
  mutating func place(in pool: Int, isInitial: Bool = false) {
    guard let fleet = pools[pool].fleet, !fleet.isPlacing else { return }
    pools[pool].fleet?.isPlacing = true
    let offers = fleet.zones.indices.map { offer(ofZone: $0, to: pool, fleet) }
    let orders = fleet.mix.place(wanted: pools[pool].wanted, zones: offers, at: now)
    for (zone, order) in orders.enumerated() {
      let spot = MarketSlot(zone: zone, isSpot: true)
      let onDemand = MarketSlot(zone: zone, isSpot: false)
      for _ in 0..<order.launchSpot { launch(in: pool, isInitial: isInitial, slot: spot) }
      for _ in 0..<order.launchOnDemand { launch(in: pool, isInitial: isInitial, slot: onDemand) }
      for _ in 0..<order.endSpot { giveUp(spot, in: pool) }
      for _ in 0..<order.endOnDemand { giveUp(onDemand, in: pool) }
    }
    pools[pool].fleet?.isPlacing = false
    noteShortage(of: pool, offers, orders)
  }

  /// What a zone has for a pool now, and what the pool has there.
  private func offer(ofZone place: Int, to pool: Int, _ fleet: MarketFleet) -> ZoneOffer {
    let zone = fleet.zones[place]
    let market = markets[zone].market
    let held = spot(in: zone) { $0.isComing || $0 == .ready }
    let ours = held.filter { instances[$0].pool == pool }
    let onDemand = live(MarketSlot(zone: place, isSpot: false), in: pool)
    guard case .market(let purchase) = pools[pool].pool.purchase else {
      preconditionFailure("a pool with zones buys in their markets")
    }
    return ZoneOffer(
      room: market.room(held: held.count), openSince: market.since,
      price: purchase.region.zones[place].price.price(at: now), spot: ours.count,
      spotReady: ours.count { instances[$0].phase == .ready }, onDemand: onDemand.count)
  }

  /// A pool's instances of a slot that are not leaving.
  private func live(_ slot: MarketSlot, in pool: Int) -> [Int] {
    present.filter { id in
      let state = instances[id]
      return state.pool == pool && state.slot == slot
        && (state.phase.isComing || state.phase == .ready)
    }
  }

  private mutating func giveUp(_ slot: MarketSlot, in pool: Int) {
    guard let victim = victim(among: live(slot, in: pool)) else {
      preconditionFailure("a pool gives up what it has")
    }
    if instances[victim].phase.isComing { end(victim) } else { drain(victim) }
  }

  /// Notes how much of the spot wanted is on demand or not to be had, and says so when it changes.
  private mutating func noteShortage(of pool: Int, _ offers: [ZoneOffer], _ orders: [ZoneOrder]) {
    guard let fleet = pools[pool].fleet else { return }
    let wanted = pools[pool].wanted
    let target = fleet.mix.division(of: wanted)
    var spot = 0
    var onDemand = 0
    for (offer, order) in zip(offers, orders) {
      spot += offer.spot + order.launchSpot - order.endSpot
      onDemand += offer.onDemand + order.launchOnDemand - order.endOnDemand
    }
    let standIns = max(onDemand - target.onDemand, 0)
    let missing = max(wanted - spot - onDemand, 0)
    let held = "\(spot) of \(target.spot) spot instances are held"
    if missing > fleet.missing {
      decide(who: "spot_market", pool: pool, what: "stock_out", why: "no zone has more: \(held)")
    }
    if standIns > fleet.standIns {
      decide(
        who: "pool", pool: pool, what: "fallback",
        why: "\(held), \(standIns) on demand in their place")
    } else if standIns < fleet.standIns, wanted >= fleet.placed {
      decide(
        who: "pool", pool: pool, what: "return_to_spot",
        why: "\(held), \(standIns) still on demand in their place")
    }
    pools[pool].fleet?.standIns = standIns
    pools[pool].fleet?.missing = missing
    pools[pool].fleet?.placed = wanted
  }

  /// Charges an instance of a pool with markets for the reporting interval up to now.
  mutating func chargeInterval(of id: Int) {
    let state = instances[id]
    guard pools[state.pool].fleet != nil, let launched = state.launched, now > .zero else { return }
    let first = max(launched, recorder.intervalStart)
    let prices = pools[state.pool].tariff(of: state).series(from: first, until: now)
    pools[state.pool].fleet?.charged += prices.cost(from: first, until: now)
  }
}
