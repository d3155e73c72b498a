public import Kernel

/// AWS target tracking: CloudWatch datapoints, two alarms, a proportional change, cooldowns.
///
/// After the Amazon EC2 Auto Scaling and Application Auto Scaling User Guides. Samples of metric 0
/// become one-minute datapoints; it acts once for each new one, while an alarm lasts. Replicas that
/// start or warm up are in the capacity but not in the base of a change, and block a scale-in.
public struct TargetTrackingPolicy: ScalingPolicy {
  /// What it is told to hold.
  public let settings: Settings
  private let tracking: ProportionalTarget
  private var datapoints = MinuteDatapoints()
  private var alarms: TargetTrackingAlarms
  private var warmUp: WarmUp
  private var cooldown: ScalingCooldown
  private var latest: Double?

  /// A policy that has seen nothing yet.
  public init(_ settings: Settings) {
    precondition(settings.target > 0, "the target must be positive")
    self.settings = settings
    tracking = ProportionalTarget(
      settings.target, scaleInMargin: 1 - settings.lowFraction,
      disableScaleIn: settings.disableScaleIn)
    alarms = TargetTrackingAlarms(
      target: settings.target, lowFraction: settings.lowFraction,
      highPeriods: settings.highPeriods, lowPeriods: settings.lowPeriods)
    warmUp = WarmUp(settings.warmUp)
    cooldown = ScalingCooldown(
      out: settings.scaleOutCooldown, in: settings.scaleInCooldown)
  }

  /// How often it looks.
  public var interval: SimDuration { settings.interval }

  /// Adds a sample of metric 0 to its minute.
  public mutating func take(_ sample: MetricSample) {
    if sample.metric == 0 { datapoints.take(sample) }
  }

  /// Closes the minutes that are over and, if there was one, acts on the alarms.
  public mutating func decide(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    let warm = seen.ready - warmUp.warming(ready: seen.ready, at: now)
    let isNew = evaluate(ready: seen.ready, at: now)
    guard let latest else { return decision(seen.wanted, seen.wanted, .noMetric) }
    let recommended = tracking.desired(current: warm, metric: latest)
    guard isNew, alarms.isHigh || alarms.isLow else {
      return decision(seen.wanted, recommended, .alarmsQuiet)
    }
    return alarms.isHigh
      ? scaleOut(seen, warm: warm, to: recommended, at: now)
      : scaleIn(seen, warm: warm, to: recommended, at: now)
  }

  /// Shows the closed minutes to the alarms; says whether there was any.
  private mutating func evaluate(ready: Int, at now: SimTime) -> Bool {
    datapoints.close(at: now)
    if datapoints.closed.isEmpty { return false }
    let replicas = settings.isTotal ? Double(max(ready, 1)) : 1
    for datapoint in datapoints.closed {
      latest = datapoint.map { $0 / replicas }
      alarms.take(latest)
    }
    datapoints.clear()
    return true
  }

  private mutating func scaleOut(
    _ seen: PoolObservation, warm: Int, to recommended: Int, at now: SimTime
  ) -> ScalingDecision {
    let isCooling = cooldown.isCoolingAfterOut(at: now)
    // Without a cooldown the base already leaves out what the last scale-out brought.
    if !isCooling, recommended <= seen.wanted {
      return decision(seen.wanted, recommended, .warmingUp)
    }
    let granted = cooldown.grant(recommended - warm, at: now)
    if granted == 0 { return decision(seen.wanted, recommended, .cooldown) }
    let most = max(seen.wanted, recommended)
    return decision(isCooling ? min(seen.wanted + granted, most) : most, recommended, .highAlarm)
  }

  private mutating func scaleIn(
    _ seen: PoolObservation, warm: Int, to recommended: Int, at now: SimTime
  ) -> ScalingDecision {
    if settings.disableScaleIn { return decision(seen.wanted, recommended, .scaleInDisabled) }
    if seen.starting > 0 || warm < seen.ready {
      return decision(seen.wanted, recommended, .warmingUp)
    }
    let wanted = max(settings.min, min(seen.wanted, recommended))
    if wanted >= seen.wanted { return decision(seen.wanted, recommended, .lowAlarm) }
    let granted = cooldown.grant(wanted - seen.wanted, at: now)
    return decision(seen.wanted + granted, recommended, granted == 0 ? .cooldown : .lowAlarm)
  }

  private func decision(
    _ wanted: Int, _ recommended: Int, _ reason: ScalingReason
  ) -> ScalingDecision {
    let replicas = min(max(wanted, settings.min), settings.max)
    let why = replicas < wanted ? .atMaximum : replicas > wanted ? .atMinimum : reason
    return ScalingDecision(replicas: replicas, recommended: recommended, reason: why)
  }
}
