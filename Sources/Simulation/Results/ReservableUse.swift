public import Capacity
public import Kernel

/// What was used of a pool that has reserved instances, hour by hour: the newsvendor's demand.
public struct ReservableUse: Hashable, Sendable {
  /// The pool.
  public var pool: String
  /// How many instances are reserved.
  public var reserved: Int
  /// What a reserved instance costs beside one on demand.
  public var prices: CommitmentLevel
  /// Instance time of each whole clock-hour of the measured span.
  public var hours: [SimDuration]
  /// What other pools leave to the savings plans in each of these hours, at on-demand prices.
  public var beside: [Money]
  /// All commitments of the architecture; its savings plans cover what is not reserved.
  public var plans: [Commitment]

  /// Use of a pool.
  package init(
    pool: String, reserved: Int, prices: CommitmentLevel, hours: [SimDuration], beside: [Money],
    plans: [Commitment]
  ) {
    self.pool = pool
    self.reserved = reserved
    self.prices = prices
    self.hours = hours
    self.beside = beside
    self.plans = plans
  }

  /// What the hours would have cost with `level` instances reserved; what the savings plans cost
  /// whatever is reserved is left out.
  public func cost(ofLevel level: Int) -> Money {
    let committed = SimDuration.hours(1) * Int64(level)
    return zip(hours, beside).reduce(Money.zero) { sum, hour in
      var left = hour.1 + prices.onDemand.cost(of: max(hour.0 - committed, .zero))
      for case .savingsPlan(let plan, let discount) in plans {
        left = plan.settle(left, discountPerMillion: discount).onDemand
      }
      return sum + left + prices.reserved.cost(of: committed)
    }
  }
}
