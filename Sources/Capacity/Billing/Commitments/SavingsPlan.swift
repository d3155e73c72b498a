public import Kernel

/// A sum of money committed for each hour of a term, which buys usage at discounted rates.
///
/// AWS Savings Plans (user guide, "Understanding how Savings Plans apply"): usage is covered in
/// the order of its savings percentage, the highest first, then the lowest rate, until the hour's
/// commitment is spent; the rest is on demand; what is left of the commitment is lost. Google's
/// spend-based committed-use discounts settle alike.
public struct SavingsPlan: Hashable, Sendable {
  /// An hour's usage of one kind, priced both ways.
  public struct Usage: Hashable, Sendable {
    /// At on-demand prices; not negative.
    public var onDemand: Money
    /// At the plan's rates; from nothing to `onDemand`.
    public var discounted: Money

    /// Usage priced both ways.
    public init(onDemand: Money, discounted: Money) {
      precondition(
        discounted >= .zero && discounted <= onDemand, "a plan's rate is at most on-demand")
      self.onDemand = onDemand
      self.discounted = discounted
    }

    /// Whether a plan covers this usage before the other.
    func comesBefore(_ other: Usage) -> Bool {
      let mine = Int128(discounted.nanodollars) * Int128(other.onDemand.nanodollars)
      let theirs = Int128(other.discounted.nanodollars) * Int128(onDemand.nanodollars)
      return mine == theirs ? discounted < other.discounted : mine < theirs
    }
  }

  /// What is paid for each hour, used or not; not negative.
  public var commitment: HourlyPrice
  /// How long the plan binds.
  public var term: CommitmentTerm

  /// A plan of so much an hour.
  public init(commitment: HourlyPrice, term: CommitmentTerm) {
    precondition(commitment.nanodollarsPerHour >= 0, "a commitment is not negative")
    self.commitment = commitment
    self.term = term
  }

  /// All that is committed over the term.
  public var listValue: Money { commitment.cost(of: term.length) }

  /// Settles one hour, or the part of one that a run covers; the order of `usages` is no matter.
  ///
  /// Of usage that is covered in part, the on-demand share is rounded half up to a nanodollar.
  public func settle(
    _ usages: [Usage], over span: SimDuration = .hours(1)
  ) -> CommitmentSettlement {
    let fee = Money(halfUp: PriceSeries.area(commitment, for: span), over: PriceSeries.hour)
    var left = fee
    var onDemand = Money.zero
    for usage in usages.sorted(by: { $0.comesBefore($1) }) {
      if usage.discounted <= left {
        left = left - usage.discounted
      } else {
        let share = Int128((usage.discounted - left).nanodollars)
        onDemand += Money(
          halfUp: Int128(usage.onDemand.nanodollars) * share,
          over: Int128(usage.discounted.nanodollars))
        left = .zero
      }
    }
    return CommitmentSettlement(used: fee - left, wasted: left, onDemand: onDemand)
  }

  /// Settles one hour whose usage costs `onDemand` and is discounted by so many millionths.
  public func settle(
    _ onDemand: Money, discountPerMillion: Int64, over span: SimDuration = .hours(1)
  ) -> CommitmentSettlement {
    let discounted = Money(
      halfUp: Int128(onDemand.nanodollars) * Int128(1_000_000 - discountPerMillion),
      over: 1_000_000)
    return settle([Usage(onDemand: onDemand, discounted: discounted)], over: span)
  }
}
