import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  /// The Kubernetes horizontal autoscaler: one metric beside the other keys, or `metrics:`.
  mutating func horizontal(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let keys = ["metric", "target", "metrics", "tolerance", "behavior", "sync", "stabilization"]
    guard let section = section(node, "`hpa`", keys: keys + Self.feedKeys) else { return nil }
    let watched = watched(section)
    var tolerance = Tolerance()
    if let node = section["tolerance"], let both = self.tolerance(node) { tolerance = both }
    let behavior = section["behavior"].flatMap { self.behavior($0) }
    guard !watched.isEmpty else { return nil }
    var settings = HorizontalPodAutoscaler.Settings(
      min: place.min, max: place.max, metrics: watched.map(\.target), tolerance: tolerance,
      behavior: behavior)
    settings.syncPeriod = interval(section, default: settings.syncPeriod)
    settings.wakesFromZero = place.min == 0
    if let node = section["stabilization"] {
      settings.downscaleStabilization =
        duration(node, atMost: .hours(1)) ?? settings.downscaleStabilization
    }
    // A mean over pods cannot be read when there is none; a wait is of frames that were served.
    checkWaking(watched.contains { $0.target.kind == .externalAverageValue }, place, at: node)
    return PoolAutoscaler(
      pool: place.name, name: "hpa", policy: HorizontalPodAutoscaler(settings),
      metrics: watched.map(\.metric),
      feed: feed(section, default: .init(scrape: settings.syncPeriod)))
  }

  private mutating func watched(
    _ section: Section
  ) -> [(metric: PoolMetric, target: MetricTarget)] {
    guard let list = section["metrics"] else { return watchedMetric(section).map { [$0] } ?? [] }
    exclude(["metric", "target"], beside: list, in: section)
    var watched: [(metric: PoolMetric, target: MetricTarget)] = []
    for element in self.list(list, of: "metrics") ?? [] {
      guard let section = self.section(element, "a metric", keys: ["metric", "target"])
      else { continue }
      if let one = watchedMetric(section) { watched.append(one) }
    }
    return watched
  }

  /// A share is a mean over ready pods, a total is shared by all, a wait is nobody's alone.
  private mutating func watchedMetric(
    _ section: Section
  ) -> (metric: PoolMetric, target: MetricTarget)? {
    guard let (metric, target) = target(section, atLeast: .milliseconds(1)) else { return nil }
    let kind: MetricTarget.Kind =
      switch metric {
      case .gpuUtilization, .concurrency: .pods
      case .arrivalRate, .queueLength, .streams: .externalAverageValue
      case .queueWait: .value
      }
    return (metric, MetricTarget(metric, kind: kind, target: target))
  }

  /// One share for both directions, or `{up:, down:}`.
  private mutating func tolerance(_ node: YAMLNode) -> Tolerance? {
    guard node.entries != nil else { return share(node).map { Tolerance(up: $0, down: $0) } }
    guard let section = section(node, "`tolerance`", keys: ["up", "down"]) else { return nil }
    var tolerance = Tolerance()
    if let node = section["up"] { tolerance.up = share(node) ?? tolerance.up }
    if let node = section["down"] { tolerance.down = share(node) ?? tolerance.down }
    return tolerance
  }

  mutating func behavior(_ node: YAMLNode) -> ScalingBehavior? {
    guard let section = section(node, "`behavior`", keys: ["scale_up", "scale_down"]) else {
      return nil
    }
    var behavior = ScalingBehavior()
    if let node = section["scale_up"] { behavior.up = rules(node, default: .defaultUp) }
    if let node = section["scale_down"] { behavior.down = rules(node, default: .defaultDown) }
    return behavior
  }

  private mutating func rules(_ node: YAMLNode, default original: ScalingRules) -> ScalingRules {
    var rules = original
    let keys = ["stabilization", "select", "policies"]
    guard let section = section(node, "`\(node.name)`", keys: keys) else { return rules }
    if let node = section["stabilization"] {
      rules.stabilizationWindow = duration(node, atMost: .hours(1))
    }
    if let node = section["select"], let name = text(node) {
      let choices: [(String, ScalingRules.SelectPolicy)] = [
        ("max", .max), ("min", .min), ("disabled", .disabled),
      ]
      if let known = choices.first(where: { $0.0 == name }) {
        rules.select = known.1
      } else {
        report(.unknownName(kind: "select", name: name, valid: choices.map(\.0)), at: node)
      }
    }
    if let node = section["policies"] {
      rules.policies = (list(node, of: "{pods or percent, period}") ?? []).compactMap {
        rule($0)
      }
    }
    return rules
  }

  private mutating func rule(_ node: YAMLNode) -> ScalingRules.Policy? {
    guard let section = section(node, "a scaling policy", keys: ["pods", "percent", "period"]),
      let key = choice(of: ["pods", "percent"], in: section), let value = section[key],
      let periodNode = required("period", in: section),
      let period = duration(periodNode, atLeast: .seconds(1), atMost: .minutes(30))
    else { return nil }
    if key == "pods" {
      return integer(value, in: 1...Self.instanceLimit).map { .init(.pods, $0, per: period) }
    }
    guard let share = quantity(value, .share), within(0.01...100, share, value, unit: "") != nil
    else { return nil }
    return .init(.percent, Int((share * 100).rounded()), per: period)
  }
}
