import Capacity
import Kernel
import Testing

@Suite struct PerSecondBillingTests {
  /// Google Cloud, "VM instance pricing": 30 seconds are billed as one minute, then by the second.
  /// g4dn.xlarge at $0.526 an hour: AWS price list of 2026-07-20.
  @Test(arguments: [(0, 60), (30, 60), (60, 60), (61, 61), (3_600, 3_600)] as [(Int64, Int64)])
  func `half a minute is billed as one, then seconds count`(lived: Int64, billed: Int64) {
    let charge = PerSecondBilling().charge(from: at(5), until: at(5 + lived), at: prices(0.526))
    #expect(charge == Money(halfUp: 526_000_000 * Int128(billed), over: 3_600))
  }

  @Test func `a begun second counts whole`() {
    let charge = PerSecondBilling().charge(
      from: at(0), until: at(100) + .nanoseconds(1), at: prices(3.6))
    #expect(charge == usd(0.101))
  }
}
