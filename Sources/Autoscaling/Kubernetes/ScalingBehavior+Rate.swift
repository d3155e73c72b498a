package import Kernel

/// Replicas within what is allowed, and which limit cut them.
package struct LimitedReplicas: Hashable, Sendable {
  /// The replicas.
  package var replicas: Int
  /// What cut them, or `DesiredWithinRange`.
  package var reason: ScalingReason

  init(_ replicas: Int, _ reason: ScalingReason) {
    self.replicas = replicas
    self.reason = reason
  }
}

/// The changes that were made lately, in both directions.
package struct ScaleEvents: Hashable, Sendable {
  /// Replicas added.
  package var up: ScaleEventLog
  /// Replicas removed.
  package var down: ScaleEventLog

  /// The changes of the past.
  package init(up: ScaleEventLog = ScaleEventLog(), down: ScaleEventLog = ScaleEventLog()) {
    self.up = up
    self.down = down
  }

  /// The replicas that there were when a period that ends at `now` began.
  func start(of period: SimDuration, current: Int, at now: SimTime) -> Int {
    current - up.change(within: period, at: now) + down.change(within: period, at: now)
  }
}

extension ScalingRules {
  /// The most replicas that the limits allow; may be below `current` when more were added of late.
  package func upLimit(current: Int, events: ScaleEvents, at now: SimTime) -> Int {
    if select == .disabled { return current }
    var limit = Int(select == .min ? Int32.max : Int32.min)
    for policy in policies {
      let start = events.start(of: policy.period, current: current, at: now)
      let allowed = policy.most(from: start)
      limit = select == .min ? min(limit, allowed) : max(limit, allowed)
    }
    return limit
  }

  /// The fewest replicas that the limits allow; may be above `current` when more were removed of
  /// late.
  package func downLimit(current: Int, events: ScaleEvents, at now: SimTime) -> Int {
    if select == .disabled { return current }
    var limit = Int(select == .min ? Int32.min : Int32.max)
    for policy in policies {
      let start = events.start(of: policy.period, current: current, at: now)
      let allowed = policy.fewest(from: start)
      limit = select == .min ? max(limit, allowed) : min(limit, allowed)
    }
    return limit
  }
}

extension ScalingRules.Policy {
  /// Percent are rounded up, so that one replica can grow. A sum past 2^31 - 1 wraps to a negative
  /// number, as Go's does: a limit that large stops all growth.
  fileprivate func most(from start: Int) -> Int {
    switch kind {
    case .pods: Int(Int32(truncatingIfNeeded: start &+ value))
    case .percent: ReplicaCalculator.whole(Double(start) * (1 + Double(value) / 100))
    }
  }

  /// Percent are rounded towards zero.
  fileprivate func fewest(from start: Int) -> Int {
    switch kind {
    case .pods: return Int(Int32(truncatingIfNeeded: start &- value))
    case .percent:
      let replicas = Double(start) * (1 - Double(value) / 100)
      return Int(Swift.min(Swift.max(replicas, Double(Int32.min)), Double(Int32.max)))
    }
  }
}

extension ScalingBehavior {
  /// The replicas within the limits and bounds, windows already applied.
  ///
  /// A bound binds only in the direction of the change, so replicas that are past one stay.
  package func limit(
    _ desired: Int, current: Int, min: Int, max: Int, events: ScaleEvents, at now: SimTime
  ) -> LimitedReplicas {
    if desired > current {
      let rate = Swift.max(current, up.upLimit(current: current, events: events, at: now))
      let most = Swift.min(max, rate)
      if desired > most {
        return LimitedReplicas(most, max > rate ? .scaleUpLimit : .tooManyReplicas)
      }
    } else if desired < current {
      let rate = Swift.min(current, down.downLimit(current: current, events: events, at: now))
      let fewest = Swift.max(min, rate)
      if desired < fewest {
        return LimitedReplicas(fewest, min < rate ? .scaleDownLimit : .tooFewReplicas)
      }
    }
    return LimitedReplicas(desired, .desiredWithinRange)
  }
}
