import Capacity
import Kernel
import Simulation
import Testing

/// Bills of whole runs over fleets and prices that change.
///
/// Yelp/clusterman, itests/simulation_aws_price_computations.feature: runs of two hours.
@Suite struct MarketBillTests {
  /// A pool that has what its market holds, at prices in dollars an hour from a second on.
  static func pool(
    _ prices: [(Int64, Double)], _ held: [(Int64, Int)], _ rule: BillingRule,
    name: String = "main", boot: Double = 0
  ) -> Pool {
    let steps = prices.map {
      TimedSteps<HourlyPrice>.Step(at: .seconds($0.0), value: HourlyPrice(dollarsPerHour: $0.1))
    }
    let zone = Sample.replayed(held, zone: name, price: .trace(TimedSteps(steps)))
    var pool = Sample.marketPool(
      name, count: held.map(\.1).max() ?? 0, [zone], mix: PurchaseMix(fallsBack: false), boot: boot)
    pool.billingRule = rule
    return pool
  }

  static func bill(_ pools: [Pool]) throws -> String {
    try Sample.idle(pools, seconds: 7_200).cost.decimalText
  }

  @Test func `the price is that of each instance-hour's first moment`() throws {
    let rule = BillingRule.hourlyPriceLock
    #expect(try Self.bill([Self.pool([(0, 1)], [(0, 1)], rule)]) == "2.000000000")
    let rising = [(Int64(0), 1.0), (1_800, 2.0)]
    #expect(try Self.bill([Self.pool(rising, [(0, 1)], rule)]) == "3.000000000")
    #expect(try Self.bill([Self.pool(rising, [(0, 2)], rule)]) == "6.000000000")
    let early = [(Int64(0), 1.0), (1_200, 2.0)]
    #expect(try Self.bill([Self.pool(early, [(0, 1), (1_800, 2)], rule)]) == "6.000000000")
  }

  @Test func `by the second two markets pay the prices of each moment`() throws {
    let a = Self.pool([(0, 1), (1_800, 2)], [(0, 1)], .perSecond, name: "a")
    let b = Self.pool(
      [(0, 0.5), (4_500, 0.75)], [(0, 0), (1_920, 1), (5_400, 0)], .perSecond, name: "b")
    // 4.045833 to the cent; parts of a life are rounded down, so up to a nanodollar each is lacking.
    let cost = try Sample.idle([a, b], seconds: 7_200).cost.nanodollars
    #expect((4_045_833_330...4_045_833_334).contains(cost), "\(cost)")
  }

  @Test func `an instance that never serves is billed`() throws {
    let pool = Self.pool([(0, 1)], [(0, 0), (60, 1), (180, 0)], .perSecond, boot: 300)
    let result = try Sample.idle([pool], seconds: 7_200)
    #expect(result.instances.allSatisfy { $0.ready == nil })
    #expect((33_333_332...33_333_334).contains(result.cost.nanodollars), "\(result.cost)")
  }
}
