public import Kernel

/// How a provider turns an instance's life into money.
///
/// Each rule's charge is a function of the end that never falls. A bill over a measured span is
/// the difference of the charge at the span's ends; a bill by state (starting, busy, draining) is
/// its differences where the state changes. So parts add up to the total exactly.
public enum InstanceBilling: Hashable, Sendable {
  /// By the second with a shortest time.
  case perSecond(PerSecondBilling)
  /// By the hour begun.
  case perHour(PerHourBilling)
  /// By the time, at a price fixed at each instance-hour's start.
  case hourlyPriceLock(HourlyPriceLock)

  /// What an instance has cost that was launched at `launch` and ends, or still runs, at `end`;
  /// `end` must not be before `launch`.
  public func charge(
    from launch: SimTime, until end: SimTime, at prices: PriceSeries
  ) -> Money {
    switch self {
    case .perSecond(let rule): rule.charge(from: launch, until: end, at: prices)
    case .perHour(let rule): rule.charge(from: launch, until: end, at: prices)
    case .hourlyPriceLock(let rule): rule.charge(from: launch, until: end, at: prices)
    }
  }
}
