import Capacity
import Kernel
import Simulation

/// Spot markets to test with, and what is measured on them.
enum MarketSample {
  /// The median of the nine zones of February 2023, us-east-2b, with regional shocks: own
  /// up-times, in seconds, are longer than those measured (scale 2.9 h), since shocks cut them.
  static let zone = SpotCycle(
    upTime: .weibull(shape: 0.642, scale: 18_000),
    downTime: .lognormal(mu: -0.174 + 8.188689124444202, sigma: 1.329, shift: 0))

  static let price = SpotPrice.constant(HourlyPrice(dollarsPerHour: 0.2))

  static func zone(_ name: String, _ supply: SpotSupply) -> SpotZone {
    SpotZone(name: name, supply: supply, price: price)
  }

  static func clock(hours: Int64, warmUp: SimDuration = .zero) -> Clock {
    Clock(measure: .hours(hours), warmUp: warmUp, interval: .hours(1))
  }

  /// Every event of a zone.
  static func events(
    _ zone: SpotZone, shocks: RegionalShocks? = nil, seed: UInt64 = 5, replication: Int = 0,
    clock: Clock
  ) -> [MarketEvent] {
    let region = SpotRegion(name: "region", shocks: shocks, zones: [zone])
    var market = SpotMarketProcess(
      zone: zone, of: region, random: RandomSource(seed: seed, replication: replication),
      clock: clock)
    var events: [MarketEvent] = []
    while let event = market.nextEvent() { events.append(event) }
    return events
  }

  /// The lengths of the whole up-times, in seconds.
  static func upTimes(_ events: [MarketEvent]) -> [Double] {
    var times: [Double] = []
    var opened: SimTime?
    for event in events {
      if event.kind == .opens { opened = event.at }
      if event.kind == .closes, let since = opened { times.append((event.at - since).seconds) }
    }
    return times
  }

  /// The instants of reclaims, in seconds.
  static func reclaims(_ events: [MarketEvent]) -> [Double] {
    events.compactMap { event in
      if case .reclaims = event.kind { event.at.seconds } else { nil }
    }
  }
}
