import Capacity
import Kernel
import Testing

@Suite struct PurchaseMixTests {
  static func zone(
    room: Int = .max, since: Int64 = 0, cents: Double = 20, spot: Int = 0, ready: Int? = nil,
    onDemand: Int = 0
  ) -> ZoneOffer {
    ZoneOffer(
      room: room, openSince: .zero + .seconds(since),
      price: HourlyPrice(dollarsPerHour: cents / 100), spot: spot, spotReady: ready ?? spot,
      onDemand: onDemand)
  }

  /// `+spot/+onDemand -spot/-onDemand` of each zone.
  static func place(
    _ mix: PurchaseMix, _ wanted: Int, _ zones: [ZoneOffer], at seconds: Int64 = 1_000
  ) -> [String] {
    mix.place(wanted: wanted, zones: zones, at: .zero + .seconds(seconds)).map {
      "+\($0.launchSpot)/\($0.launchOnDemand) -\($0.endSpot)/\($0.endOnDemand)"
    }
  }

  @Test(arguments: [
    (0, 1.0, 5, 0, 5), (2, 1, 5, 2, 3), (2, 0.5, 5, 4, 1), (10, 1, 5, 5, 0), (0, 0, 5, 5, 0),
    (0, 0.29, 100, 71, 29), (0, 0.7, 10, 3, 7), (3, 0.7, 3, 3, 0), (1, 0.7, 0, 0, 0),
  ])
  func `a base is on demand and so is a fraction above it`(
    base: Int, share: Double, wanted: Int, onDemand: Int, spot: Int
  ) {
    let division = PurchaseMix(base: base, spotShare: share).division(of: wanted)
    #expect(division == (onDemand, spot))
  }

  @Test func `spot is spread over the zones that have room`() {
    let zones = [Self.zone(spot: 3), Self.zone(room: 1), Self.zone(room: 0), Self.zone()]
    #expect(
      Self.place(PurchaseMix(), 9, zones)
        == ["+1/0 -0/0", "+1/0 -0/0", "+0/0 -0/0", "+4/0 -0/0"])
  }

  @Test func `the zone that has been open longest is preferred`() {
    let zones = [Self.zone(since: 300), Self.zone(room: 2, since: -90), Self.zone(since: 200)]
    #expect(
      Self.place(PurchaseMix(choice: .capacityOptimized), 5, zones)
        == ["+0/0 -0/0", "+2/0 -0/0", "+3/0 -0/0"])
  }

  @Test func `the cheapest zone and the one listed first are preferred`() {
    let zones = [Self.zone(cents: 30), Self.zone(room: 1, cents: 10), Self.zone(cents: 20)]
    #expect(
      Self.place(PurchaseMix(choice: .cheapest), 3, zones)
        == ["+0/0 -0/0", "+1/0 -0/0", "+2/0 -0/0"])
    #expect(
      Self.place(PurchaseMix(choice: .listed), 3, zones)
        == ["+3/0 -0/0", "+0/0 -0/0", "+0/0 -0/0"])
  }

  @Test func `a zone that has opened just now is passed over`() {
    let zones = [Self.zone(since: 900), Self.zone(since: 700)]
    let mix = PurchaseMix(settle: .seconds(200))
    #expect(Self.place(mix, 2, zones) == ["+0/0 -0/0", "+2/0 -0/0"])
    #expect(Self.place(mix, 2, zones, at: 1_100) == ["+1/0 -0/0", "+1/0 -0/0"])
  }

  @Test func `what no zone has is had on demand, or waited for`() {
    let zones = [Self.zone(room: 1, spot: 2), Self.zone(room: 0)]
    #expect(Self.place(PurchaseMix(base: 1), 7, zones) == ["+1/1 -0/0", "+0/3 -0/0"])
    #expect(
      Self.place(PurchaseMix(base: 1, fallsBack: false), 7, zones)
        == ["+1/0 -0/0", "+0/1 -0/0"])
  }

  // Closed with four on demand in place of four spot; open; two of the four ready; all ready.
  @Test func `back to spot without a gap`() {
    let mix = PurchaseMix(base: 1)
    #expect(Self.place(mix, 5, [Self.zone(room: 0, onDemand: 5)]) == ["+0/0 -0/0"])
    #expect(Self.place(mix, 5, [Self.zone(onDemand: 5)]) == ["+4/0 -0/0"])
    #expect(Self.place(mix, 5, [Self.zone(spot: 4, ready: 0, onDemand: 5)]) == ["+0/0 -0/0"])
    #expect(Self.place(mix, 5, [Self.zone(spot: 4, ready: 2, onDemand: 5)]) == ["+0/0 -0/2"])
    #expect(Self.place(mix, 5, [Self.zone(spot: 4, onDemand: 3)]) == ["+0/0 -0/2"])
    #expect(Self.place(mix, 5, [Self.zone(spot: 4, onDemand: 1)]) == ["+0/0 -0/0"])
  }

  @Test func `fewer wanted: spot goes where the choice likes it least`() {
    // Of two and two, the zone listed last gives up one more.
    let zones = [Self.zone(since: 5, spot: 2), Self.zone(since: 9, spot: 4), Self.zone(room: 0)]
    #expect(
      Self.place(PurchaseMix(), 3, zones) == ["+0/0 -0/0", "+0/0 -3/0", "+0/0 -0/0"])
    #expect(
      Self.place(PurchaseMix(choice: .capacityOptimized), 3, zones)
        == ["+0/0 -0/0", "+0/0 -3/0", "+0/0 -0/0"])
    let other = [Self.zone(since: 9, spot: 4), Self.zone(since: 5, spot: 2)]
    #expect(Self.place(PurchaseMix(), 3, other) == ["+0/0 -2/0", "+0/0 -1/0"])
    #expect(
      Self.place(PurchaseMix(choice: .capacityOptimized), 3, other) == ["+0/0 -3/0", "+0/0 -0/0"])
  }

  // Every order carried out at once, over many random wishes and markets.
  @Test func `the pool has what it wants whatever the market, and never turns about`() {
    var state: UInt64 = 7
    func random(_ below: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(below))
    }
    for _ in 0..<2_000 {
      let mix = PurchaseMix(
        base: random(4), spotShare: Double(random(11)) / 10,
        choice: ZoneChoice.allCases[random(4)])
      var zones = (0..<(1 + random(4))).map { _ in
        Self.zone(
          room: random(3) == 0 ? 0 : random(9), since: Int64(random(900)), spot: random(5),
          onDemand: random(5))
      }
      let wanted = random(20)
      let orders = mix.place(wanted: wanted, zones: zones, at: .zero + .seconds(1_000))
      for (index, order) in orders.enumerated() {
        #expect(order.launchSpot <= zones[index].room)
        #expect(order.launchSpot == 0 || order.endSpot == 0)
        #expect(order.launchOnDemand == 0 || order.endOnDemand == 0)
        zones[index].room -= order.launchSpot
        zones[index].spot += order.launchSpot - order.endSpot
        zones[index].spotReady = zones[index].spot
        zones[index].onDemand += order.launchOnDemand - order.endOnDemand
        #expect(zones[index].spot >= 0 && zones[index].onDemand >= 0)
      }
      #expect(zones.reduce(0) { $0 + $1.spot + $1.onDemand } >= wanted)
      // With everything ready, at most the spot just placed is still to be relieved.
      let next = mix.place(wanted: wanted, zones: zones, at: .zero + .seconds(1_000))
      #expect(next.allSatisfy { $0.launchSpot + $0.launchOnDemand + $0.endSpot == 0 })
      let held = zones.reduce(0) { $0 + $1.spot + $1.onDemand }
      #expect(held - next.reduce(0) { $0 + $1.endOnDemand } == wanted)
    }
  }
}
