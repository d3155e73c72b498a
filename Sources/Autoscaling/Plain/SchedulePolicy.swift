public import Kernel

/// Replicas by the clock alone: no metric is looked at.
///
/// While a rule with `desired` holds, that many replicas are kept; else those that are wanted
/// already, brought within the bounds of the rule. In EC2 Auto Scaling a scheduled action sets the
/// desired capacity once and others may change it afterwards; here no other is there to do so.
/// To give another policy bounds by the clock, see `Scheduled`.
public struct SchedulePolicy: ScalingPolicy {
  /// What the policy is told to hold.
  public struct Settings: Hashable, Sendable {
    /// What holds when.
    public var schedule: WeeklySchedule
    /// The fewest replicas where no rule says otherwise; at least 0.
    public var minimum: Int
    /// The most replicas where no rule says otherwise; at least `minimum`.
    public var maximum: Int
    /// How often the policy looks; positive. A rule takes effect at the first look from its
    /// start on.
    public var interval: SimDuration

    /// Settings; KEDA polls its cron scaler each 30 s by default.
    public init(
      schedule: WeeklySchedule, minimum: Int = 0, maximum: Int,
      interval: SimDuration = .seconds(30)
    ) {
      self.schedule = schedule
      self.minimum = minimum
      self.maximum = maximum
      self.interval = interval
    }
  }

  /// What the policy is told to hold.
  public let settings: Settings

  /// A policy of a schedule.
  public init(_ settings: Settings) {
    precondition(
      settings.minimum >= 0 && settings.maximum >= settings.minimum,
      "bounds must be 0 ≤ minimum ≤ maximum")
    precondition(settings.interval > .zero, "a policy looks at positive intervals")
    self.settings = settings
  }

  /// How often it looks.
  public var interval: SimDuration { settings.interval }

  /// It does.
  public var followsClock: Bool { true }

  /// The replicas of the rule that holds.
  public mutating func decide(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    let rule = settings.schedule.rule(at: now)
    let recommended = rule?.desired ?? seen.wanted
    return ScalingDecision(replicas: recommended, recommended: recommended, reason: .schedule)
      .bounded(
        from: rule?.minimum ?? settings.minimum, to: rule?.maximum ?? settings.maximum)
  }
}

/// Another policy whose bounds follow the clock.
///
/// As in EC2 Auto Scaling, where a scaling policy goes on deciding within the minimum and maximum
/// that the last scheduled action set: what `inner` decides is brought within the bounds of the
/// rule that holds. A rule's `desired` counts as one more lower bound, as KEDA's cron scaler does
/// beside other triggers, of which the largest wins.
public struct Scheduled<Inner: ScalingPolicy>: ScalingPolicy {
  /// The policy that decides within the bounds.
  public private(set) var inner: Inner
  /// What holds when.
  public let schedule: WeeklySchedule

  /// `inner` within the bounds of `schedule`.
  public init(_ inner: Inner, schedule: WeeklySchedule) {
    self.inner = inner
    self.schedule = schedule
  }

  /// How often the inner policy looks.
  public var interval: SimDuration { inner.interval }

  /// Whether the inner policy is called when a frame comes to an empty pool.
  public var isCalledByRequests: Bool { inner.isCalledByRequests }

  /// It does.
  public var followsClock: Bool { true }

  /// Hands the sample on.
  public mutating func take(_ sample: MetricSample) { inner.take(sample) }

  /// What the inner policy decides, within the bounds of the rule that holds.
  ///
  /// A minimum above the maximum of the same rule loses against it.
  public mutating func decide(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    let decision = inner.decide(seen, at: now)
    guard let rule = schedule.rule(at: now) else { return decision }
    let floor = Swift.max(rule.minimum ?? 0, rule.desired ?? 0)
    let ceiling = rule.maximum ?? .max
    let replicas = Swift.min(Swift.max(decision.replicas, floor), ceiling)
    if replicas == decision.replicas { return decision }
    return ScalingDecision(
      replicas: replicas, recommended: decision.recommended, reason: .schedule)
  }
}

extension ScalingReason {
  /// The clock says so.
  public static var schedule: ScalingReason { ScalingReason("schedule") }
  /// A forecast says so.
  public static var forecast: ScalingReason { ScalingReason("forecast") }
}

extension ScalingDecision {
  /// The decision within bounds, naming the bound that changed it; a minimum above the maximum
  /// loses against it.
  func bounded(from minimum: Int, to maximum: Int) -> ScalingDecision {
    var decision = self
    if replicas < minimum {
      decision.replicas = minimum
      decision.reason = .atMinimum
    }
    if decision.replicas > maximum {
      decision.replicas = maximum
      decision.reason = .atMaximum
    }
    return decision
  }
}
