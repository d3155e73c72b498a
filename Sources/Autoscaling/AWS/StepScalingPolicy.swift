public import Kernel

/// AWS step scaling: an alarm out and an alarm in, each with steps by how far the metric is past
/// its threshold.
///
/// After the Amazon EC2 Auto Scaling User Guide, "Step and simple scaling policies". Samples of
/// metric 0 become one-minute datapoints; every one that leaves an alarm in alarm is acted on, by
/// that datapoint. When both alarms are in alarm, the one out is obeyed: the larger capacity wins.
public struct StepScalingPolicy: ScalingPolicy {
  /// What it is told to do.
  public let settings: Settings
  private var datapoints = MinuteDatapoints()
  private var outAlarm: MetricAlarm?
  private var inAlarm: MetricAlarm?
  private var warmUp: WarmUp
  private var cooldown: ScalingCooldown
  private var latest: Double?

  /// A policy that has seen nothing yet.
  public init(_ settings: Settings) {
    precondition(settings.scaleOut.map { $0.scaling.direction == .out } ?? true)
    precondition(settings.scaleIn.map { $0.scaling.direction == .in } ?? true)
    self.settings = settings
    outAlarm = settings.scaleOut.map { MetricAlarm(datapoints: $0.datapoints, of: $0.periods) }
    inAlarm = settings.scaleIn.map { MetricAlarm(datapoints: $0.datapoints, of: $0.periods) }
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
    let fresh = warmUp.warming(ready: seen.ready, at: now)
    let group = StepScaling.Group(
      inService: seen.ready - fresh, warming: seen.starting + fresh, terminating: seen.draining,
      desired: seen.wanted)
    let isNew = evaluate(ready: seen.ready, at: now)
    guard let latest else { return decision(seen.wanted, seen.wanted, .noMetric) }
    if isNew, outAlarm?.isInAlarm == true, let steps = settings.scaleOut?.scaling {
      return scaleOut(group, by: steps, for: latest, at: now)
    }
    if isNew, inAlarm?.isInAlarm == true, let steps = settings.scaleIn?.scaling {
      return scaleIn(group, by: steps, for: latest, at: now)
    }
    return decision(seen.wanted, seen.wanted, .alarmsQuiet)
  }

  /// Shows the closed minutes to the alarms; says whether there was any.
  private mutating func evaluate(ready: Int, at now: SimTime) -> Bool {
    datapoints.close(at: now)
    if datapoints.closed.isEmpty { return false }
    let replicas = settings.isTotal ? Double(max(ready, 1)) : 1
    for datapoint in datapoints.closed {
      latest = datapoint.map { $0 / replicas }
      let value = latest
      if let steps = settings.scaleOut?.scaling {
        _ = outAlarm?.take(isBreached: value.map { steps.isBreached(by: $0) } ?? false)
      }
      if let steps = settings.scaleIn?.scaling {
        _ = inAlarm?.take(isBreached: value.map { steps.isBreached(by: $0) } ?? false)
      }
    }
    datapoints.clear()
    return true
  }

  private mutating func scaleOut(
    _ group: StepScaling.Group, by steps: StepScaling, for metric: Double, at now: SimTime
  ) -> ScalingDecision {
    let desired = steps.desired(for: metric, of: group)
    let isCooling = cooldown.isCoolingAfterOut(at: now)
    if desired <= group.desired, !isCooling {
      let isWarming = group.warming > 0
      return decision(group.desired, desired, isWarming ? .warmingUp : .alarmsQuiet)
    }
    let granted = cooldown.grant(max(0, steps.change(for: metric, of: group) ?? 0), at: now)
    if granted == 0 { return decision(group.desired, desired, .cooldown) }
    let wanted = isCooling ? min(group.desired + granted, desired) : desired
    return decision(wanted, desired, .highAlarm)
  }

  private mutating func scaleIn(
    _ group: StepScaling.Group, by steps: StepScaling, for metric: Double, at now: SimTime
  ) -> ScalingDecision {
    let desired = steps.desired(for: metric, of: group)
    if group.warming > 0 { return decision(group.desired, desired, .warmingUp) }
    let wanted = max(settings.min, desired)
    if wanted >= group.desired { return decision(group.desired, desired, .lowAlarm) }
    let granted = cooldown.grant(wanted - group.desired, at: now)
    return decision(group.desired + granted, desired, granted == 0 ? .cooldown : .lowAlarm)
  }

  private func decision(
    _ wanted: Int, _ recommended: Int, _ reason: ScalingReason
  ) -> ScalingDecision {
    let replicas = min(max(wanted, settings.min), settings.max)
    let why = replicas < wanted ? .atMaximum : replicas > wanted ? .atMinimum : reason
    return ScalingDecision(replicas: replicas, recommended: recommended, reason: why)
  }
}
