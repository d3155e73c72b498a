public import Kernel

/// KEDA: zero to one by itself at every polling interval, one to many by the Horizontal Pod
/// Autoscaler that it makes, every 15 s.
///
/// After KEDA 2.20. An observation's metrics are the triggers' in order: totals, or nil for one
/// that cannot be read. Both loops start with the first decision; where they meet, the autoscaler
/// comes first. With no replicas the autoscaler is off. As in the original, it does not know of
/// idle replicas: it raises any number but 0 to the minimum at its next look, so idle replicas
/// other than 0 are of little use.
public struct KEDAScaledObject: ScalingPolicy {
  let settings: Settings
  var horizontal: HorizontalPodAutoscaler
  /// Failures in a row of each trigger.
  var failures: [Int]
  /// What the last poll saw of each trigger.
  private var polled: [Double?]
  /// What the autoscaler sees; kept, so that a look allocates nothing.
  var shown: PoolObservation
  private var poller: KEDAPoller?
  private var nextPoll = SimTime.zero
  private var nextSync = SimTime.zero

  /// An object that has seen nothing yet.
  public init(_ settings: Settings) {
    precondition(!settings.triggers.isEmpty, "a scaled object has a trigger")
    precondition(settings.pollingInterval > .zero, "a polling interval is positive")
    self.settings = settings
    let count = settings.triggers.count
    failures = [Int](repeating: 0, count: count)
    polled = [Double?](repeating: nil, count: count)
    shown = PoolObservation(wanted: 0, ready: 0, metrics: polled)
    horizontal = Self.makeHorizontal(settings)
  }

  /// How often the autoscaler that KEDA makes looks: `--horizontal-pod-autoscaler-sync-period`.
  public static var syncPeriod: SimDuration { .seconds(15) }

  /// The largest time that both loops are multiples of.
  public var interval: SimDuration {
    var (a, b) = (Self.syncPeriod.nanoseconds, settings.pollingInterval.nanoseconds)
    while b != 0 { (a, b) = (b, a % b) }
    return .nanoseconds(a)
  }

  /// When a trigger was last active at a poll; nil when none ever was.
  public var lastActive: SimTime? { poller?.lastActive }

  /// Looks, polls or does nothing, as is due at `now`.
  public mutating func decide(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    start(at: now)
    var decision = ScalingDecision(
      replicas: seen.wanted, recommended: seen.wanted, reason: KEDAReason.unchanged)
    if settings.activation.isPaused { decision.reason = KEDAReason.paused }
    if Self.isDue(&nextSync, every: Self.syncPeriod, at: now), !settings.activation.isPaused {
      if seen.wanted > 0 {
        read(seen)
        // A step of its own: as an argument it would change a copy of what it is called on.
        decision = synchronize(seen, at: now)
        decision = holdPaused(decision, from: seen.wanted)
      } else {
        decision.reason = KEDAReason.inactive
      }
    }
    if Self.isDue(&nextPoll, every: settings.pollingInterval, at: now) {
      poll(seen, into: &decision, at: now)
    }
    return decision
  }

  private mutating func start(at now: SimTime) {
    guard poller == nil else { return }
    var activation = settings.activation
    activation.fallbackReplicas = settings.fallback?.replicas
    poller = KEDAPoller(activation, triggers: settings.triggers, created: now)
    (nextPoll, nextSync) = (now, now)
  }

  /// Whether a loop's turn has come; then the next is the first multiple after `now`.
  private static func isDue(
    _ next: inout SimTime, every period: SimDuration, at now: SimTime
  ) -> Bool {
    guard now >= next else { return false }
    let missed = (now - next).nanoseconds / period.nanoseconds
    next += period * (missed + 1)
    return true
  }

  /// Reads all triggers for the autoscaler, through their caches and the fallback.
  private mutating func read(_ seen: PoolObservation) {
    for index in settings.triggers.indices {
      let trigger = settings.triggers[index]
      var metric = index < seen.metrics.count ? seen.metrics[index] : nil
      // What no poll has put in the cache is read from the source.
      if trigger.usesCachedMetrics, let cached = polled[index] { metric = cached }
      let reading = KEDAFallback.read(
        metric, of: trigger, failures: &failures[index], fallback: settings.fallback,
        currentReplicas: seen.wanted, readyReplicas: seen.ready)
      shown.metrics[index] = reading.metric
    }
  }

  /// A pause of one direction disables it in the autoscaler too.
  private func holdPaused(_ decision: ScalingDecision, from current: Int) -> ScalingDecision {
    var held = decision
    if settings.activation.pausesScaleIn, decision.replicas < current {
      (held.replicas, held.reason) = (current, KEDAReason.pausedScaleIn)
    } else if settings.activation.pausesScaleOut, decision.replicas > current {
      (held.replicas, held.reason) = (current, KEDAReason.pausedScaleOut)
    }
    return held
  }

  private mutating func poll(
    _ seen: PoolObservation, into decision: inout ScalingDecision, at now: SimTime
  ) {
    for index in polled.indices {
      polled[index] = index < seen.metrics.count ? seen.metrics[index] : nil
    }
    let outcome = poller?.poll(seen.metrics, current: decision.replicas, at: now)
    guard let outcome, let reason = outcome.reason else { return }
    decision.replicas = outcome.replicas
    decision.reason = reason
  }
}
