/// A law that every run must keep was broken: a bug of headroom, never the scenario's fault.
public struct ConservationViolation: Error, Hashable, Sendable {
  /// The law.
  public enum Law: Hashable, Sendable {
    /// Every frame offered ends exactly once.
    case frames(population: String, offered: Int64, accounted: Int64)
    /// Instance-seconds billed are instance-seconds lived.
    case instanceTime(pool: String, lived: Double, billed: Double)
  }

  /// Where it was broken.
  public var architecture: String
  /// In which replication, from 0.
  public var replication: Int
  /// Which law.
  public var law: Law
}
