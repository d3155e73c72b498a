public import Kernel

/// The cooldowns of Application Auto Scaling: what may be added or removed after a change.
///
/// After the Application Auto Scaling User Guide, "Cooldown period". In the cooldown of a scale-out
/// a further one adds only what exceeds it, and begins the cooldown anew; a scale-in is blocked
/// during either cooldown; a scale-out during a scale-in's cooldown is immediate and cancels it.
/// That a larger scale-out begins the cooldown anew is how the guide is read: it is silent on it.
public struct ScalingCooldown: Hashable, Sendable {
  private let out: SimDuration
  private let `in`: SimDuration
  private var outEnds: SimTime?
  private var inEnds: SimTime?
  /// The size of the scale-out that is cooling down.
  private var lastOut = 0

  /// Cooldowns after a scale-out and after a scale-in; zero is none.
  public init(out: SimDuration, in: SimDuration) {
    self.out = out
    self.in = `in`
  }

  /// Whether a scale-out is cooling down; at its end it is over.
  public func isCoolingAfterOut(at now: SimTime) -> Bool { outEnds.map { now < $0 } ?? false }

  /// Whether a scale-in may happen.
  public func allowsIn(at now: SimTime) -> Bool {
    !isCoolingAfterOut(at: now) && !(inEnds.map { now < $0 } ?? false)
  }

  /// What is granted of a change of `change` instances: all, the excess over the last one, or 0.
  public mutating func grant(_ change: Int, at now: SimTime) -> Int {
    if change == 0 { return 0 }
    return change > 0 ? grantOut(change, at: now) : grantIn(change, at: now)
  }

  private mutating func grantOut(_ change: Int, at now: SimTime) -> Int {
    let granted = isCoolingAfterOut(at: now) ? Swift.max(0, change - lastOut) : change
    if granted == 0 { return 0 }
    lastOut = change
    outEnds = now + out
    inEnds = nil
    return granted
  }

  private mutating func grantIn(_ change: Int, at now: SimTime) -> Int {
    if !allowsIn(at: now) { return 0 }
    inEnds = now + `in`
    return change
  }
}
