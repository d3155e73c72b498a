import Capacity
import Kernel
import Simulation

/// Spot markets of a region and pools that buy in them, each a function of a scenario's number.
struct RandomMarkets {
  private var random: RandomStream

  private init(number: Int) {
    random = RandomSource(seed: 99, replication: number).stream(.phase, group: 8, entity: 7)
  }

  /// Whether the scenario of a number has markets.
  static func isDrawn(for number: Int) -> Bool { number % 4 == 1 }

  /// Has pools without nodes buy in the zones of one region.
  static func open(to architectures: inout [Architecture], number: Int) {
    guard isDrawn(for: number) else { return }
    var maker = RandomMarkets(number: number)
    let region = maker.region()
    for architecture in architectures.indices {
      for pool in architectures[architecture].pools.indices
      where architectures[architecture].pools[pool].nodes == nil {
        maker.sell(in: region, to: &architectures[architecture].pools[pool])
      }
    }
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int(random.next32() % UInt32(choices.count))]
  }

  private mutating func region() -> SpotRegion {
    let shocks = pick([nil, RegionalShocks(every: .minutes(4), reach: 0.5)])
    let zones = ["a", "b", "c"].prefix(pick([1, 2, 3])).map { name in
      SpotZone(
        name: name, supply: supply(), price: price(),
        notice: pick([.zero, .seconds(10), .minutes(2)]))
    }
    return SpotRegion(name: "region", shocks: shocks, zones: zones)
  }

  private mutating func supply() -> SpotSupply {
    let offset = SimDuration.seconds(pick([0, 55, -1_000]))
    let levels: [TimedSteps<Int>.Step] = [
      .init(at: .zero, value: 2), .init(at: .seconds(70), value: 0),
      .init(at: .seconds(110), value: 3), .init(at: .seconds(200), value: 1),
      .init(at: .seconds(260), value: 8),
    ]
    return pick([
      .cycle(
        SpotCycle(
          upTime: .weibull(shape: 0.7, scale: 150), downTime: .exponential(mean: 40),
          share: pick([.measured, ReclaimShare(whole: 0, partial: 1)]),
          beginsOpen: pick([true, false]))),
      .cycle(SpotCycle(upTime: .constant(80), downTime: .constant(20))),
      .replay(TimedSteps(levels, ending: pick([.hold, .loop]), offset: offset)),
    ])
  }

  private mutating func price() -> SpotPrice {
    let prices: [TimedSteps<HourlyPrice>.Step] = [
      .init(at: .zero, value: HourlyPrice(nanodollarsPerHour: 123_456_789)),
      .init(at: .seconds(33), value: HourlyPrice(nanodollarsPerHour: 987_654_321)),
      .init(at: .seconds(101), value: HourlyPrice(nanodollarsPerHour: 1)),
      .init(at: .seconds(150), value: HourlyPrice(nanodollarsPerHour: 77_777_777)),
    ]
    return pick([
      .constant(HourlyPrice(nanodollarsPerHour: 333_333_333)),
      .trace(TimedSteps(prices, ending: pick([.hold, .loop]), offset: .seconds(pick([0, 77])))),
    ])
  }

  private mutating func sell(in region: SpotRegion, to pool: inout Pool) {
    let mix = PurchaseMix(
      base: pick([0, 1]), spotShare: pick([0.5, 1]), fallsBack: pick([true, false]),
      choice: pick(ZoneChoice.allCases), settle: pick([.zero, .seconds(15), .seconds(45)]))
    pool.purchase = .market(MarketPurchase(region: region, mix: mix))
    pool.start.provision = pick([.constant(0), .constant(25), .exponential(mean: 20)])
    pool.billingRule = pick(BillingRule.allCases)
    pool.freeIfInterruptedWithin = pick([.zero, .minutes(2), .hours(1)])
    // The language has none of these beside markets.
    pool.warm = nil
    pool.failures = nil
    pool.outages = []
  }
}
