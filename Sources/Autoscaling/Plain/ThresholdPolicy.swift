public import Kernel

/// The guides' plain rule: a step out while any metric is above its upper threshold, a step in
/// while every metric is below its lower one, and a rest after each change.
///
/// It is a CloudWatch alarm pair with a simple scaling policy (Amazon EC2 Auto Scaling user guide,
/// "Step and simple scaling policies", read 2026): the change is to what was asked for last, and
/// a condition that still holds after the cooldown acts again without waiting anew. Both metrics
/// and durations are seen only at looks: a condition holds from the first look that finds it to
/// the first that does not.
public struct ThresholdPolicy: ScalingPolicy {
  /// What the policy is told to hold.
  public let settings: Settings
  /// The first look of the unbroken row of looks that found a metric too high.
  private var highSince: SimTime?
  /// The first look of the unbroken row of looks that found all metrics low.
  private var lowSince: SimTime?
  private var lastChange: SimTime?

  /// A policy that has seen nothing yet.
  public init(_ settings: Settings) {
    settings.check()
    self.settings = settings
  }

  /// How often it looks.
  public var interval: SimDuration { settings.interval }

  /// Looks at the thresholds, then at the wait, the rest and the bounds.
  ///
  /// A metric without a value is neither high nor low, so it prevents a step in but no step out.
  /// Replicas outside the bounds are brought within at once, whatever the metrics say.
  public mutating func decide(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    let load = look(at: seen.metrics)
    highSince = load == .high ? highSince ?? now : nil
    lowSince = load == .low ? lowSince ?? now : nil
    let recommended = recommend(seen.wanted, load)
    let held = obstacle(seen, load, at: now)
    let decision = ScalingDecision(
      replicas: held == nil ? recommended : seen.wanted, recommended: recommended,
      reason: held ?? reason(load)
    ).bounded(from: settings.minimum, to: settings.maximum)
    if decision.replicas != seen.wanted { lastChange = now }
    return decision
  }

  private enum Load { case high, low, between, unknown }

  private func look(at metrics: [Double?]) -> Load {
    var known = false
    var low = settings.hasLower
    for (index, threshold) in settings.thresholds.enumerated() {
      let value = index < metrics.count ? metrics[index] : nil
      if value != nil { known = true }
      if let value, let upper = threshold.upper, value > upper { return .high }
      if let lower = threshold.lower {
        low = low && (value.map { $0 < lower } ?? false)
      }
    }
    if !known { return .unknown }
    return low ? .low : .between
  }

  private func recommend(_ wanted: Int, _ load: Load) -> Int {
    switch load {
    case .high: wanted + settings.stepOut.replicas(of: wanted)
    case .low: Swift.max(0, wanted - settings.stepIn.replicas(of: wanted))
    case .between, .unknown: wanted
    }
  }

  private func reason(_ load: Load) -> ScalingReason {
    switch load {
    case .high: .aboveThreshold
    case .low: .belowThreshold
    case .between: .betweenThresholds
    case .unknown: .noMetric
    }
  }

  /// What keeps a step that the metrics ask for from being taken now, if anything.
  private func obstacle(_ seen: PoolObservation, _ load: Load, at now: SimTime)
    -> ScalingReason?
  {
    switch load {
    case .high:
      if let highSince, now - highSince < settings.outAfter { return .thresholdWait }
      if settings.waitsForStarting, seen.starting > 0 { return .replicasStarting }
    case .low:
      if let lowSince, now - lowSince < settings.inAfter { return .thresholdWait }
    case .between, .unknown: return nil
    }
    if let lastChange, now - lastChange < settings.cooldown { return .thresholdCooldown }
    return nil
  }
}

extension ScalingReason {
  /// A metric is above its upper threshold.
  public static var aboveThreshold: ScalingReason { ScalingReason("above threshold") }
  /// All metrics are below their lower thresholds.
  public static var belowThreshold: ScalingReason { ScalingReason("below threshold") }
  /// No threshold is passed.
  public static var betweenThresholds: ScalingReason { ScalingReason("between thresholds") }
  /// A threshold is passed, but not for long enough yet.
  public static var thresholdWait: ScalingReason { ScalingReason("threshold not passed for long") }
  /// The last change is too recent.
  public static var thresholdCooldown: ScalingReason { ScalingReason("threshold cooldown") }
  /// Replicas that were asked for before are still starting.
  public static var replicasStarting: ScalingReason { ScalingReason("replicas starting") }
}
