public import Kernel

/// Something that happens to a zone's spot market.
public struct MarketEvent: Hashable, Sendable {
  /// What happens.
  public enum Kind: Hashable, Sendable {
    /// Launches succeed from now on.
    case opens
    /// Launches fail from now on.
    case closes
    /// Each instance there is taken with probability `share`, in 0...1; it may run for the zone's
    /// notice. Follows a closing at the same instant.
    case reclaims(share: Double)
    /// The market holds this many instances from now on: those above it are taken, and may run
    /// for the zone's notice; below it launches succeed.
    case holds(atMost: Int)
  }

  /// When. The provider decides then; what it takes is gone a notice later.
  public var at: SimTime
  /// Its number among the zone's reclaims, or of its trace's step, which decides who is taken; not
  /// negative, and the same whatever the warm-up.
  public var number: Int
  /// What happens.
  public var kind: Kind

  /// An event.
  public init(at: SimTime, number: Int, kind: Kind) {
    self.at = at
    self.number = number
    self.kind = kind
  }
}
