import Capacity
import Kernel
import Simulation
import Testing

@Suite struct RegionalShockTests {
  static let hours: Int64 = 60_000

  /// The reclaims of three zones of a region, in seconds.
  static func reclaims(_ shocks: RegionalShocks?, seed: UInt64 = 5) -> [[Double]] {
    ["a", "b", "c"].map { name in
      MarketSample.reclaims(
        MarketSample.events(
          MarketSample.zone(name, .cycle(MarketSample.zone)), shocks: shocks,
          seed: seed, clock: MarketSample.clock(hours: hours)))
    }
  }

  /// How much likelier a reclaim in one zone is within `within` seconds of a reclaim in another
  /// than within as much of any instant: the mean over the ordered pairs, with the base rate.
  static func lift(_ zones: [[Double]], within: Double) -> (lift: Double, base: Double) {
    var lifts: [Double] = []
    var bases: [Double] = []
    for a in zones.indices {
      for b in zones.indices where b != a {
        let near = share(of: zones[a], near: zones[b], within)
        let any = (1..<Int(hours) * 4).map { Double($0) * 900 }
        let base = share(of: any, near: zones[b], within)
        lifts.append(near / base)
        bases.append(base)
      }
    }
    let count = Double(lifts.count)
    return (lifts.reduce(0, +) / count, bases.reduce(0, +) / count)
  }

  /// The share of instants that have one of `others` within reach; both ascending.
  static func share(of instants: [Double], near others: [Double], _ within: Double) -> Double {
    var next = 0
    var hits = 0
    for instant in instants {
      while next < others.count, others[next] < instant - within { next += 1 }
      if next < others.count, others[next] <= instant + within { hits += 1 }
    }
    return Double(hits) / Double(instants.count)
  }

  // Measured: 2.906, the mean over the 20 ordered pairs of zones of one region; base rates from
  // 0.04 to 0.15. 60,000 h hold about 10,000 reclaims a zone, of which some 2,500 meet one of
  // another zone: a standard error of about 2% of the lift, or 0.06. The tolerance of 0.3, five
  // of them, is small beside the range of the regions, 1.6 to 5.1.
  @Test(arguments: [5, 6, 7] as [UInt64])
  func `a reclaim in another zone of the region makes one here likelier`(seed: UInt64) {
    let (lift, base) = Self.lift(Self.reclaims(.measured, seed: seed), within: 900)
    #expect((lift - 2.906).magnitude < 0.3, "\(lift)")
    #expect((0.04...0.15).contains(base), "\(base)")
  }

  @Test func `without shocks zones know nothing of each other`() {
    let (lift, _) = Self.lift(Self.reclaims(nil), within: 900)
    #expect((lift - 1).magnitude < 0.15, "\(lift)")
  }

  @Test func `a shock that reaches everyone closes and reopens all zones together`() {
    let calm = SpotCycle(upTime: .constant(1e9), downTime: .exponential(mean: 900))
    let shocks = RegionalShocks(every: .hours(10), reach: 1)
    let clock = MarketSample.clock(hours: 2_000)
    let a = MarketSample.events(MarketSample.zone("a", .cycle(calm)), shocks: shocks, clock: clock)
    let b = MarketSample.events(MarketSample.zone("b", .cycle(calm)), shocks: shocks, clock: clock)
    // The measured span alone: the zones' first spans may have begun apart.
    func changes(_ events: [MarketEvent]) -> [SimTime] {
      events.filter { $0.at > .zero }.map(\.at)
    }
    #expect(changes(a).count > 300)
    #expect(changes(a) == changes(b))
  }
}
