import Capacity
import Kernel
import Simulation
import Statistics

/// How machines of a spot market vanish together, against fleets that were measured.
struct ReclaimSection {
  static let samples = 20
  private static let drops = 500
  private static let hours: Int64 = 20_000

  /// A figure: what was measured, what the model's own formula says where there is one.
  private struct Row {
    var name: String
    var measured: String
    var range: ClosedRange<Double>
    var formula: Double?
    var isShare = true
  }

  private static let rows = [
    Row(
      name: "drops that take two machines of 16 or more", measured: "84.8, 86.8, 92.7%",
      range: 0.848...0.927, formula: 0.887613),
    Row(
      name: "drops that take half of them or more", measured: "55.9, 84.1, 86.2%",
      range: 0.559...0.862, formula: 0.616504),
    Row(
      name: "drops that leave nothing", measured: "36, 68, 73%", range: 0.36...0.73,
      formula: 0.614584),
    Row(
      name: "machines that a drop takes, mean", measured: "6.7, 10.2, 11.1", range: 6.7...11.1,
      formula: 10.839036, isShare: false),
    Row(
      name: "lift of a reclaim by one in another zone of the region",
      measured: "2.91 (1.63 to 5.10)", range: 1.63...5.10, formula: nil, isShare: false),
    Row(
      name: "the same without shocks", measured: "1", range: 0.9...1.1, formula: 1, isShare: false),
  ]

  /// Figures outside of what was measured, or too far from the formula.
  private(set) var wrong: [String] = []

  mutating func table() async throws -> String {
    let found = try await Parallel.map(Array(0..<Self.samples)) { number in
      let seed = Plain.seed + 12_000 + UInt64(number)
      let drops = Self.drops(seed: seed)
      func share(_ holds: (Int) -> Bool) -> Double {
        Double(drops.count(where: holds)) / Double(drops.count)
      }
      return [
        share { $0 >= 2 }, share { $0 >= 8 }, share { $0 == 16 },
        Double(drops.reduce(0, +)) / Double(drops.count),
        Self.lift(.measured, seed: seed), Self.lift(nil, seed: seed),
      ]
    }
    var table = MarkdownTable("figure", "measured", "formula", "simulated", "95% interval", "holds")
    for (place, row) in Self.rows.enumerated() { add(row, found.map { $0[place] }, to: &table) }
    return table.text
  }

  private mutating func add(_ row: Row, _ values: [Double], to table: inout MarkdownTable) {
    guard let interval = StudentInterval(values), let half = interval.halfWidth,
      let wide = StudentInterval(values, level: ClosedFormSection.strictLevel)?.halfWidth
    else { return }
    let isNear = row.formula.map { (interval.mean - $0).magnitude <= wide } ?? true
    let holds = row.range.contains(interval.mean) && isNear
    if !holds { wrong.append(row.name) }
    func show(_ value: Double) -> String {
      row.isShare ? Figure.percent(value) : Figure.fixed(value, 2)
    }
    table.add(
      row.name, row.measured, row.formula.map(show) ?? "", show(interval.mean),
      show(interval.mean - half) + " to " + show(interval.mean + half), holds ? "yes" : "no")
  }

  /// How many of sixteen machines each reclaim takes, of those that take any.
  private static func drops(seed: UInt64) -> [Int] {
    let cycle = SpotCycle(upTime: .constant(60), downTime: .constant(60), beginsOpen: true)
    var drops: [Int] = []
    let clock = Clock(measure: .minutes(2 * Int64(Self.drops)), interval: .hours(1))
    var market = process("zone", cycle, nil, seed: seed, clock)
    while let event = market.nextEvent() {
      guard case .reclaims(let share) = event.kind else { continue }
      let taken = (0..<16).count {
        market.takes(instance: $0, event: event.number, share: share)
      }
      if taken > 0 { drops.append(taken) }
    }
    return drops
  }

  /// How much likelier a reclaim in one of three zones is within a quarter of an hour of one in
  /// another than within as much of any instant: the mean over the ordered pairs.
  private static func lift(_ shocks: RegionalShocks?, seed: UInt64) -> Double {
    // The median of the nine zones measured, us-east-2b; see `RegionalShocks.measured`.
    let cycle = SpotCycle(
      upTime: .weibull(shape: 0.642, scale: 18_000),
      downTime: .lognormal(mu: Elementary.log(3_600) - 0.174, sigma: 1.329, shift: 0))
    let clock = Clock(measure: .hours(hours), interval: .hours(1))
    let zones = ["a", "b", "c"].map { name in
      var market = process(name, cycle, shocks, seed: seed, clock)
      var instants: [Double] = []
      while let event = market.nextEvent() {
        if case .reclaims = event.kind { instants.append(event.at.seconds) }
      }
      return instants
    }
    let any = (1..<Int(hours) * 4).map { Double($0) * 900 }
    var lifts: [Double] = []
    for one in zones.indices {
      for other in zones.indices where other != one {
        lifts.append(share(of: zones[one], near: zones[other]) / share(of: any, near: zones[other]))
      }
    }
    return lifts.reduce(0, +) / Double(lifts.count)
  }

  /// The share of instants that have one of `others` within a quarter of an hour; both ascending.
  private static func share(of instants: [Double], near others: [Double]) -> Double {
    var (next, hits) = (0, 0)
    for instant in instants {
      while next < others.count, others[next] < instant - 900 { next += 1 }
      if next < others.count, others[next] <= instant + 900 { hits += 1 }
    }
    return Double(hits) / Double(instants.count)
  }

  private static func process(
    _ name: String, _ cycle: SpotCycle, _ shocks: RegionalShocks?, seed: UInt64, _ clock: Clock
  ) -> SpotMarketProcess {
    let zone = SpotZone(
      name: name, supply: .cycle(cycle), price: .constant(HourlyPrice(dollarsPerHour: 1)))
    return SpotMarketProcess(
      zone: zone, of: SpotRegion(name: "region", shocks: shocks, zones: [zone]),
      random: RandomSource(seed: seed, replication: 0), clock: clock)
  }
}
