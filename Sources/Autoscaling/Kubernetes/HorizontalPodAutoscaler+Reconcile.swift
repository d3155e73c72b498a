package import Kernel

extension HorizontalPodAutoscaler {
  /// What one look came to.
  package struct Reconciliation: Hashable, Sendable {
    /// Replicas from now on.
    package var replicas: Int
    /// What the metrics ask for; nil when they were not looked at or could not be read.
    package var recommended: Int?
    /// What the windows leave of it; nil when there is nothing.
    package var stabilized: Int?
    /// What decided.
    package var reason: ScalingReason
    /// What the autoscaler says of itself.
    package var conditions = ScalingConditions()
  }

  /// One look: from the replicas asked for last and what the metrics propose to the replicas from
  /// now on.
  ///
  /// Replicas out of bounds are brought back at once, without windows and limits.
  package mutating func reconcile(
    current: Int, proposals: MetricProposals, at now: SimTime
  ) -> Reconciliation {
    recommendations.begin(with: current, at: now)
    var outcome = settle(current: current, proposals, at: now)
    if outcome.replicas != current {
      outcome.conditions.ableToScale.reason = .succeededRescale
      noteChange(from: current, to: outcome.replicas, at: now)
    }
    return outcome
  }

  private mutating func settle(
    current: Int, _ proposals: MetricProposals, at now: SimTime
  ) -> Reconciliation {
    if current == 0 && (settings.min != 0 || !settings.wakesFromZero) {
      return inactive(current, .scalingDisabled)
    }
    if current > settings.max {
      return Reconciliation(replicas: settings.max, reason: .aboveMaximum)
    }
    if current < settings.min {
      return Reconciliation(replicas: settings.min, reason: .belowMinimum)
    }
    guard let desired = proposals.desired(current: current) else {
      return inactive(current, proposals.failure)
    }
    return normalize(desired, current: current, at: now)
  }

  private func inactive(_ current: Int, _ reason: ScalingReason?) -> Reconciliation {
    var outcome = Reconciliation(replicas: current, reason: reason ?? .noMetric)
    if let reason {
      outcome.conditions.scalingActive = .init(holds: false, reason: reason)
    }
    return outcome
  }

  /// Changes are only noted for limits, of which there are none without `behavior`.
  private mutating func noteChange(from old: Int, to new: Int, at now: SimTime) {
    guard let behavior = settings.behavior else { return }
    if new > old {
      events.up.store(new - old, longestPeriod: behavior.up.longestPeriod, at: now)
    } else {
      events.down.store(old - new, longestPeriod: behavior.down.longestPeriod, at: now)
    }
  }
}
