public import Kernel

/// How instances of a pool break.
public struct Failures: Hashable, Sendable {
  /// From ready to the crash, in seconds.
  public var upTime: Distribution
  /// From the crash until another is started in its place, in seconds.
  public var repair: Distribution

  /// A way to break.
  public init(upTime: Distribution, repair: Distribution) {
    self.upTime = upTime
    self.repair = repair
  }
}

/// A zone that fails: a share of a pool is gone at one instant.
public struct Outage: Hashable, Sendable {
  /// When.
  public var at: SimTime
  /// How long the zone is away.
  public var length: SimDuration
  /// The share of instances that are in the zone; above 0, at most 1.
  public var share: Double
  /// Whether lost instances are replaced at once, in other zones; otherwise when the zone is back.
  public var isReplacedElsewhere: Bool

  /// A zone that fails.
  public init(
    at: SimTime, length: SimDuration, share: Double, isReplacedElsewhere: Bool = false
  ) {
    self.at = at
    self.length = length
    self.share = share
    self.isReplacedElsewhere = isReplacedElsewhere
  }

  /// Whether no machine is to be had at `time` because of it: never where other zones have some.
  public func takesEverything(at time: SimTime) -> Bool {
    share >= 1 && !isReplacedElsewhere && at <= time && time < at + length
  }
}

/// Instances that are slower than the others of their pool, for no reason that can be seen.
public struct Stragglers: Hashable, Sendable {
  /// The share of instances; from 0 to 1.
  public var share: Double
  /// How many times longer their batches take; at least 1.
  public var factor: Double

  /// Slow instances.
  public init(share: Double, factor: Double) {
    self.share = share
    self.factor = factor
  }
}
