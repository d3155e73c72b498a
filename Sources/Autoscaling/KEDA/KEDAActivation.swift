public import Kernel

/// KEDA's own part: between no replicas (or few, when idle) and the first.
///
/// One pass of `RequestScale` of KEDA 2.20 (`pkg/scaling/executor/scale_scaledobjects.go`). The
/// rest is left to the Horizontal Pod Autoscaler that KEDA makes.
public struct KEDAActivation: Hashable, Sendable {
  /// The fewest replicas while active: `minReplicaCount`.
  public var minReplicas = 0
  /// The replicas while inactive, below `minReplicas`: `idleReplicaCount`; nil for `minReplicas`.
  public var idleReplicas: Int?
  /// The replicas to fall back to, when there is a fallback: `fallback.replicas`.
  public var fallbackReplicas: Int?
  /// How long after a trigger was last active the replicas go: `cooldownPeriod`.
  public var cooldown = SimDuration.seconds(300)
  /// How long after the object was made they go if none ever was: `initialCooldownPeriod`.
  public var initialCooldown = SimDuration.zero
  /// Whether all scaling rests: annotation `autoscaling.keda.sh/paused` or `paused-replicas`.
  public var isPaused = false
  /// Whether nothing goes: annotation `autoscaling.keda.sh/paused-scale-in`.
  public var pausesScaleIn = false
  /// Whether nothing comes: annotation `autoscaling.keda.sh/paused-scale-out`.
  public var pausesScaleOut = false
  /// Whether it counts as active whatever the triggers say: annotation
  /// `autoscaling.keda.sh/force-activation`.
  public var forcesActivation = false

  /// KEDA's defaults: to zero 300 s after the last event.
  public init() {}

  /// What a pass does.
  public struct Outcome: Hashable, Sendable {
    /// The replicas that there should be.
    public var replicas: Int
    /// Whether the object was active now, from which the cooldown counts.
    public var marksActive: Bool
    /// What decided; nil when KEDA leaves the replicas as they are.
    public var reason: ScalingReason?
  }

  /// One pass over `current` replicas at `now`.
  ///
  /// Both cooldowns must be over, not just reached. `lastActive` is nil when no trigger ever was
  /// active; `created` is when the object was made.
  public func pass(
    current: Int, isActive: Bool, hasError: Bool, lastActive: SimTime?, created: SimTime,
    at now: SimTime
  ) -> Outcome {
    let unchanged = Outcome(replicas: current, marksActive: false, reason: nil)
    if isPaused { return unchanged }
    if isActive || forcesActivation { return whileActive(current, hasError: hasError) }
    if hasError {
      // Going to zero would switch off the autoscaler that is to fall back.
      guard fallbackReplicas == 0 else { return unchanged }
    }
    let isAboveIdle = idleReplicas.map { current > $0 } ?? false
    if isAboveIdle || (current > 0 && minReplicas == 0) {
      let isOver = lastActive.map { $0 + cooldown < now } ?? (created + initialCooldown < now)
      guard isOver, !pausesScaleIn else { return unchanged }
      return Outcome(
        replicas: idleReplicas ?? minReplicas, marksActive: false, reason: KEDAReason.deactivated)
    }
    if idleReplicas == nil, current < minReplicas {
      return Outcome(replicas: minReplicas, marksActive: false, reason: .atMinimum)
    }
    return unchanged
  }

  private func whileActive(_ current: Int, hasError: Bool) -> Outcome {
    guard (idleReplicas != nil && current < minReplicas) || current == 0 else {
      return Outcome(replicas: current, marksActive: !hasError, reason: nil)
    }
    if pausesScaleOut { return Outcome(replicas: current, marksActive: false, reason: nil) }
    return Outcome(
      replicas: Swift.max(1, minReplicas), marksActive: true, reason: KEDAReason.activated)
  }
}
