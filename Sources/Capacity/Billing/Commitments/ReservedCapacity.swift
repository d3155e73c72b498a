public import Kernel

/// Instances paid for every hour of a term, used or not, whose price covers usage first.
///
/// Amazon EC2 reserved instances (user guide, "How you are billed"): the benefit covers at most
/// 3,600 s of instance usage in a clock-hour for each reserved instance, shared by however many
/// run; the rest is on demand; unused time does not carry over. Google's resource-based
/// committed-use discounts settle alike.
public struct ReservedCapacity: Hashable, Sendable {
  /// How many instances are committed; not negative.
  public var count: Int
  /// What each costs.
  public var terms: CommitmentTerms

  /// A commitment to `count` instances.
  public init(count: Int, terms: CommitmentTerms) {
    precondition(count >= 0, "a commitment is not negative")
    self.count = count
    self.terms = terms
  }

  /// Settles one clock-hour, or the part of one that a run covers.
  ///
  /// `used` is the instance time of all instances in it; `onDemand` is the price of what the
  /// commitment does not cover. Used and wasted add up to the fee exactly; neither the used part
  /// nor the total falls as `used` grows.
  public func settle(
    _ used: SimDuration, over span: SimDuration = .hours(1), onDemand: HourlyPrice
  ) -> CommitmentSettlement {
    precondition(used >= .zero && span >= .zero, "time is not negative")
    let committed = span * Int64(count)
    let covered = min(used, committed)
    let price = terms.effectivePrice
    let usedFee = Self.cost(price, of: covered)
    return CommitmentSettlement(
      used: usedFee, wasted: Self.cost(price, of: committed) - usedFee,
      onDemand: Self.cost(onDemand, of: used - covered))
  }

  private static func cost(_ price: HourlyPrice, of time: SimDuration) -> Money {
    Money(halfUp: PriceSeries.area(price, for: time), over: PriceSeries.hour)
  }
}
