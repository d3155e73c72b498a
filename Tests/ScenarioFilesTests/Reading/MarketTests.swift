import Capacity
import Foundation
import Kernel
import ScenarioFiles
import Testing

@Suite struct MarketTests {
  /// The sample with a market, and a pool that buys in it as `spot` says.
  static func text(
    _ spot: String = "{market: m}",
    a: String = "{up_time: 3h, down_time: 10min, price: $0.16/h}",
    market: String = ""
  ) -> String {
    Sample.replacing(
      "architectures:",
      "markets:\n  m:\n    \(market)\n    zones:\n"
        + "      a: \(a)\n      b: {trace: {file: t.csv}, price: $0.2/h}\narchitectures:"
    )
    .replacing("count: 2", with: "count: 2, spot: \(spot)")
  }

  static let files = ["s/t.csv": "t_seconds,available\n0,4\n60,2\n"]

  static func purchase(_ text: String) throws -> MarketPurchase {
    let reading = Reading(text, files: files)
    let scenario = try #require(reading.scenario, "\(reading.concise)")
    guard case .market(let market) = scenario.architectures[0].pools[0].purchase else {
      throw Surprise()
    }
    return market
  }

  struct Surprise: Error {}

  @Test func `a market is read with what is assumed`() throws {
    let market = try Self.purchase(Self.text())
    #expect(market.mix == PurchaseMix())
    #expect(market.region.name == "m")
    #expect(market.region.shocks == nil)
    #expect(market.region.zones.map(\.name) == ["a", "b"])
    #expect(market.region.zones.map(\.notice) == [.minutes(2), .minutes(2)])
    guard case .cycle(let cycle) = market.region.zones[0].supply else { throw Surprise() }
    #expect(cycle == SpotCycle(upTime: .constant(10_800), downTime: .constant(600)))
    #expect(
      market.region.zones[1].supply
        == .replay(TimedSteps([.init(at: .zero, value: 4), .init(at: .seconds(60), value: 2)])))
  }

  @Test func `every key has its effect`() throws {
    let market = try Self.purchase(
      Self.text(
        "{market: m, zones: [b, a], share: 70%, base: 1, fallback: none, "
          + "choice: capacity_optimized, settle: 5min}",
        a: "{up_time: 3h, down_time: 10min, reclaim: {whole: 1, partial: 20%}, "
          + "price: {trace: {file: p.csv}}, notice: 30s}",
        market: "shocks: {every: 8h, reach: 50%}"
      ).replacing("file: p.csv", with: "file: t.csv, price: available"))
    #expect(
      market.mix
        == PurchaseMix(
          base: 1, spotShare: 0.7, fallsBack: false, choice: .capacityOptimized,
          settle: .minutes(5)))
    #expect(market.region.zones.map(\.name) == ["b", "a"])
    #expect(market.region.shocks == RegionalShocks(every: .hours(8), reach: 0.5))
    let zone = market.region.zones[1]
    #expect(zone.notice == .seconds(30))
    #expect(zone.price.price(at: .zero) == HourlyPrice(dollarsPerHour: 4))
    guard case .cycle(let cycle) = zone.supply else { throw Surprise() }
    #expect(cycle.share == ReclaimShare(whole: 1, partial: 0.2))
    #expect(try Self.purchase(Self.text(market: "shocks: measured")).region.shocks == .measured)
  }

  @Test func `the documented market and its pool are read`() throws {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    let page = try String(
      contentsOf: folder.appendingPathComponent("docs/scenarios.md"), encoding: .utf8)
    let section = try #require(page.components(separatedBy: "\n## markets\n").last)
    let blocks = section.components(separatedBy: "```yaml\n")[1...2].map {
      $0.components(separatedBy: "```")[0]
    }
    let spot = blocks[1].trimmingCharacters(in: .whitespacesAndNewlines)
    let text = Sample.replacing("architectures:", blocks[0] + "architectures:")
      .replacing("count: 2", with: "min: 2, max: 9, \(spot)")
      .replacing("on_demand: $0.40/h", with: "on_demand: $0.40/h, spot: $0.15/h")
    let reading = Reading(
      text,
      files: [
        "s/traces/spot.csv": "t_seconds,available\n0,4\n60,2\n",
        "s/traces/price.csv": "t_seconds,price\n0,0.2\n",
      ])
    #expect(reading.concise == "")
    let pool = try #require(reading.scenario?.architectures[0].pools[0])
    guard case .market(let market) = pool.purchase else { throw Surprise() }
    #expect(market.region.shocks == .measured)
    #expect(market.region.zones.map(\.name) == ["a", "b"])
    #expect(market.mix == PurchaseMix(base: 2, spotShare: 0.7))
  }

  @Test func `a market and up-times of one's own push each other out`() throws {
    let like = Self.text().replacing(
      "like: fixed", with: "like: fixed\n    x-note: 1"
    ).replacing(
      "pools: {main: {min: 1, max: 4}}",
      with: "pools: {main: {min: 1, max: 4, spot: {up_time: 1h, price: $0.1/h}}}")
    let scenario = try #require(Reading(like, files: Self.files).scenario)
    guard case .spot = scenario.architectures[1].pools[0].purchase else { throw Surprise() }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let old: String
    let new: String
    let slugs: [String]
    init(_ old: String, _ new: String, _ slugs: String...) {
      (self.old, self.new, self.slugs) = (old, new, slugs)
    }
    var testDescription: String { "\(old) → \(new)" }
  }

  @Test(arguments: [
    Case("{market: m}", "{market: n}", "unknown-name 24:60+1"),
    Case("{market: m}", "{market: m, zones: [c]}", "unknown-name 24:71+1"),
    Case("{market: m}", "{market: m, zones: [a, a]}", "contradiction 24:74+1"),
    Case("{market: m}", "{market: m, base: 3}", "range 24:69+1"),
    Case("{market: m}", "{market: m, share: 120%}", "range 24:70+4"),
    Case("{market: m}", "{market: m, notice: 2min}", "unknown-key 24:63+6"),
    Case("{market: m}", "{market: m, fallback: wait}", "unknown-name 24:73+4"),
    Case("{market: m}", "{market: m, choice: best}", "unknown-name 24:71+4"),
    Case("up_time: 3h, ", "", "missing-key 19:7+1"),
    Case(", down_time: 10min", "", "missing-key 19:7+1"),
    Case("up_time: 3h", "up_time: 3h, trace: {file: t.csv}", "contradiction 19:31+13"),
    Case("trace: {file: t.csv}", "trace: {file: t.csv}, down_time: 1h", "contradiction 20:44+2"),
    Case("trace: {file: t.csv}", "trace: {file: u.csv}", "trace-file 20:25+5"),
    Case(", price: $0.16/h", "", "missing-key 24:51+11"),
    Case("price: $0.16/h", "prize: $0.16/h", "unknown-key 19:42+5"),
  ])
  func `a wrong value is told where it stands`(_ wrong: Case) {
    let text = Self.text().replacing(wrong.old, with: wrong.new)
    #expect(Reading(text, files: Self.files).spots == wrong.slugs)
  }
}
