public import Kernel

/// Instance time at a price that is fixed for an hour at each instance-hour's first moment; the
/// hour open at the end is paid in proportion.
///
/// The rule of Yelp's clusterman for Amazon EC2 spot instances, whose price Amazon fixed at the
/// start of each instance-hour until October 2017
/// (itests/simulation_aws_price_computations.feature).
public struct HourlyPriceLock: Hashable, Sendable {
  /// By the hour at its first moment's price.
  public init() {}

  /// What an instance has cost that was launched at `launch` and ends, or still runs, at `end`.
  ///
  /// Never falls as `end` grows, rounded half up to a nanodollar once. O(hours).
  public func charge(
    from launch: SimTime, until end: SimTime, at prices: PriceSeries
  ) -> Money {
    Money(halfUp: Self.area(from: launch, until: end, at: prices), over: PriceSeries.hour)
  }

  /// The same exactly, in nanodollars an hour times nanoseconds.
  static func area(
    from launch: SimTime, until end: SimTime, at prices: PriceSeries
  ) -> Int128 {
    precondition(launch <= end, "a charge needs a span that is not negative")
    var area: Int128 = 0
    var hour = launch
    while hour < end {
      area += PriceSeries.area(prices.price(at: hour), for: min(end - hour, .hours(1)))
      hour += .hours(1)
    }
    return area
  }
}
