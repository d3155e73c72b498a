import Capacity
import Kernel
import Testing

/// AWS Savings Plans user guide, "Understanding how Savings Plans apply", its example hour: four
/// r5.4xlarge, one m5.24xlarge, Fargate (400 vCPU, 1,600 GB), a million Lambda requests of 3 s at
/// 0.5 GB. On demand $1.00, $10.00, $0.04 and $0.004, $0.000015 and $0.20 a million; with a
/// Compute Savings Plan $0.70, $8.20, $0.03 and $0.003, $0.00001275 and $0.20.
@Suite struct SavingsPlanTests {
  private let usages = [
    SavingsPlan.Usage(onDemand: usd(0.2), discounted: usd(0.2)),
    SavingsPlan.Usage(onDemand: usd(10), discounted: usd(8.2)),
    SavingsPlan.Usage(onDemand: usd(22.5), discounted: usd(19.125)),
    SavingsPlan.Usage(onDemand: usd(4), discounted: usd(2.8)),
    SavingsPlan.Usage(onDemand: usd(22.4), discounted: usd(16.8)),
  ]

  private func plan(_ dollars: Double) -> SavingsPlan {
    SavingsPlan(commitment: HourlyPrice(dollarsPerHour: dollars), term: .oneYear)
  }

  /// The guide: all of it costs $59.10 on demand and $47.13 at the plan's rates, less than $50.
  @Test func `a commitment that covers all is used to its rates and otherwise wasted`() {
    let hour = plan(50).settle(usages)
    #expect(hour.total == usd(50) && hour.onDemand == .zero)
    #expect(toTheCent(hour.used, is: 47.13))
    #expect(toTheCent(plan(0).settle(usages).onDemand, is: 59.10))
  }

  /// The guide: $2.00 goes to the r5.4xlarge first, whose savings are the highest, and covers 2.9
  /// of the 4; on demand are $1.14 for the rest of them and $55.10 for all else.
  @Test func `the highest savings are covered first, the rest is on demand`() {
    let hour = plan(2).settle(usages)
    #expect(hour.used == usd(2) && hour.wasted == .zero)
    #expect(toTheCent(hour.onDemand, is: 1.14 + 55.10))
  }

  @Test func `a year of a plan is 8,760 hours`() {
    #expect(plan(10).listValue == usd(87_600))
  }

  @Test(arguments: 0..<50 as Range<UInt32>)
  func `the order of the usages is no matter and a commitment is spent or wasted`(seed: UInt32) {
    var draws = Draws(seed)
    let usages = (0..<6).map { _ in
      let onDemand = draws.below(3_000_000_000)
      return SavingsPlan.Usage(
        onDemand: Money(nanodollars: onDemand),
        discounted: Money(nanodollars: draws.below(onDemand + 1)))
    }
    let plan = SavingsPlan(
      commitment: HourlyPrice(nanodollarsPerHour: draws.below(12_000_000_000)), term: .threeYears)
    let settled = plan.settle(usages)
    #expect(settled == plan.settle(usages.reversed()))
    #expect(
      (settled.used + settled.wasted).nanodollars == plan.commitment.nanodollarsPerHour)
    #expect(settled.onDemand >= .zero)
  }
}
