/// Perfect foresight over a pool: the fewest instance-hours for users that are all known ahead.
///
/// No policy that lives forward in time can do better at the same filling, so it is the bound that
/// others are measured against.
public struct ClairvoyantScaling: Hashable, Sendable {
  /// The name of the pool.
  public var pool: String
  /// How full the GPUs may be, of what they can do at their best batch size, above 0 and at most
  /// 1; nil for as full as the objectives allow, which is then searched for.
  public var filling: Double?

  /// Foresight over a pool.
  public init(pool: String, filling: Double? = nil) {
    self.pool = pool
    self.filling = filling
  }
}
