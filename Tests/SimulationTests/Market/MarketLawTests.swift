import Capacity
import Kernel
import Simulation
import Testing

/// What holds for every pool that buys in spot markets, over many random ones.
@Suite struct MarketLawTests {
  static let scenarios = LawTests.scenarios.filter(RandomMarkets.isDrawn)

  /// What a zone does by itself, whoever buys there.
  struct Course {
    /// When it is open.
    var open: [Range<SimTime>] = []
    /// When it may take machines.
    var taking: Set<SimTime> = []

    init(_ zone: SpotZone, of region: SpotRegion, _ scenario: Scenario) {
      var process = SpotMarketProcess(
        zone: zone, of: region, random: RandomSource(seed: scenario.seed, replication: 0),
        clock: scenario.clock)
      var market = ZoneMarket(at: scenario.clock.beginning)
      while let event = process.nextEvent() {
        let (wasOpen, since) = (market.isOpen, market.since)
        market.apply(event)
        if wasOpen, !market.isOpen { open.append(since..<event.at) }
        if event.kind != .opens, event.kind != .closes { taking.insert(event.at) }
      }
      if market.isOpen { open.append(market.since..<scenario.clock.end) }
    }

    func isOpen(at instant: SimTime, for settle: SimDuration = .zero) -> Bool {
      open.contains { $0.contains(instant) && instant - $0.lowerBound >= settle }
    }
  }

  @Test(arguments: scenarios)
  func `machines come from open zones and go a notice after the zone takes them`(
    number: Int
  ) throws {
    let scenario = RandomScenario.make(number)
    for (place, architecture) in scenario.architectures.enumerated() {
      let result = try LawTests.result(scenario, place)
      for pool in architecture.pools {
        guard case .market(let market) = pool.purchase else { continue }
        for zone in market.region.zones {
          let course = Course(zone, of: market.region, scenario)
          let lives = result.instances.filter {
            $0.pool == pool.name && $0.zone == zone.name && $0.purchase == "spot"
          }
          for life in lives { Self.expect(life, zone, course, settle: market.mix.settle) }
        }
      }
    }
  }

  static func expect(
    _ life: InstanceLife, _ zone: SpotZone, _ course: Course, settle: SimDuration
  ) {
    let asked = life.start.asked ?? .never
    #expect(course.isOpen(at: asked, for: settle), "\(life)")
    #expect(course.isOpen(at: life.launched), "\(life)")
    if life.end == .interrupted {
      #expect(course.taking.contains(life.gone - zone.notice), "\(life)")
    }
    #expect(life.cost >= .zero)
  }

  @Test func `the random markets meet every kind of event`() throws {
    var whats: Set<String> = []
    var ends: Set<InstanceLife.End> = []
    var refunds = Money.zero
    for number in Self.scenarios {
      let result = try LawTests.result(RandomScenario.make(number), 1)
      whats.formUnion(result.decisions.filter { $0.who != "autoscaler" }.map(\.what))
      ends.formUnion(result.instances.filter { $0.zone != nil }.map(\.end))
      refunds = result.ledger.filter { $0.category == .refund }.reduce(refunds) { $0 + $1.amount }
    }
    #expect(whats.isSuperset(of: ["notice", "interruption", "stock_out", "fallback"]))
    #expect(whats.contains("return_to_spot"))
    #expect(ends == [.running, .scaledDown, .interrupted])
    #expect(refunds < .zero)
  }
}
