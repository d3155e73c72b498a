import Capacity
import Kernel

extension Replication {
  /// Sets up the markets that pools buy in, as they stand at the beginning.
  mutating func beginMarkets() {
    for pool in pools.indices {
      guard case .market(let purchase) = pools[pool].pool.purchase else { continue }
      let zones = purchase.region.zones.map { market(of: $0, in: purchase.region) }
      pools[pool].fleet = MarketFleet(mix: purchase.mix, zones: zones)
    }
    for zone in markets.indices {
      while markets[zone].due(at: now) != nil {}
      scheduleChange(of: zone)
    }
    for pool in pools.indices { scheduleSettling(of: pool) }
  }

  /// The place of a zone's market, which is set up if no pool has it yet.
  private mutating func market(of zone: SpotZone, in region: SpotRegion) -> Int {
    let known = markets.firstIndex { $0.name == zone.name && $0.region == region.name }
    if let known { return known }
    markets.append(MarketZone(zone, of: region, random: random, clock: scenario.clock))
    return markets.count - 1
  }

  private mutating func scheduleChange(of zone: Int) {
    if let next = markets[zone].next {
      events.schedule(.zoneChange, at: max(next.at, now), entity: zone)
    }
  }

  /// Lets happen what is due in all zones, so that none is turned to that closes at this instant;
  /// then pools replace what is taken and use what is free.
  mutating func changeZones() {
    for zone in markets.indices {
      var hasChanged = false
      while let event = markets[zone].due(at: now) {
        take(event, in: zone)
        hasChanged = true
      }
      if hasChanged { scheduleChange(of: zone) }
    }
    for pool in pools.indices where pools[pool].fleet != nil {
      place(in: pool)
      scheduleSettling(of: pool)
    }
  }

  /// A pool that waits until a market has settled looks again when it has.
  private mutating func scheduleSettling(of pool: Int) {
    guard let fleet = pools[pool].fleet, fleet.mix.settle > .zero else { return }
    for (place, zone) in fleet.zones.enumerated() where markets[zone].market.isOpen {
      let settled = markets[zone].market.since + fleet.mix.settle
      // Once for each opening: this is asked again at each change of any zone.
      guard settled > now, settled != fleet.settled[place] else { continue }
      pools[pool].fleet?.settled[place] = settled
      events.schedule(.zoneChange, at: settled, entity: zone)
    }
  }

  /// Takes the instances that a market's event takes.
  private mutating func take(_ event: MarketEvent, in zone: Int) {
    switch event.kind {
    case .opens: return
    case .closes: refuse(.max, in: zone)
    case .reclaims(let share):
      let there = spot(in: zone) { $0.isStarting || $0 == .ready || $0 == .draining }
      let taken = there.filter {
        markets[zone].process.takes(
          instance: instances[$0].number, pool: pools[instances[$0].pool].group,
          event: event.number, share: share)
      }
      announce(taken, of: there.count, in: zone, "the market closes")
    case .holds(let most):
      let held = spot(in: zone) { $0.isComing || $0 == .ready }
      let excess = markets[zone].market.excess(held: held.count)
      let refused = refuse(excess, in: zone)
      let taken = unluckiest(excess - refused, in: zone, event: event.number)
      announce(
        taken, of: held.count - refused, in: zone, "the market holds \(most) from now on")
    }
  }

  /// Refuses up to so many of the requests that have got no machine yet in a zone that has no
  /// capacity for them, the last first; says how many. Nothing was billed; the pool asks again.
  @discardableResult private mutating func refuse(_ most: Int, in zone: Int) -> Int {
    let refused = spot(in: zone) { $0.isQueued }.suffix(most)
    for id in refused.reversed() { end(id) }
    return refused.count
  }

  /// So many of a zone's instances, those with the worst luck in an event; in order of launch.
  private func unluckiest(_ count: Int, in zone: Int, event: Int) -> [Int] {
    guard count > 0 else { return [] }
    let held = spot(in: zone) { $0.isStarting || $0 == .ready }
    let order = held.map { id in
      let luck = markets[zone].process.luck(
        ofInstance: instances[id].number, pool: pools[instances[id].pool].group, event: event)
      return (luck: luck, id: id)
    }.sorted { ($0.luck, $0.id) < ($1.luck, $1.id) }
    return order.prefix(count).map(\.id).sorted()
  }

  /// The spot instances in a zone that have not been told to go by it and are in such a phase.
  func spot(in zone: Int, where isThere: (InstanceState.Phase) -> Bool) -> [Int] {
    present.filter { id in
      guard let slot = instances[id].slot, slot.isSpot, !instances[id].isNoticed else {
        return false
      }
      return pools[instances[id].pool].fleet?.zones[slot.zone] == zone
        && isThere(instances[id].phase)
    }
  }

  /// Tells a group that it is taken. It serves no more and stays for the notice; without one it
  /// goes at once.
  private mutating func announce(_ taken: [Int], of held: Int, in zone: Int, _ why: String) {
    let notice = markets[zone].notice
    for pool in pools.indices {
      let ours = taken.filter { instances[$0].pool == pool }
      if ours.isEmpty { continue }
      let share = "zone \(markets[zone].name) takes \(ours.count) of \(held)"
      decide(
        who: "spot_market", pool: pool, what: notice > .zero ? "notice" : "interruption",
        why: "\(why): \(share)")
    }
    let end = now + notice
    for id in taken {
      if notice == .zero {
        instances[id].isInterrupted = true
        self.end(id)
      } else {
        heedNotice(id)
        if end < scenario.clock.end { events.schedule(.interruption, at: end, entity: id) }
      }
    }
  }
}
