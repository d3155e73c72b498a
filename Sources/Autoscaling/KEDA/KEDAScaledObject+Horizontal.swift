import Kernel

/// The Horizontal Pod Autoscaler that KEDA makes: all that this policy knows of it is here.
extension KEDAScaledObject {
  /// The autoscaler of an object with these settings.
  static func makeHorizontal(_ settings: Settings) -> HorizontalPodAutoscaler {
    let bounds = KEDABounds(
      minReplicas: settings.activation.minReplicas, maxReplicas: settings.maxReplicas)
    let targets = settings.triggers.map { trigger in
      MetricTarget(
        kind: trigger.targetType == .averageValue ? .externalAverageValue : .value,
        target: trigger.target, isTotal: true)
    }
    return HorizontalPodAutoscaler(
      HorizontalPodAutoscaler.Settings(
        min: bounds.min, max: bounds.max, metrics: targets, tolerance: settings.tolerance,
        behavior: settings.behavior, syncPeriod: syncPeriod))
  }

  /// Looks at what was read of the triggers and decides.
  mutating func synchronize(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    shown.wanted = seen.wanted
    shown.ready = seen.ready
    shown.starting = seen.starting
    shown.draining = seen.draining
    return horizontal.decide(shown, at: now)
  }
}
