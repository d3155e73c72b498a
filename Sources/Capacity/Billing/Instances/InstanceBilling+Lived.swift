public import Kernel

extension InstanceBilling {
  /// What the time between two instants of a life costs, rounded down: the share of the bill that
  /// grows with time, without what the rule adds when the life is over.
  ///
  /// Under a rule that fixes the price for an hour it is the price of the hour's first moment.
  /// Differences of the exact amount are taken before rounding, so that the parts of a life never
  /// come to more than the whole. `launch`, `start` and `end` must ascend.
  public func lived(
    from launch: SimTime, between start: SimTime, and end: SimTime, at prices: PriceSeries
  ) -> Money {
    precondition(launch <= start && start <= end, "a part of a life lies within it")
    let area =
      area(from: launch, until: end, at: prices) - area(from: launch, until: start, at: prices)
    return Money(nanodollars: Int64(clamping: area / PriceSeries.hour))
  }

  /// What the rule adds to the time lived once the life is over: the rest of a second, of a
  /// shortest time, or of an hour begun; never negative.
  public func added(from launch: SimTime, until end: SimTime, at prices: PriceSeries) -> Money {
    let lived = Money(halfUp: area(from: launch, until: end, at: prices), over: PriceSeries.hour)
    return Swift.max(charge(from: launch, until: end, at: prices) - lived, .zero)
  }

  /// Nanodollars an hour times nanoseconds.
  private func area(from launch: SimTime, until end: SimTime, at prices: PriceSeries) -> Int128 {
    switch self {
    case .perSecond: prices.area(from: launch, until: end)
    case .perHour, .hourlyPriceLock: HourlyPriceLock.area(from: launch, until: end, at: prices)
    }
  }
}
