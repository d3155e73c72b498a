import Capacity
import Kernel

/// A pool's dealings with spot markets.
struct MarketFleet {
  let mix: PurchaseMix
  /// The pool's zones, by their places among the replication's markets.
  let zones: [Int]
  /// Instances that are wanted and not to be had in any zone.
  var missing = 0
  /// On-demand instances beyond the mix's share, which stand in for spot.
  var standIns = 0
  /// How many instances were wanted when it last looked.
  var placed = 0
  /// When each zone will have settled, as last scheduled.
  var settled: [SimTime?]
  /// What its instances were charged for the reporting interval so far, up to their last change.
  var charged = Money.zero
  /// Whether an order is being carried out, which no other may interrupt.
  var isPlacing = false

  init(mix: PurchaseMix, zones: [Int]) {
    self.mix = mix
    self.zones = zones
    settled = zones.map { _ in nil }
  }
}

extension PoolState {
  /// Instances that are wanted and not to be had in any zone.
  var missing: Int { fleet?.missing ?? 0 }

  /// Whether on-demand instances stand in for spot.
  var isOnFallback: Bool { (fleet?.standIns ?? 0) > 0 }

  /// The zone of an instance, where the pool buys in the markets of zones.
  func zone(of state: InstanceState) -> SpotZone? {
    guard let slot = state.slot, case .market(let market) = pool.purchase else { return nil }
    return market.region.zones[slot.zone]
  }

  /// Whether an instance was bought in a spot market of either kind.
  func isSpot(_ state: InstanceState) -> Bool {
    switch pool.purchase {
    case .onDemand: false
    case .spot: true
    case .market: state.slot?.isSpot == true
    }
  }

  /// How an instance is paid for: `on_demand`, `spot` or `owned`.
  func purchaseName(of state: InstanceState) -> String {
    pool.isOwned ? "owned" : isSpot(state) ? "spot" : "on_demand"
  }

  /// The prices that hold while an instance lives, and for an hour more.
  func prices(of state: InstanceState, until end: SimTime) -> PriceSeries {
    tariff(of: state).series(from: state.launched ?? end, until: end + .hours(1))
  }

  /// What an instance is charged by.
  func tariff(of state: InstanceState) -> SpotPrice {
    if isSpot(state), let zone = zone(of: state) { return zone.price }
    return .constant(pool.price)
  }
}
