import Capacity
import Kernel
import Simulation
import Testing

@Suite struct ReclaimTests {
  /// How many of sixteen instances each reclaim takes, of those that take any.
  static let drops: [Int] = {
    let cycle = SpotCycle(upTime: .constant(60), downTime: .constant(60), beginsOpen: true)
    let zone = MarketSample.zone("zone", .cycle(cycle))
    let random = RandomSource(seed: 5, replication: 0)
    var market = SpotMarketProcess(
      zone: zone, of: SpotRegion(name: "region", zones: [zone]), random: random,
      clock: MarketSample.clock(hours: 700))
    var drops: [Int] = []
    while let event = market.nextEvent() {
      guard case .reclaims(let share) = event.kind else { continue }
      let taken = (0..<16).filter {
        market.takes(instance: $0, event: event.number, share: share)
      }
      if !taken.isEmpty { drops.append(taken.count) }
    }
    return drops
  }()

  static func share(_ holds: (Int) -> Bool) -> Double {
    Double(drops.filter(holds).count) / Double(drops.count)
  }

  // Measured in three fleets of sixteen: 84.8, 86.8 and 92.7%. The model's own figure, by
  // integrating the binomial over the share, is 0.8880; five standard errors about it.
  @Test func `most drops take two machines of sixteen or more`() {
    let share = Self.share { $0 >= 2 }
    #expect((0.85...0.93).contains(share), "\(share)")
    let error = (0.888 * 0.112 / Double(Self.drops.count)).squareRoot()
    #expect((share - 0.888).magnitude < 5 * error + 0.0005, "\(share)")
  }

  // Measured: 36 to 73% left nothing, 55.9 to 86.2% took half or more, 6.7 to 11.1 in the mean.
  @Test func `drops are as large as in the fleets measured`() {
    #expect((0.36...0.73).contains(Self.share { $0 == 16 }))
    #expect((0.559...0.862).contains(Self.share { $0 >= 8 }))
    let mean = Double(Self.drops.reduce(0, +)) / Double(Self.drops.count)
    #expect((6.7...11.1).contains(mean), "\(mean)")
  }

  @Test func `a reclaim of everything takes everyone and one of nothing no one`() {
    let zone = MarketSample.zone("zone", .cycle(MarketSample.zone))
    let market = SpotMarketProcess(
      zone: zone, of: SpotRegion(name: "region", zones: [zone]),
      random: RandomSource(seed: 1, replication: 0), clock: MarketSample.clock(hours: 1))
    for instance in 0..<1_000 {
      #expect(market.takes(instance: instance, event: 3, share: 1))
      #expect(!market.takes(instance: instance, event: 3, share: 0))
    }
  }

  // Pearson's correlation of 20,000 pairs: five standard errors are 0.035.
  @Test func `luck in one event says nothing about luck in the next or of the neighbour`() {
    let zone = MarketSample.zone("zone", .cycle(MarketSample.zone))
    let market = SpotMarketProcess(
      zone: zone, of: SpotRegion(name: "region", zones: [zone]),
      random: RandomSource(seed: 1, replication: 0), clock: MarketSample.clock(hours: 1))
    func isTaken(_ instance: Int, _ event: Int) -> Double {
      market.takes(instance: instance, event: event, share: 0.5) ? 1 : -1
    }
    var events = 0.0
    var neighbours = 0.0
    for instance in 0..<200 {
      for event in 0..<100 {
        events += isTaken(instance, event) * isTaken(instance, event + 1)
        neighbours += isTaken(instance, event) * isTaken(instance + 1, event)
      }
    }
    #expect(events.magnitude / 20_000 < 0.035)
    #expect(neighbours.magnitude / 20_000 < 0.035)
  }

  @Test func `instances of one number in two pools have luck of their own`() {
    let zone = MarketSample.zone("zone", .cycle(MarketSample.zone))
    let market = SpotMarketProcess(
      zone: zone, of: SpotRegion(name: "region", zones: [zone]),
      random: RandomSource(seed: 9, replication: 0), clock: MarketSample.clock(hours: 1))
    var together = 0.0
    for instance in 0..<20_000 {
      let one = market.takes(instance: instance, pool: 4_711, event: 2, share: 0.5)
      let other = market.takes(instance: instance, pool: 815, event: 2, share: 0.5)
      together += one == other ? 1 : -1
    }
    // Five standard errors.
    #expect(together.magnitude / 20_000 < 0.035)
  }
}
