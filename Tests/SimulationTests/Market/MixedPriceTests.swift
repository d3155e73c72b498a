import Autoscaling
import Capacity
import Kernel
import Simulation
import Testing

/// The cheapest mix of a pool on demand and one that buys spot, under two streams; a replica of
/// each carries one.
@Suite struct MixedPriceTests {
  /// `second pool wanted` of each decision about sizes; `nanodollars` is the first pool's price.
  static func story(
    _ zones: [SpotZone], mix: PurchaseMix = PurchaseMix(), onDemand nanodollars: Int64,
    seconds: Int64 = 1_500
  ) throws -> [String] {
    let machine = InstanceType(
      name: "other", gpu: "T4", onDemand: HourlyPrice(nanodollarsPerHour: nanodollars))
    var side = Sample.marketPool("side", count: 0, zones, mix: mix)
    side.max = 10
    var architecture = Architecture(
      name: "tested", serving: Sample.serving(),
      pools: [Pool(name: "main", instance: machine, min: 0, max: 10), side])
    architecture.mixes = [
      MixScaling(pools: ["main", "side"], metric: .streams, carries: [1, 1], filling: 1)
    ]
    let scenario = Scenario(
      name: "sample", clock: Clock(measure: .seconds(seconds), interval: .seconds(seconds)),
      populations: [
        Sample.streams(at: [0, 0], lasting: Double(seconds), period: .seconds(10))
      ], architectures: [architecture])
    let result = try #require(
      try Simulator(scenario, architecture: architecture).run(replication: 0))
    return result.decisions.filter { $0.who == "autoscaler" }.map {
      "\(Int($0.time.seconds)) \($0.pool) \($0.to)"
    }
  }

  static func price(_ steps: [(Int64, Double)]) -> SpotPrice {
    .trace(
      TimedSteps(
        steps.map { .init(at: .seconds($0.0), value: HourlyPrice(dollarsPerHour: $0.1)) }))
  }

  @Test func `the mix follows the spot price, and gives up when the replacement serves`() throws {
    let price = Self.price([(0, 1.8), (600, 7.2), (1_200, 1.8)])
    #expect(
      try Self.story([Sample.replayed([(0, 9)], price: price)], onDemand: 3_600_000_000) == [
        "15 side 2", "600 main 2", "615 side 0", "1200 side 2", "1215 main 0",
      ])
  }

  @Test func `while no zone is open the pool costs what stands in`() throws {
    let zone = Sample.replayed([(0, 9), (600, 0)], price: Self.price([(0, 1.8)]))
    #expect(
      try Self.story([zone], onDemand: 3_599_999_999)
        == ["15 side 2", "600 main 2", "615 side 0"])
    // At the same price as what stands in for spot, nothing is gained by a change.
    #expect(try Self.story([zone], onDemand: 3_600_000_000) == ["15 side 2"])
  }

  @Test func `what is on demand and what is spot are weighted by the purchase mix`() throws {
    // Of ten, six on demand at $3.60 and four spot at $1.80.
    let zone = Sample.replayed([(0, 9)], price: Self.price([(0, 1.8)]))
    let mix = PurchaseMix(base: 2, spotShare: 0.5)
    #expect(try Self.story([zone], mix: mix, onDemand: 2_880_000_000) == ["15 main 2"])
    #expect(try Self.story([zone], mix: mix, onDemand: 2_880_000_001) == ["15 side 2"])
  }

  @Test(arguments: [
    (ZoneChoice.listed, 3_000_000_000), (.spread, 2_000_000_000),
    (.capacityOptimized, 1_000_000_000), (.cheapest, 1_000_000_000),
  ])
  func `the price is that of the zones that the pool would take`(
    choice: ZoneChoice, nanodollars: Int
  ) throws {
    let zones = [
      Sample.replayed([(0, 0), (5, 9)], zone: "a", price: Self.price([(0, 3)])),
      Sample.replayed([(0, 9)], zone: "b", price: Self.price([(0, 1)])),
      Sample.replayed([(0, 0)], zone: "c", price: Self.price([(0, 0.1)])),
    ]
    let mix = PurchaseMix(choice: choice)
    func first(_ price: Int) throws -> [String] {
      try Self.story(zones, mix: mix, onDemand: Int64(price), seconds: 60)
    }
    #expect(try first(nanodollars) == ["15 main 2"])
    #expect(try first(nanodollars + 1) == ["15 side 2"])
  }

  @Test func `a zone that has not settled does not count`() throws {
    let zones = [Sample.replayed([(0, 0), (20, 9)], price: Self.price([(0, 1)]))]
    let mix = PurchaseMix(settle: .seconds(60))
    #expect(
      try Self.story(zones, mix: mix, onDemand: 3_600_000_000, seconds: 200)
        == ["15 main 2", "90 side 2", "105 main 0"])
  }
}
