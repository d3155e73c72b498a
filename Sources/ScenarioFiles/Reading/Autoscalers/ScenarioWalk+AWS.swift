import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  /// CloudWatch's datapoints are of a minute, and are there a minute later.
  private static let cloudWatch = MetricFeed.Settings(scrape: .minutes(1), lag: .minutes(1))

  /// AWS target tracking.
  mutating func targetTracking(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let keys = [
      "metric", "target", "scale_in", "scale_out_cooldown", "scale_in_cooldown", "warm_up",
    ]
    guard let section = section(node, "`target_tracking`", keys: keys + Self.feedKeys),
      let metric = metric(section), let targetNode = required("target", in: section),
      let target = level(targetNode, of: metric)
    else { return nil }
    var settings = TargetTrackingPolicy.Settings(
      min: place.min, max: place.max, target: target, isTotal: metric.isTotal)
    if let node = section["scale_in"] { settings.disableScaleIn = !flag(node) }
    settings.scaleOutCooldown = time("scale_out_cooldown", section, settings.scaleOutCooldown)
    settings.scaleInCooldown = time("scale_in_cooldown", section, settings.scaleInCooldown)
    settings.warmUp = time("warm_up", section, settings.warmUp)
    if place.min == 0 { report(.neverWakes(pool: place.name), at: node, against: nil) }
    return PoolAutoscaler(
      pool: place.name, name: "target_tracking", policy: TargetTrackingPolicy(settings),
      metrics: [metric], feed: feed(section, default: Self.cloudWatch))
  }

  /// AWS step scaling.
  mutating func stepScaling(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let keys = ["metric", "out", "in", "scale_out_cooldown", "scale_in_cooldown", "warm_up"]
    guard let section = section(node, "`step_scaling`", keys: keys + Self.feedKeys),
      let metric = metric(section), let outNode = required("out", in: section)
    else { return nil }
    let out = steps(outNode, .out, metric)
    let back = section["in"].flatMap { steps($0, .in, metric) }
    guard let out else { return nil }
    var settings = StepScalingPolicy.Settings(
      min: place.min, max: place.max, scaleOut: out, scaleIn: back, isTotal: metric.isTotal)
    settings.scaleOutCooldown = time("scale_out_cooldown", section, settings.scaleOutCooldown)
    settings.scaleInCooldown = time("scale_in_cooldown", section, settings.scaleInCooldown)
    settings.warmUp = time("warm_up", section, settings.warmUp)
    return PoolAutoscaler(
      pool: place.name, name: "step_scaling", policy: StepScalingPolicy(settings),
      metrics: [metric], feed: feed(section, default: Self.cloudWatch))
  }

  /// A time of a policy within a day.
  mutating func time(
    _ key: String, _ section: Section, _ original: SimDuration
  ) -> SimDuration {
    guard let node = section[key] else { return original }
    return duration(node, atMost: .days(1)) ?? original
  }

  /// An alarm and the steps by the metric's distance from its threshold.
  private mutating func steps(
    _ node: YAMLNode, _ direction: StepScaling.Direction, _ metric: PoolMetric
  ) -> StepScalingPolicy.AlarmedSteps? {
    let side = direction == .out ? "above" : "below"
    let keys = [side, "minutes", "of", "steps", "min_change"]
    guard let section = section(node, "`\(node.name)`", keys: keys),
      let levelNode = required(side, in: section), let threshold = level(levelNode, of: metric),
      let list = required("steps", in: section).flatMap({ self.list($0, of: "steps") })
    else { return nil }
    var kind: StepScaling.Adjustment?
    var steps: [StepScaling.Step] = []
    for element in list {
      guard let read = step(element, direction, metric) else { continue }
      if let kind, kind != read.kind {
        report(.mixedSteps, at: element, against: list.first)
        continue
      }
      kind = read.kind
      steps.append(read.step)
    }
    guard let kind, !steps.isEmpty else { return nil }
    let least = section["min_change"].flatMap { integer($0, in: 0...Self.instanceLimit) } ?? 0
    let scaling = StepScaling(
      direction: direction, threshold: threshold, steps: steps, adjustment: kind,
      minAdjustmentMagnitude: least)
    let datapoints = section["minutes"].flatMap { integer($0, in: 1...64) } ?? 1
    let periods = section["of"].flatMap { integer($0, in: datapoints...64) } ?? datapoints
    return .init(scaling, datapoints: datapoints, of: periods)
  }

  /// `{from, to, add | remove | percent | exactly}`; the ends are distances from the threshold.
  private mutating func step(
    _ node: YAMLNode, _ direction: StepScaling.Direction, _ metric: PoolMetric
  ) -> (step: StepScaling.Step, kind: StepScaling.Adjustment)? {
    let change = direction == .out ? "add" : "remove"
    let keys = ["from", "to", change, "percent", "exactly"]
    guard let section = section(node, "a step", keys: keys),
      let key = choice(of: [change, "percent", "exactly"], in: section), let value = section[key]
    else { return nil }
    let near = section["from"].flatMap { distance($0, metric) }
    let far = section["to"].flatMap { distance($0, metric) }
    let sign = direction == .out ? 1.0 : -1.0
    let lower = direction == .out ? near ?? 0 : far.map { -$0 }
    let upper = direction == .out ? far : near.map { -$0 } ?? 0
    func made(
      _ amount: Double, _ kind: StepScaling.Adjustment
    ) -> (step: StepScaling.Step, kind: StepScaling.Adjustment) {
      (StepScaling.Step(lower: lower, upper: upper, adjustment: amount), kind)
    }
    if key == "percent" {
      guard let share = share(value, atMost: 10) else { return nil }
      return made(sign * share * 100, .percentChangeInCapacity)
    }
    guard let count = integer(value, in: 0...Self.instanceLimit) else { return nil }
    return key == "exactly"
      ? made(Double(count), .exactCapacity) : made(sign * Double(count), .changeInCapacity)
  }

  /// A distance from a threshold: none is 0, else a level of the metric.
  private mutating func distance(_ node: YAMLNode, _ metric: PoolMetric) -> Double? {
    if node.text == "0" || node.text == "0%" || node.text == "0s" { return 0 }
    return level(node, of: metric)
  }
}
