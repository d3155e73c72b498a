import Capacity
import Kernel
import Testing

@Suite struct MonthlyFeeTests {
  /// Amazon EKS pricing, March 2026: $0.10 an hour for a cluster, $73 a month.
  @Test func `a cluster's month is 730 of its hours`() {
    let cluster = MonthlyFee(usd(73))
    #expect(cluster.charge(for: .hours(1)) == usd(0.1))
    #expect(cluster.charge(for: .hours(730)) == usd(73))
    #expect(cluster.charge(for: .days(7), month: .days(28)) == usd(18.25))
  }

  @Test func `the parts of a month are differences and add up`() {
    let fee = MonthlyFee(Money(nanodollars: 1_000_000_007))
    let cuts = (0...365).map { fee.charge(for: .hours(2) * $0) }
    let parts = zip(cuts, cuts.dropFirst()).map { $1 - $0 }
    #expect(parts.allSatisfy { $0 >= .zero })
    #expect(parts.reduce(.zero, +) == fee.amount)
  }
}
