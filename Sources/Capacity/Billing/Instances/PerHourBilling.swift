public import Kernel

/// Instance time by the hour: every hour begun is paid whole, at the price of its first moment.
///
/// Amazon EC2's rule for commercial Linux (Red Hat, SUSE): a partial instance-hour is billed as
/// a full hour. Hours count from the launch.
public struct PerHourBilling: Hashable, Sendable {
  /// By the hour begun.
  public init() {}

  /// What an instance has cost that was launched at `launch` and ends, or still runs, at `end`.
  ///
  /// Never falls as `end` grows; nothing when `end` is `launch`. O(hours).
  public func charge(
    from launch: SimTime, until end: SimTime, at prices: PriceSeries
  ) -> Money {
    precondition(launch <= end, "a charge needs a span that is not negative")
    var total = Money.zero
    var hour = launch
    while hour < end {
      total += prices.price(at: hour).cost(of: .hours(1))
      hour += .hours(1)
    }
    return total
  }
}
