import Capacity
import Kernel
import Testing

@Suite struct PerHourBillingTests {
  /// Amazon EC2 FAQ on hourly instances: 5 or 55 minutes are billed as an hour, 65 as two (as
  /// worked through on serverfault.com/questions/245816).
  @Test(arguments: [(0, 0), (5, 1), (55, 1), (60, 1), (65, 2)] as [(Int64, Double)])
  func `an hour begun is paid whole`(minutes: Int64, hours: Double) {
    let charge = PerHourBilling().charge(
      from: at(900), until: at(900) + .minutes(minutes), at: prices(0.526))
    #expect(charge == usd(0.526 * hours))
  }

  @Test func `each hour has the price of its first moment`() {
    let charge = PerHourBilling().charge(
      from: at(0), until: at(3_601), at: prices(1, (1_800, 2), (3_600, 4)))
    #expect(charge == usd(5))
  }
}
