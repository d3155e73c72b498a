public import Kernel

/// Instance time by the second, with a shortest time.
///
/// Amazon EC2 (Linux, Windows; user guide) and Google Compute Engine (VM instance pricing) bill
/// in increments of one second with at least 60 s; a begun second counts whole. The price is that
/// of each moment.
public struct PerSecondBilling: Hashable, Sendable {
  /// The shortest time that is billed; not negative.
  public var minimum: SimDuration

  /// By the second, at least `minimum`.
  public init(minimum: SimDuration = .minutes(1)) {
    precondition(minimum >= .zero, "a shortest time is not negative")
    self.minimum = minimum
  }

  /// What an instance has cost that was launched at `launch` and ends, or still runs, at `end`.
  ///
  /// Never falls as `end` grows: the charge of a part of its life is the difference at its ends.
  public func charge(
    from launch: SimTime, until end: SimTime, at prices: PriceSeries
  ) -> Money {
    let lived = max((end - launch).roundedUp(to: .seconds(1)), minimum)
    return prices.cost(from: launch, until: launch + lived)
  }
}
