import Capacity
import Kernel
import Simulation
import Testing

@Suite struct MarketEventTests {
  static let hour = SpotCycle(upTime: .constant(3_600), downTime: .constant(600), beginsOpen: true)

  @Test func `a zone opens, closes, takes back, and opens again`() {
    let zone = MarketSample.zone("zone", .cycle(Self.hour))
    let events = MarketSample.events(zone, clock: MarketSample.clock(hours: 2))
    #expect(events.map(\.at.seconds) == [0, 3_600, 3_600, 4_200])
    #expect(events.map(\.number) == [0, 0, 0, 1])
    #expect(events.map(\.kind).filter { $0 == .opens }.count == 2)
    #expect(events[1].kind == .closes)
    guard case .reclaims(let share) = events[2].kind else {
      Issue.record("no reclaim after the closing")
      return
    }
    #expect((0...1).contains(share))
  }

  @Test func `what stands at the beginning is said first, whatever the warm-up`() {
    for replication in 0..<300 {
      let events = MarketSample.events(
        MarketSample.zone("zone", .cycle(MarketSample.zone)), replication: replication,
        clock: MarketSample.clock(hours: 100, warmUp: .hours(3)))
      let beginning = SimTime.zero - .hours(3)
      #expect(events[0].at <= beginning)
      #expect(events.dropFirst().allSatisfy { $0.at > beginning })
      #expect(zip(events, events.dropFirst()).allSatisfy { $0.at <= $1.at })
      if events[0].kind == .closes { #expect(events.count == 1 || events[1].kind == .opens) }
    }
  }

  @Test func `a longer warm-up does not move the bad hours`() {
    let zone = MarketSample.zone("zone", .cycle(MarketSample.zone))
    func measured(_ warmUp: SimDuration) -> [SimTime] {
      MarketSample.events(
        zone, shocks: .measured, clock: MarketSample.clock(hours: 200, warmUp: warmUp)
      ).map(\.at).filter { $0 > .zero }
    }
    #expect(measured(.zero).count > 10)
    #expect(measured(.zero) == measured(.hours(24)))
  }

  @Test func `a zone's luck depends on its name, the seed and the replication alone`() {
    let clock = MarketSample.clock(hours: 500)
    func events(_ name: String, seed: UInt64 = 5, replication: Int = 0) -> [MarketEvent] {
      MarketSample.events(
        MarketSample.zone(name, .cycle(MarketSample.zone)), shocks: .measured, seed: seed,
        replication: replication, clock: clock)
    }
    #expect(events("a") == events("a"))
    #expect(events("a") != events("b"))
    #expect(events("a") != events("a", seed: 6))
    #expect(events("a") != events("a", replication: 1))
  }

  @Test func `a zone knows its room and since when it has had it`() {
    var zone = ZoneMarket(at: .zero)
    #expect(!zone.isOpen && zone.room(held: 0) == 0)
    func apply(_ seconds: Int64, _ kind: MarketEvent.Kind) {
      zone.apply(MarketEvent(at: .zero + .seconds(seconds), number: 0, kind: kind))
    }
    apply(-50, .opens)
    #expect(zone.isOpen && zone.since.seconds == -50 && zone.room(held: 7) == .max - 7)
    apply(20, .closes)
    apply(20, .reclaims(share: 0.5))
    #expect(!zone.isOpen && zone.since.seconds == 20)
    apply(30, .holds(atMost: 5))
    apply(40, .holds(atMost: 3))
    #expect(zone.since.seconds == 30)
    #expect((zone.room(held: 2), zone.room(held: 3), zone.room(held: 9)) == (1, 0, 0))
    #expect((zone.excess(held: 2), zone.excess(held: 9)) == (0, 6))
  }
}
