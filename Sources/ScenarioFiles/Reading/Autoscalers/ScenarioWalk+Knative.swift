import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  /// Knative's autoscaler; every second a sample, as its collector takes them.
  mutating func knative(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let keys = [
      "metric", "target", "utilization", "container_concurrency", "stable_window", "panic_window",
      "panic_threshold", "max_scale_up_rate", "max_scale_down_rate", "scale_down_delay",
      "activation_scale", "scale_to_zero", "grace_period", "pod_retention",
      "target_burst_capacity",
    ]
    guard let section = section(node, "`kpa`", keys: keys) else { return nil }
    let watched: PoolMetric? =
      section["metric"] == nil
      ? .concurrency : metric(section, among: [.concurrency, .arrivalRate])
    guard let metric = watched else { return nil }
    var settings = KnativePodAutoscaler.Settings()
    settings.target.metric = metric == .concurrency ? .concurrency : .rps
    readTarget(section, into: &settings.target)
    readRates(section, into: &settings)
    readScaler(section, place, into: &settings.scaler)
    return PoolAutoscaler(
      pool: place.name, name: "kpa", policy: KnativePodAutoscaler(settings), metrics: [metric],
      feed: .init(scrape: .seconds(1)))
  }

  private mutating func readTarget(_ section: Section, into target: inout KnativeTarget.Settings) {
    if let node = section["target"] { target.target = number(node, in: 0.01...1e6) }
    if let node = section["utilization"], let share = quantity(node, .share) {
      target.utilization = within(0.01...1, share, node, unit: "")
    }
    if let node = section["container_concurrency"] {
      target.containerConcurrency = integer(node, in: 0...1_000) ?? 0
    }
  }

  private mutating func readRates(
    _ section: Section, into settings: inout KnativePodAutoscaler.Settings
  ) {
    if let node = section["panic_window"], let share = quantity(node, .share) {
      settings.panicWindowPercentage = (within(0.01...1, share, node, unit: "") ?? 0.1) * 100
    }
    if let node = section["panic_threshold"], let share = quantity(node, .share) {
      settings.panicThresholdPercentage = (within(1.1...10, share, node, unit: "") ?? 2) * 100
    }
    if let node = section["max_scale_up_rate"] {
      settings.maxScaleUpRate = number(node, in: 1.01...1e6) ?? 1000
    }
    if let node = section["max_scale_down_rate"] {
      settings.maxScaleDownRate = number(node, in: 1.01...1e6) ?? 2
    }
    if let node = section["scale_down_delay"] {
      settings.scaleDownDelay = duration(node, atMost: .hours(1)) ?? .zero
    }
    if let node = section["activation_scale"] {
      settings.activationScale = integer(node, in: 1...Self.instanceLimit) ?? 1
    }
  }

  /// Bounds are the pool's; the first replicas are its `initial`.
  private mutating func readScaler(
    _ section: Section, _ place: ScalerPlace, into scaler: inout RevisionScaler
  ) {
    scaler.minScale = place.min
    scaler.maxScale = place.max
    scaler.initialScale = place.initial
    if let node = section["stable_window"] {
      scaler.stableWindow =
        duration(node, atLeast: .seconds(6), atMost: .hours(1)) ?? scaler.stableWindow
    }
    if let node = section["scale_to_zero"] { scaler.scalesToZero = flag(node) }
    scaler.gracePeriod = time("grace_period", section, scaler.gracePeriod)
    scaler.podRetention = time("pod_retention", section, scaler.podRetention)
    if let node = section["target_burst_capacity"] {
      scaler.targetBurstCapacity = node.text == "-1" ? -1 : number(node, in: 0...1e6) ?? 211
    }
  }

  /// KEDA over one trigger; its source is asked when it is polled, so there is no window.
  mutating func keda(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let keys = [
      "metric", "target", "activation_threshold", "polling_interval", "cooldown",
      "initial_cooldown", "idle_replicas", "use_cached_metrics", "behavior",
    ]
    let totals = PoolMetric.allCases.filter(\.isTotal)
    guard let section = section(node, "`keda`", keys: keys + ["scrape", "lag"]),
      let metric = metric(section, among: totals), let targetNode = required("target", in: section),
      let target = level(targetNode, of: metric)
    else { return nil }
    var trigger = KEDATrigger(target: target)
    if let node = section["activation_threshold"] {
      trigger.activationThreshold = number(node, in: 0...1e9) ?? 0
    }
    if let node = section["use_cached_metrics"] { trigger.usesCachedMetrics = flag(node) }
    var settings = KEDAScaledObject.Settings(triggers: [trigger], maxReplicas: place.max)
    settings.activation.minReplicas = place.min
    settings.activation.cooldown = time("cooldown", section, settings.activation.cooldown)
    settings.activation.initialCooldown = time("initial_cooldown", section, .zero)
    if let node = section["idle_replicas"] {
      settings.activation.idleReplicas = integer(node, in: 0...Swift.max(place.min - 1, 0))
    }
    if let node = section["polling_interval"] {
      settings.pollingInterval =
        duration(node, atLeast: .seconds(1), atMost: .hours(1)) ?? settings.pollingInterval
    }
    settings.behavior = section["behavior"].flatMap { behavior($0) }
    return PoolAutoscaler(
      pool: place.name, name: "keda", policy: KEDAScaledObject(settings), metrics: [metric],
      feed: feed(section, default: .init(scrape: .seconds(15))))
  }
}
