import Kernel

/// The Horizontal Pod Autoscaler that KEDA makes: all that this policy knows of it is here.
extension KEDAScaledObject {
  /// The autoscaler of an object with these settings.
  static func makeHorizontal(_ settings: Settings) -> HorizontalPodAutoscaler {
    let bounds = KEDABounds(
      minReplicas: settings.activation.minReplicas, maxReplicas: settings.maxReplicas)
    return HorizontalPodAutoscaler(
      HorizontalPodAutoscaler.Settings(
        min: bounds.min, max: bounds.max, target: 1, tolerance: settings.tolerance,
        stabilizeDown: settings.stabilizeDown, stabilizeUp: settings.stabilizeUp))
  }

  /// Looks at what was read of the triggers and decides.
  ///
  /// The trigger that asks for most decides; while one cannot be read, none can ask for fewer.
  mutating func synchronize(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    var (most, base, isComplete) = (-1.0, seen.wanted, true)
    for index in settings.triggers.indices {
      guard let metric = readings[index] else {
        isComplete = false
        continue
      }
      let trigger = settings.triggers[index]
      let isAverage = trigger.targetType == .averageValue
      let wanted = metric / trigger.target * (isAverage ? 1 : Double(seen.ready))
      if wanted > most { (most, base) = (wanted, isAverage ? seen.wanted : seen.ready) }
    }
    let ratio = base > 0 ? most / Double(base) : -1
    let isUsable = ratio >= 0 && (isComplete || ratio >= 1)
    let decision = horizontal.decide(
      HorizontalPodAutoscaler.Observation(
        wanted: seen.wanted, ready: base, metric: isUsable ? ratio : nil),
      at: now)
    return ScalingDecision(
      replicas: decision.replicas, recommended: decision.recommended,
      reason: ScalingReason(decision.reason.rawValue))
  }
}
