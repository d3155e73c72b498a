import Capacity
import Kernel

extension Replication {
  /// What an hour of a replica costs now in a pool that buys in spot markets; nil for others.
  ///
  /// On demand and spot are weighted as the pool at its maximum would be divided, so that only
  /// prices move it. The spot price is that of the zones that are open and have settled: of the
  /// one that the pool's choice would take, their mean where it spreads; without one, what stands
  /// in costs the price on demand. Rounded down to a nanodollar.
  func mixedPrice(ofPool index: Int) -> HourlyPrice? {
    guard let fleet = pools[index].fleet,
      case .market(let purchase) = pools[index].pool.purchase
    else { return nil }
    let onDemand = pools[index].pool.price
    let most = architecture.pools[index].max
    guard most > 0, let spot = spotPrice(purchase, fleet) else { return onDemand }
    let parts = fleet.mix.division(of: most)
    let total =
      Int128(onDemand.nanodollarsPerHour) * Int128(parts.onDemand)
      + Int128(spot.nanodollarsPerHour) * Int128(parts.spot)
    return HourlyPrice(nanodollarsPerHour: Int64(total / Int128(most)))
  }

  /// The price of spot in the zones that have it now; nil when none has.
  private func spotPrice(_ purchase: MarketPurchase, _ fleet: MarketFleet) -> HourlyPrice? {
    let open = fleet.zones.indices.filter { place in
      let market = markets[fleet.zones[place]].market
      return market.isOpen && now - market.since >= fleet.mix.settle
    }
    guard let first = open.first else { return nil }
    func price(_ place: Int) -> HourlyPrice { purchase.region.zones[place].price.price(at: now) }
    switch fleet.mix.choice {
    case .listed: return price(first)
    case .cheapest: return open.map(price).min()
    case .capacityOptimized:
      let oldest = open.min {
        markets[fleet.zones[$0]].market.since < markets[fleet.zones[$1]].market.since
      }
      return price(oldest ?? first)
    case .spread:
      let sum = open.reduce(Int128(0)) { $0 + Int128(price($1).nanodollarsPerHour) }
      return HourlyPrice(nanodollarsPerHour: Int64(sum / Int128(open.count)))
    }
  }
}
