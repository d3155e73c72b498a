import Capacity
import Kernel
import Simulation
import Testing

/// Whom a market takes.
@Suite struct MarketLuckTests {
  static let zone = MarketWaitTests.zone(
    SpotCycle(
      upTime: .constant(3_600), downTime: .constant(600),
      share: ReclaimShare(whole: 0, partial: 0.6), beginsOpen: true))

  /// `number gone` of the machines that a pool lost to the market.
  static func lost(_ pools: [Pool], in name: String = "main") throws -> [String] {
    try Sample.idle(pools, seconds: 30_000, seed: 3).instances
      .filter { $0.pool == name && $0.end == .interrupted }
      .map { "\($0.number) \(Int($0.gone.seconds))" }
  }

  @Test func `the same machines are taken whatever other pools there are`() throws {
    let main = Sample.marketPool(count: 10, [Self.zone])
    let own = Sample.pool("own")
    let other = Sample.marketPool("other", count: 10, [Self.zone])
    let alone = try Self.lost([main])
    #expect(alone.count > 5)
    for pools in [[own, main], [main, own], [main, other], [other, main]] {
      #expect(try Self.lost(pools) == alone)
    }
    #expect(try Self.lost([main, other], in: "other") != alone)
  }

  @Test func `another warm-up takes the same machines of a replayed zone`() throws {
    let rows: [(Int64, Int)] = [(0, 8), (100, 5), (200, 8), (300, 3), (400, 8)]
    var zone = Self.zone
    zone.supply = .replay(ReplayTests.steps(rows, .loop))
    func lost(_ warmUp: SimDuration) throws -> [Int] {
      let result = try Sample.run(
        [Sample.requests(at: [])], Sample.serving(),
        [Sample.marketPool(count: 8, [zone], mix: PurchaseMix(fallsBack: false))],
        clock: Clock(measure: .seconds(200), warmUp: warmUp, interval: .seconds(200)))
      return result.instances.filter { $0.gone.seconds == 100 }.map(\.number)
    }
    #expect(try lost(.zero).count == 3)
    #expect(try lost(.zero) == lost(.seconds(90)))
  }
}
