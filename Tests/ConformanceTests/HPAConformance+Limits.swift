import Autoscaling
import Kernel

extension HPAInput {
  /// Settings with what the vector says of bounds and of the rule without behavior.
  private func settings() throws -> HorizontalPodAutoscaler.Settings {
    var settings = HorizontalPodAutoscaler.Settings(max: Int(Int32.max), metrics: [])
    settings.min = json["min"]?.int ?? settings.min
    settings.max = json["max"]?.int ?? settings.max
    if json["scale_up_limit_factor"] != nil {
      settings.scaleUpLimitFactor = try need("scale_up_limit_factor", \.double)
    }
    if json["scale_up_limit_minimum"] != nil {
      settings.scaleUpLimitMinimum = try need("scale_up_limit_minimum", \.double)
    }
    if json["window_s"] != nil { settings.downscaleStabilization = try duration("window_s") }
    return settings
  }

  func boundsWithoutBehavior() throws -> JSONValue {
    let desired = try int("desired")
    _ = try (int("min"), int("max"))
    return try settings().limit(desired, current: try int("current")).json(desired)
  }

  func scaleUpLimitWithoutBehavior() throws -> JSONValue {
    ["limit": .int(try settings().scaleUpLimit(current: try int("current")))]
  }

  func stabilizationWithoutBehavior() throws -> JSONValue {
    var log = RecommendationLog(
      try history("recommendations").map { .init(replicas: $0.number, time: $0.time) })
    let stabilized = log.stabilize(
      try int("desired"), window: try duration("window_s"), at: now)
    return ["stabilized": .int(stabilized), "log_length": .int(log.entries.count)]
  }

  func normalizationWithoutBehavior() throws -> JSONValue {
    _ = try (int("min"), int("max"), duration("window_s"))
    var scaler = HorizontalPodAutoscaler(
      try settings(), recommendations: try recommendations())
    let outcome = scaler.normalize(try int("desired"), current: try int("current"), at: now)
    guard let limited = outcome.conditions.scalingLimited else {
      throw Unreadable(key: "no condition")
    }
    return [
      "replicas": .int(outcome.replicas),
      "able_to_scale_reason": .string(outcome.conditions.ableToScale.reason.words),
      "scaling_limited_reason": .string(limited.reason.words), "limited": .bool(limited.holds),
    ]
  }

  func behaviorLimit() throws -> JSONValue {
    let current = try int("current")
    _ = try part("rules").list("policies")
    switch try need("direction", \.string) {
    case "up":
      let rules = try rules("rules", default: .defaultUp)
      return ["limit": .int(rules.upLimit(current: current, events: try events(), at: now))]
    case "down":
      let rules = try rules("rules", default: .defaultDown)
      return ["limit": .int(rules.downLimit(current: current, events: try events(), at: now))]
    default: throw Unreadable(key: "direction")
    }
  }

  func eventsInPeriod() throws -> JSONValue {
    let change = try eventLog("events").change(within: try duration("period_s"), at: now)
    return ["change": .int(change)]
  }

  private func behavior() throws -> ScalingBehavior {
    ScalingBehavior(
      up: try rules("scale_up_rules", default: .defaultUp),
      down: try rules("scale_down_rules", default: .defaultDown))
  }

  func behaviorRate() throws -> JSONValue {
    let desired = try int("desired")
    let limited = try behavior().limit(
      desired, current: try int("current"), min: try int("min"), max: try int("max"),
      events: try events(), at: now)
    return limited.json(desired)
  }

  func stabilizationWithBehavior() throws -> JSONValue {
    let (current, desired) = (try int("current"), try int("desired"))
    var log = try recommendations()
    let stabilized = log.stabilize(
      desired, current: current, up: try duration("up_window_s"),
      down: try duration("down_window_s"), at: now)
    let reason = HorizontalPodAutoscaler.stabilizationReason(desired, current: current, true)
    return [
      "stabilized": .int(stabilized), "reason": .string(reason.words),
      "log": .array(log.entries.map { .int($0.replicas) }),
    ]
  }

  func normalizationWithBehavior() throws -> JSONValue {
    _ = try (int("min"), int("max"))
    var settings = try settings()
    settings.behavior = try behavior()
    var scaler = HorizontalPodAutoscaler(
      settings, recommendations: try recommendations(), events: try events())
    let outcome = scaler.normalize(try int("desired"), current: try int("current"), at: now)
    return ["replicas": .int(outcome.replicas)]
  }

  /// One change noted by a whole look: a target that is so many replicas above the maximum.
  func storedScaleEvent() throws -> JSONValue {
    let log = try eventLog("events")
    let before = log.change(within: try duration("query_period_s"), at: now)
    let change = try int("change")
    var settings = HorizontalPodAutoscaler.Settings(max: 1, metrics: [])
    if try need("has_behavior", \.bool) {
      settings.behavior = ScalingBehavior(down: ScalingRules(policies: try policies()))
    }
    var scaler = HorizontalPodAutoscaler(
      settings, recommendations: RecommendationLog(), events: ScaleEvents(down: log))
    _ = scaler.reconcile(current: 1 + change, proposals: MetricProposals(), at: now)
    let entries = scaler.events.down.events.map { event -> JSONValue in
      [.int(event.change), .bool(event.isOutdated)]
    }
    return ["log": .array(entries), "change_in_period_before": .int(before)]
  }
}

extension LimitedReplicas {
  fileprivate func json(_ desired: Int) -> JSONValue {
    [
      "replicas": .int(replicas), "condition": .string(reason.words),
      "limited": .bool(replicas != desired),
    ]
  }
}
