import Capacity
import Kernel
import Testing

@Suite struct ReservedCapacityTests {
  private let one = ReservedCapacity(
    count: 1,
    terms: CommitmentTerms(term: .oneYear, hourly: HourlyPrice(dollarsPerHour: 0.6)))
  private let onDemand = HourlyPrice(dollarsPerHour: 1)

  /// Amazon EC2 user guide, "How you are billed" (awsdocs/amazon-ec2-user-guide 0965564): with one
  /// reserved m4.xlarge, four that run for an hour cost one reserved and three on-demand hours.
  @Test func `four instances for an hour use the reservation once`() {
    let hour = one.settle(.hours(4), onDemand: onDemand)
    #expect(hour == CommitmentSettlement(used: usd(0.6), wasted: .zero, onDemand: usd(3)))
  }

  /// The same page: four that run for 15 minutes each within the hour cost one reserved hour.
  @Test func `four quarters of an hour fit one reservation`() {
    let hour = one.settle(.minutes(15) * 4, onDemand: onDemand)
    #expect(hour == CommitmentSettlement(used: usd(0.6), wasted: .zero, onDemand: .zero))
  }

  @Test func `an idle hour is paid and wasted`() {
    let hour = one.settle(.zero, onDemand: onDemand)
    #expect(hour == CommitmentSettlement(used: .zero, wasted: usd(0.6), onDemand: .zero))
    #expect(one.settle(.minutes(10), over: .minutes(30), onDemand: onDemand).total == usd(0.3))
  }

  @Test(arguments: 0..<50 as Range<UInt32>)
  func `used and wasted are the fee, and more usage never costs less`(seed: UInt32) {
    var draws = Draws(seed)
    let price = HourlyPrice(nanodollarsPerHour: draws.below(1_000_000_000))
    let reserved = ReservedCapacity(
      count: Int(draws.below(5)), terms: CommitmentTerms(term: .threeYears, hourly: price))
    let less = SimDuration.nanoseconds(draws.below(20_000_000_000_000))
    let settled = reserved.settle(less, onDemand: onDemand)
    let fee = price.nanodollarsPerHour * Int64(reserved.count)
    #expect((settled.used + settled.wasted).nanodollars == fee)
    let more = reserved.settle(less + .seconds(draws.below(5_000)), onDemand: onDemand)
    #expect(more.total >= settled.total && more.used >= settled.used)
  }
}
