public import Kernel

/// A fixed cost by the month: orchestration, people, an on-premises machine.
///
/// Pro-rated evenly; a month is 730 hours unless the scenario says otherwise. Amazon EKS charges
/// $0.10 an hour for a cluster, which is $73 for such a month.
public struct MonthlyFee: Hashable, Sendable {
  /// What a month costs; not negative.
  public var amount: Money

  /// A fee of `amount` a month.
  public init(_ amount: Money) {
    precondition(amount >= .zero, "a fee is not negative")
    self.amount = amount
  }

  /// What an hour comes to, rounded down to a nanodollar.
  public func hour(of month: SimDuration) -> HourlyPrice {
    let hour = Int128(SimDuration.hours(1).nanoseconds)
    let share = Int128(amount.nanodollars) * hour / Int128(month.nanoseconds)
    return HourlyPrice(nanodollarsPerHour: Int64(clamping: share))
  }

  /// The fee's share for `span`, rounded half up once; parts are differences of this.
  public func charge(for span: SimDuration, month: SimDuration = .hours(730)) -> Money {
    charge(for: span, month: month, times: 1)
  }

  /// The same of several such fees, which is rounded once; `count` must not be negative.
  func charge(for span: SimDuration, month: SimDuration, times count: Int) -> Money {
    Money(
      halfUp: Int128(amount.nanodollars) * Int128(span.nanoseconds), times: Int128(count),
      over: Int128(month.nanoseconds))
  }
}
