import Capacity
import Kernel
import Simulation
import Testing

/// What pools do that have asked for machines, or wait, when a market changes.
@Suite struct MarketWaitTests {
  static let hours = SpotCycle(
    upTime: .constant(3_600), downTime: .constant(3_600), share: ReclaimShare(whole: 1, partial: 0),
    beginsOpen: true)

  static func zone(
    _ cycle: SpotCycle, named name: String = "a", notice: SimDuration = .zero
  ) -> SpotZone {
    SpotZone(
      name: name, supply: .cycle(cycle), price: .constant(Sample.millionASecond), notice: notice)
  }

  // A copy of each wait at each change would make more events than any machine could work off.
  @Test func `zones that open and close by the minute schedule each wait once`() throws {
    let cycle = SpotCycle(upTime: .exponential(mean: 1_800), downTime: .exponential(mean: 300))
    let zones = (0..<8).map { Self.zone(cycle, named: "zone-\($0)") }
    let mix = PurchaseMix(settle: .minutes(20))
    let result = try Sample.idle(
      [Sample.marketPool(count: 2, zones, mix: mix)], seconds: 43_200, seed: 3)
    #expect(result.instances.count { $0.purchase == "spot" } > 5)
  }

  // What is asked for at 7200 s would be there at 11,400 s; the market is closed from 10,800 s on.
  @Test func `a machine that is being provided when the market closes is not had`() throws {
    let levels: [(Int64, Int)] = [
      (0, 4), (3_600, 0), (7_200, 4), (10_800, 0), (14_400, 4), (18_000, 0),
    ]
    for zone in [Self.zone(Self.hours), Sample.replayed(levels)] {
      var pool = Sample.marketPool(count: 4, [zone], mix: PurchaseMix(fallsBack: false))
      pool.start.provision = .constant(4_200)
      let result = try Sample.idle([pool], seconds: 18_000)
      #expect(result.lives == Array(repeating: "0-3600 spot a", count: 4))
      #expect(
        result.story == [
          "3600 interruption", "3600 stock_out", "10800 stock_out",
        ])
      #expect(result.metrics[.coldStarts] == 8)
    }
  }

  @Test func `requests without a machine are refused before machines are taken`() throws {
    let zone = Sample.replayed([(0, 1), (100, 4), (150, 2), (400, 9)])
    var pool = Sample.marketPool(count: 4, [zone], mix: PurchaseMix(fallsBack: false))
    pool.start.provision = .constant(200)
    let result = try Sample.idle([pool], seconds: 900)
    #expect(
      result.lives == ["0-900 spot a", "300-900 spot a", "600-900 spot a", "600-900 spot a"])
  }

  // Open for ever so long: there is nothing to wait for.
  @Test func `a replayed zone that was open before is settled at the beginning`() throws {
    func lives(_ rows: [(Int64, Int)], offset: Int64) throws -> [String] {
      var zone = Sample.replayed(rows)
      zone.supply = .replay(ReplayTests.steps(rows, offset: .seconds(offset)))
      let mix = PurchaseMix(fallsBack: false, settle: .minutes(30))
      return try Sample.idle([Sample.marketPool(count: 1, [zone], mix: mix)], seconds: 3_000).lives
    }
    #expect(try lives([(0, 9), (50_000, 8)], offset: 20_000) == ["0-3000 spot a"])
    #expect(try lives([(0, 0), (1_000, 9)], offset: 1_500) == ["1300-3000 spot a"])
    #expect(try lives([(0, 0), (1_000, 9)], offset: 2_800) == ["0-3000 spot a"])
  }
}
