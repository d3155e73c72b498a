import Capacity
import Kernel
import Testing

/// Amazon EC2 user guide, "Billing for interrupted Spot Instances" (docs.amazonaws.cn copy, read
/// 2026-11): the table of who interrupts, which system, and when. g4dn.xlarge in use1-az2 at
/// $0.20 an hour (SkyPilot catalog v8).
@Suite struct SpotBillingTests {
  private let linux = SpotBilling(
    time: .perSecond(PerSecondBilling()), freeIfInterruptedWithin: .hours(1))
  private let suse = SpotBilling(
    time: .perHour(PerHourBilling()), freeIfInterruptedWithin: .hours(1))

  @Test(arguments: [(1_800, 0), (3_599, 0), (3_600, 0.2), (5_400, 0.3)] as [(Int64, Double)])
  func `Linux interrupted in the first hour is free, later the seconds used are charged`(
    lived: Int64, dollars: Double
  ) {
    #expect(net(linux, lived) == usd(dollars))
  }

  @Test(arguments: [(1_800, 0), (3_600, 0.2), (5_400, 0.2), (7_200, 0.4)] as [(Int64, Double)])
  func `SUSE pays full hours and not the interrupted one`(lived: Int64, dollars: Double) {
    #expect(net(suse, lived) == usd(dollars))
  }

  @Test func `an instance that its user ends is charged in full`() {
    #expect(linux.charge(from: at(0), until: at(1_800), at: prices(0.2)) == usd(0.1))
    #expect(suse.charge(from: at(0), until: at(5_400), at: prices(0.2)) == usd(0.4))
  }

  @Test func `without a free age nothing is given back`() {
    for time in [InstanceBilling.perSecond(PerSecondBilling()), .perHour(PerHourBilling())] {
      let plain = SpotBilling(time: time, freeIfInterruptedWithin: .zero)
      #expect(plain.refund(from: at(0), interruptedAt: at(1_000), at: prices(0.2)) == .zero)
    }
  }

  private func net(_ spot: SpotBilling, _ lived: Int64) -> Money {
    let (launch, end) = (at(77), at(77 + lived))
    return spot.charge(from: launch, until: end, at: prices(0.2))
      - spot.refund(from: launch, interruptedAt: end, at: prices(0.2))
  }
}
