import Capacity
import Kernel
import Simulation
import Testing

@Suite struct MarketFleetTests {
  @Test func `on demand stands in for spot until the spot in its place is ready`() throws {
    let zone = Sample.replayed([(0, 4), (100, 0), (200, 4)], notice: .seconds(30))
    let result = try Sample.idle([Sample.marketPool(count: 2, [zone], boot: 10)], seconds: 400)
    // The market is empty from 100 to 200 s; what it takes stays for the notice.
    #expect(
      result.lives == [
        "0-130 spot a", "0-130 spot a", "100-210 on_demand a", "100-210 on_demand a",
        "200-400 spot a", "200-400 spot a",
      ])
    #expect(
      result.story == [
        "100 notice", "100 fallback", "130 interruption", "130 interruption",
        "210 return_to_spot", "210 return_to_spot",
      ])
    #expect(result.metrics[.onFallback] == 110.0 / 400)
    #expect(result.metrics[.interruptions] == 2)
  }

  @Test func `the interrupted first hour is given back, zone by zone`() throws {
    var pool = Sample.marketPool(
      count: 2,
      [
        Sample.replayed([(0, 1), (100, 0), (200, 1)], zone: "a"),
        Sample.replayed([(0, 1), (4_000, 0), (4_500, 1)], zone: "b"),
      ], mix: PurchaseMix(fallsBack: false))
    pool.freeIfInterruptedWithin = .hours(1)
    let result = try Sample.idle([pool], seconds: 5_000)
    #expect(
      result.lives == [
        "0-100 spot a", "0-4000 spot b", "200-5000 spot a", "4500-5000 spot b",
      ])
    // A second costs a million nanodollars; only the first was within its first hour.
    #expect(
      result.instances.map(\.cost.nanodollars) == [
        0, 4_000_000_000, 4_800_000_000, 500_000_000,
      ])
    #expect(Sample.amounts(result) == [.idle: 9_400_000_000, .refund: -100_000_000])
    #expect(result.cost.nanodollars == 9_300_000_000)
  }

  @Test func `what is taken after a notice is given back, and what stands in is not`() throws {
    let zone = Sample.replayed([(0, 1), (100, 0), (200, 1)], notice: .seconds(30))
    var pool = Sample.marketPool(count: 1, [zone])
    pool.freeIfInterruptedWithin = .hours(1)
    let result = try Sample.idle([pool], seconds: 400)
    #expect(
      result.lives == ["0-130 spot a", "100-200 on_demand a", "200-400 spot a"])
    #expect(Sample.amounts(result)[.refund] == -130_000_000)
    #expect(result.cost.nanodollars == 300_000_000)
  }

  @Test func `without fallback what no zone has is missed until one has it`() throws {
    let zone = Sample.replayed([(0, 4), (100, 1), (200, 4)])
    let mix = PurchaseMix(base: 1, fallsBack: false)
    let result = try Sample.idle([Sample.marketPool(count: 3, [zone], mix: mix)], seconds: 300)
    #expect(result.lives.filter { $0.contains("on_demand") } == ["0-300 on_demand a"])
    #expect(result.lives.count { $0 == "0-100 spot a" } == 1)
    #expect(result.lives.count { $0 == "0-300 spot a" } == 1)
    #expect(result.lives.last == "200-300 spot a")
    #expect(result.story == ["100 interruption", "100 stock_out"])
    #expect(result.metrics[.onFallback] == nil)
  }

  @Test func `a base and a share divide the pool from the beginning`() throws {
    let zones = ["a", "b"].map { Sample.replayed([(0, 9)], zone: $0) }
    let mix = PurchaseMix(base: 2, spotShare: 0.5)
    let result = try Sample.idle([Sample.marketPool(count: 8, zones, mix: mix)], seconds: 100)
    #expect(result.instances.map(\.purchase).count { $0 == "on_demand" } == 5)
    #expect(result.lives.count { $0 == "0-100 spot a" } == 2)
    #expect(result.lives.count { $0 == "0-100 spot b" } == 1)
    #expect(result.metrics[.onFallback] == 0)
  }

  @Test func `a frame in flight at the end of the notice fails and what waits is served`() throws {
    let zone = Sample.replayed([(0, 1), (100, 0), (105, 1)], notice: .seconds(30))
    let result = try Sample.run(
      [Sample.requests(at: [95, 101])], Sample.serving(Sample.constant(60)),
      [Sample.marketPool(count: 1, [zone], mix: PurchaseMix(fallsBack: false))],
      clock: Clock(measure: .seconds(300), interval: .seconds(300)))
    let outcomes = result.populations[0].outcomes
    #expect((outcomes[.failed], outcomes[.served]) == (1, 1))
    #expect(result.lives == ["0-130 spot a", "105-300 spot a"])
    #expect(result.story == ["100 notice", "100 stock_out", "130 interruption"])
  }

  @Test func `zones that close together take nothing from each other`() throws {
    let zones = ["a", "b"].map { Sample.replayed([(0, 9), (100, 0), (200, 9)], zone: $0) }
    let result = try Sample.idle(
      [Sample.marketPool(count: 2, zones, mix: PurchaseMix(fallsBack: false))], seconds: 300)
    #expect(
      result.lives == ["0-100 spot a", "0-100 spot b", "200-300 spot a", "200-300 spot b"])
  }

  @Test func `a zone that has opened just now is used once it has settled`() throws {
    let zone = Sample.replayed([(0, 0), (100, 9)])
    let mix = PurchaseMix(fallsBack: false, settle: .seconds(50))
    let result = try Sample.idle([Sample.marketPool(count: 1, [zone], mix: mix)], seconds: 300)
    #expect(result.lives == ["150-300 spot a"])
  }

  @Test func `pools share what a zone has`() throws {
    let zone = Sample.replayed([(0, 5), (100, 3), (200, 8)])
    let mix = PurchaseMix(fallsBack: false)
    let result = try Sample.idle(
      ["one", "two"].map { Sample.marketPool($0, count: 4, [zone], mix: mix) }, seconds: 300)
    #expect(Self.held(result, at: 50) == 5)
    #expect(Self.held(result, at: 150) == 3)
    #expect(Self.held(result, at: 250) == 8)
  }

  @Test func `an instance pays what its zone asks at the moment`() throws {
    let price = SpotPrice.trace(
      TimedSteps([
        .init(at: .zero, value: Sample.millionASecond),
        .init(at: .seconds(100), value: HourlyPrice(dollarsPerHour: 7.2)),
      ]))
    let zone = Sample.replayed([(0, 9)], price: price)
    let result = try Sample.run(
      [Sample.requests(at: [10])], Sample.serving(Sample.constant(30)),
      [Sample.marketPool(count: 2, [zone])],
      clock: Clock(measure: .seconds(200), interval: .seconds(60)))
    // 100 s for a million nanodollars and 100 s for two, twice.
    #expect(result.cost == Money(nanodollars: 600_000_000))
    #expect(result.timeline.reduce(.zero) { $0 + $1.cost } == result.cost)
    // 30 s of 200 were busy, at the span's mean price.
    let busy = result.ledger.first { $0.category == .busy }
    #expect(busy?.amount == Money(nanodollars: 45_000_000))
  }

  // Whole reclaims take whoever is there, so that each closing shows.
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `every mix meets the same bad hours`(seed: UInt64) throws {
    let cycle = SpotCycle(
      upTime: .weibull(shape: 0.66, scale: 7_200), downTime: .exponential(mean: 900),
      share: ReclaimShare(whole: 1, partial: 0))
    let zone = SpotZone(
      name: "a", supply: .cycle(cycle), price: .constant(Sample.millionASecond))
    let told = try [0.5, 1].map { share in
      try Sample.idle(
        [Sample.marketPool(count: 4, [zone], mix: PurchaseMix(spotShare: share))],
        seconds: 360_000, seed: seed
      ).decisions.filter { $0.what == "notice" }.map(\.time)
    }
    #expect(told[0].count > 10)
    #expect(told[0] == told[1])
  }

  /// Instances there at a second.
  static func held(_ result: ReplicationResult, at second: Int64) -> Int {
    let instant = SimTime.zero + .seconds(second)
    return result.instances.count { $0.launched <= instant && instant < $0.gone }
  }
}
