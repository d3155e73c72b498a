public import Kernel

/// Ray Serve's delay rule: a decision must point in one direction, measured against the target,
/// without a break for the direction's delay; what counts is the number wanted at its end.
///
/// After `_apply_delay_logic` of ray-project/ray 2.60: the clock starts at the first decision after
/// a change, so a change is followed by a look that only starts the clock anew.
public struct RayDelay: Hashable, Sendable {
  /// Ray compares with a microsecond to spare, for the sake of its floating-point clock.
  private static let slack = SimDuration.microseconds(1)

  private var direction = 0
  private var since = SimTime.zero

  /// A rule that has seen no decision yet.
  public init() {}

  /// The replicas to have now: `desired` when its delay is over, else `target`.
  ///
  /// The step to zero is taken from a target of 1 only; from more the least is 1.
  public mutating func apply(
    _ desired: Int, target: Int, settings: RayServeAutoscaler.Settings, at now: SimTime
  ) -> Int {
    if desired == target {
      direction = 0
      return target
    }
    let isUp = desired > target
    point(isUp ? 1 : -1, at: now)
    let wait = isUp ? settings.upscaleDelay : Self.downscaleDelay(from: target, settings)
    if now - since + Self.slack < wait { return target }
    direction = 0
    return isUp || target == 1 ? desired : Swift.max(1, desired)
  }

  private mutating func point(_ direction: Int, at now: SimTime) {
    if self.direction == direction { return }
    self.direction = direction
    since = now
  }

  private static func downscaleDelay(
    from target: Int, _ settings: RayServeAutoscaler.Settings
  ) -> SimDuration {
    target == 1
      ? settings.downscaleToZeroDelay ?? settings.downscaleDelay : settings.downscaleDelay
  }
}
