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

  /// Use of a pool.
  package init(pool: String, reserved: Int, prices: CommitmentLevel, hours: [SimDuration]) {
    self.pool = pool
    self.reserved = reserved
    self.prices = prices
    self.hours = hours
  }
}
