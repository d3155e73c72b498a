public import Kernel

/// A policy that follows a perfect schedule, so that a simulation can be run on the bound itself.
///
/// A launch that falls between two looks is made at the first of them, since at the second it
/// would be late: at each look it asks for the most replicas of the schedule until the next one.
/// The nearer the interval is to zero, the nearer the replicas are to the bound.
public struct ClairvoyantPolicy: ScalingPolicy {
  /// What is followed.
  public let schedule: PerfectSchedule
  /// How often it looks; positive.
  public let interval: SimDuration

  /// A policy that follows `schedule`.
  public init(_ schedule: PerfectSchedule, interval: SimDuration = .seconds(1)) {
    precondition(interval > .zero, "a policy looks at positive intervals")
    self.schedule = schedule
    self.interval = interval
  }

  /// The most replicas of the schedule until the next look; no metric is looked at.
  public mutating func decide(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    let replicas = schedule.mostReplicas(from: now, until: now + interval)
    return ScalingDecision(replicas: replicas, recommended: replicas, reason: .perfectSchedule)
  }
}

extension ScalingReason {
  /// The future is known.
  public static var perfectSchedule: ScalingReason { ScalingReason("perfect schedule") }
}
