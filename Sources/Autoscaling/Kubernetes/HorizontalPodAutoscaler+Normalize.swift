package import Kernel

extension HorizontalPodAutoscaler {
  /// What windows, limits and bounds leave of what the metrics ask for; notes what they ask for.
  package mutating func normalize(
    _ desired: Int, current: Int, at now: SimTime
  ) -> Reconciliation {
    let held = stabilize(desired, current: current, at: now)
    let limited = limit(held, current: current, at: now)
    let isHeld = held != desired
    let isLimited = limited.replicas != held
    let why = Self.stabilizationReason(desired, current: current, settings.behavior != nil)
    var outcome = Reconciliation(
      replicas: limited.replicas, recommended: desired, stabilized: held,
      reason: isHeld && !isLimited ? why : limited.reason)
    outcome.conditions.ableToScale.reason = isHeld ? why : .readyForNewScale
    outcome.conditions.scalingActive = .init(holds: true, reason: .validMetricFound)
    outcome.conditions.scalingLimited = .init(holds: isLimited, reason: limited.reason)
    return outcome
  }

  private mutating func stabilize(_ desired: Int, current: Int, at now: SimTime) -> Int {
    guard let behavior = settings.behavior else {
      return recommendations.stabilize(
        desired, window: settings.downscaleStabilization, at: now)
    }
    return recommendations.stabilize(
      desired, current: current, up: behavior.up.stabilizationWindow ?? .zero,
      down: behavior.down.stabilizationWindow ?? settings.downscaleStabilization, at: now)
  }

  private func limit(_ held: Int, current: Int, at now: SimTime) -> LimitedReplicas {
    guard let behavior = settings.behavior else { return settings.limit(held, current: current) }
    return behavior.limit(
      held, current: current, min: settings.min, max: settings.max, events: events, at: now)
  }

  /// The words for a window that held something back: with `behavior` by the direction in which
  /// the metrics point, standing still being up.
  package static func stabilizationReason(
    _ desired: Int, current: Int, _ hasBehavior: Bool
  ) -> ScalingReason {
    hasBehavior && desired >= current ? .scaleUpStabilized : .scaleDownStabilized
  }
}

extension HorizontalPodAutoscaler.Settings {
  /// The most replicas that one look may ask for without `behavior`; rounded towards zero.
  package func scaleUpLimit(current: Int) -> Int {
    let limit = Swift.max(scaleUpLimitFactor * Double(current), scaleUpLimitMinimum)
    return Int(Swift.min(limit, Double(Int32.max)))
  }

  /// The replicas within limit and bounds without `behavior`. The minimum outweighs the limit.
  package func limit(_ desired: Int, current: Int) -> LimitedReplicas {
    if desired < min { return LimitedReplicas(min, .tooFewReplicas) }
    let rate = scaleUpLimit(current: current)
    if desired > Swift.min(max, rate) {
      return max > rate
        ? LimitedReplicas(rate, .scaleUpLimit) : LimitedReplicas(max, .tooManyReplicas)
    }
    return LimitedReplicas(desired, .desiredWithinRange)
  }
}
