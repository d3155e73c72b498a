public import Kernel

/// How many instances to commit to when demand varies by the hour: the newsvendor problem.
///
/// A further committed instance pays when demand exceeds the level in more than the share
/// reserved / on-demand of the hours, so the best level is the least q with
/// P(demand <= q) >= (onDemand - reserved) / onDemand, the critical ratio (Arrow, Harris and
/// Marschak 1951). At a tie the smaller level is taken.
public struct CommitmentLevel: Hashable, Sendable {
  /// What a committed instance costs each hour, used or not; not negative.
  public var reserved: HourlyPrice
  /// What an instance past the commitment costs an hour; not negative.
  public var onDemand: HourlyPrice

  /// A choice between two prices.
  public init(reserved: HourlyPrice, onDemand: HourlyPrice) {
    precondition(
      reserved.nanodollarsPerHour >= 0 && onDemand.nanodollarsPerHour >= 0,
      "a price is not negative")
    self.reserved = reserved
    self.onDemand = onDemand
  }

  /// The level that would have cost least, given the instance time used in each hour.
  ///
  /// Part hours count in part. Zero when there are no hours. O(hours × level).
  public func best(forHours demand: [SimDuration]) -> Int {
    let fee = Int128(reserved.nanodollarsPerHour) * Int128(demand.count) * PriceSeries.hour
    var level = 0
    while Int128(onDemand.nanodollarsPerHour) * covered(byInstance: level, of: demand) > fee {
      level += 1
    }
    return level
  }

  /// What the hours would have cost at a level, rounded half up to a nanodollar once.
  public func cost(ofLevel level: Int, forHours demand: [SimDuration]) -> Money {
    let fee = Int128(reserved.nanodollarsPerHour) * Int128(level) * Int128(demand.count)
    let committed = SimDuration.hours(1) * Int64(level)
    let past = demand.reduce(Int128(0)) { $0 + Int128(max($1 - committed, .zero).nanoseconds) }
    return Money(
      halfUp: fee * PriceSeries.hour + Int128(onDemand.nanodollarsPerHour) * past,
      over: PriceSeries.hour)
  }

  /// The level with the least expected cost; `probability[d]` is that of `d` instances in an hour.
  ///
  /// Probabilities should add up to one; what they lack lies past the last.
  public func best(forProbabilities probability: [Double]) -> Int {
    var exceeding = 1.0
    for (level, share) in probability.enumerated() {
      exceeding -= share
      if exceeding * onDemand.dollarsPerHour <= reserved.dollarsPerHour { return level }
    }
    return probability.count
  }

  /// The time in which demand exceeds `level` by the next whole instance or part of it.
  private func covered(byInstance level: Int, of demand: [SimDuration]) -> Int128 {
    let below = SimDuration.hours(1) * Int64(level)
    return demand.reduce(Int128(0)) { sum, used in
      sum + Int128(min(max(used - below, .zero), .hours(1)).nanoseconds)
    }
  }
}
