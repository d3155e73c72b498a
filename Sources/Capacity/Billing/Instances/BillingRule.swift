public import Kernel

/// The name of a rule by which instances are billed.
public enum BillingRule: String, Hashable, Sendable, CaseIterable {
  /// By the second begun, with a shortest time: Amazon EC2 for Linux, Google Compute Engine.
  case perSecond = "per_second"
  /// By the hour begun.
  case perHour = "per_hour"
  /// By the time, at the price of each instance-hour's first moment.
  case hourlyPriceLock = "hourly_price_lock"
}

extension Pool {
  /// How an instance's life is billed; a machine that is paid by the month has no rule of its own.
  public var billing: InstanceBilling {
    if isOwned { return .perSecond(PerSecondBilling(minimum: .zero)) }
    return switch billingRule {
    case .perSecond: .perSecond(PerSecondBilling(minimum: minimumBilled))
    case .perHour: .perHour(PerHourBilling())
    case .hourlyPriceLock: .hourlyPriceLock(HourlyPriceLock())
    }
  }

  /// Whether the pool's machines are one's own: `max` of them are paid by the month, used or not.
  public var isOwned: Bool { instance.monthly != nil }

  /// What the pool's machines of one's own cost for a span; nothing when they are rented.
  public func ownedCost(of span: SimDuration, month: SimDuration) -> Money {
    guard let fee = instance.monthly else { return .zero }
    return fee.charge(for: span, month: month, times: max)
  }

  /// What the rule adds to a life that is over; nothing for a machine of one's own.
  public func added(from launch: SimTime, until end: SimTime, at prices: PriceSeries) -> Money {
    isOwned ? .zero : billing.added(from: launch, until: end, at: prices)
  }

  /// What comes back for a life that the market ended; from nothing to all that it cost.
  public func refund(
    from launch: SimTime, interruptedAt end: SimTime, at prices: PriceSeries
  ) -> Money {
    SpotBilling(time: billing, freeIfInterruptedWithin: freeIfInterruptedWithin)
      .refund(from: launch, interruptedAt: end, at: prices)
  }
}
