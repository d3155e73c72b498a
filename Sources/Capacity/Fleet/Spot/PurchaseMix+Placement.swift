public import Kernel

extension PurchaseMix {
  /// What to launch and to give up in each zone so that the pool has what it wants.
  ///
  /// Spot goes to the zones with room by `choice`. What no zone has is had on demand if the mix
  /// falls back. Back again: as soon as a zone has room, spot is launched beside the on-demand
  /// instances that stand in for it, and these are given up one for one as the spot instances
  /// become ready, so that a start never costs capacity. `orders` gets one entry for each zone, in
  /// the zones' order. O(zones) for each instance that is launched or given up.
  public func place(
    wanted: Int, zones: [ZoneOffer], at now: SimTime, into orders: inout [ZoneOrder]
  ) {
    precondition(wanted >= 0, "a wish cannot be negative")
    precondition(!zones.isEmpty, "a pool needs a zone")
    orders.removeAll(keepingCapacity: true)
    for _ in zones.indices { orders.append(ZoneOrder()) }
    let target = division(of: wanted)
    var spot = 0
    var spotReady = 0
    var onDemand = 0
    for zone in zones {
      spot += zone.spot
      spotReady += zone.spotReady
      onDemand += zone.onDemand
    }
    while spot < target.spot, let zone = roomiest(zones, orders, at: now) {
      orders[zone].launchSpot += 1
      spot += 1
    }
    while spot > target.spot {
      orders[leastWanted(zones, orders)].endSpot += 1
      spot -= 1
    }
    // On demand stands in for spot that cannot be had until the spot in its place is ready.
    let missing = fallsBack ? target.spot - spot : 0
    let unready = fallsBack ? max(target.spot - spotReady, 0) : 0
    let least = target.onDemand + missing
    let most = target.onDemand + unready
    for _ in 0..<max(least - onDemand, 0) { orders[emptiest(zones, orders)].launchOnDemand += 1 }
    for _ in 0..<max(onDemand - most, 0) { orders[fullest(zones, orders)].endOnDemand += 1 }
  }

  /// The same as a new array.
  public func place(wanted: Int, zones: [ZoneOffer], at now: SimTime) -> [ZoneOrder] {
    var orders: [ZoneOrder] = []
    place(wanted: wanted, zones: zones, at: now, into: &orders)
    return orders
  }

  /// The zone for the next spot instance, or nil when none has room.
  private func roomiest(_ zones: [ZoneOffer], _ orders: [ZoneOrder], at now: SimTime) -> Int? {
    var best: Int?
    for index in zones.indices {
      let zone = zones[index]
      guard zone.room > orders[index].launchSpot, now - zone.openSince >= settle else { continue }
      if let known = best, !prefers(index, to: known, zones, orders) { continue }
      best = index
    }
    return best
  }

  /// Whether the choice puts a zone strictly before another.
  private func prefers(
    _ a: Int, to b: Int, _ zones: [ZoneOffer], _ orders: [ZoneOrder]
  ) -> Bool {
    switch choice {
    case .listed: a < b
    case .spread:
      zones[a].spot + orders[a].launchSpot - orders[a].endSpot
        < zones[b].spot + orders[b].launchSpot - orders[b].endSpot
    case .capacityOptimized: Self.age(zones[a]) < Self.age(zones[b])
    case .cheapest: zones[a].price < zones[b].price
    }
  }

  /// The start of a zone's capacity; a zone that has none is younger than all.
  private static func age(_ zone: ZoneOffer) -> SimTime {
    zone.room > 0 ? zone.openSince : .never
  }

  /// The zone whose spot instance is given up first: the one that the choice likes least, the
  /// last listed among equals. Some zone must have one left.
  private func leastWanted(_ zones: [ZoneOffer], _ orders: [ZoneOrder]) -> Int {
    var worst: Int?
    for index in zones.indices where zones[index].spot > orders[index].endSpot {
      if let known = worst, prefers(index, to: known, zones, orders) { continue }
      worst = index
    }
    guard let worst else { preconditionFailure("no spot instance is left to give up") }
    return worst
  }

  private func emptiest(_ zones: [ZoneOffer], _ orders: [ZoneOrder]) -> Int {
    var best = 0
    for index in zones.indices where held(index, zones, orders) < held(best, zones, orders) {
      best = index
    }
    return best
  }

  /// The zone with the most instances of those with one on demand, the last listed among equals.
  private func fullest(_ zones: [ZoneOffer], _ orders: [ZoneOrder]) -> Int {
    var worst: Int?
    for index in zones.indices where zones[index].onDemand > orders[index].endOnDemand {
      if let known = worst, held(index, zones, orders) < held(known, zones, orders) { continue }
      worst = index
    }
    guard let worst else { preconditionFailure("no on-demand instance is left to give up") }
    return worst
  }

  /// The pool's instances in a zone once its order is carried out.
  private func held(_ index: Int, _ zones: [ZoneOffer], _ orders: [ZoneOrder]) -> Int {
    let order = orders[index]
    return zones[index].spot + order.launchSpot - order.endSpot
      + zones[index].onDemand + order.launchOnDemand - order.endOnDemand
  }
}
