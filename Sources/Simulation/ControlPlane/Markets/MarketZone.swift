import Capacity
import Kernel

/// The spot market of one zone while it runs; pools that name the same zone share it.
struct MarketZone {
  let name: String
  let region: String
  /// How long an instance that is taken may still run.
  let notice: SimDuration
  var process: SpotMarketProcess
  /// How it stands.
  var market: ZoneMarket
  /// What happens next, if anything does.
  var next: MarketEvent?

  init(_ zone: SpotZone, of region: SpotRegion, random: RandomSource, clock: Clock) {
    name = zone.name
    self.region = region.name
    notice = zone.notice
    process = SpotMarketProcess(zone: zone, of: region, random: random, clock: clock)
    market = ZoneMarket(at: clock.beginning)
    next = process.nextEvent()
  }

  /// The next event if it is due, which is then taken note of.
  mutating func due(at now: SimTime) -> MarketEvent? {
    guard let event = next, event.at <= now else { return nil }
    market.apply(event)
    next = process.nextEvent()
    return event
  }
}
