import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  /// CloudWatch's datapoints are of a minute, and are there a minute later.
  static let cloudWatch = MetricFeed.Settings(scrape: .minutes(1), lag: .minutes(1))

  /// AWS target tracking.
  mutating func targetTracking(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let keys = [
      "metric", "target", "scale_in", "scale_out_cooldown", "scale_in_cooldown", "warm_up",
    ]
    guard let section = section(node, "`target_tracking`", keys: keys + Self.feedKeys),
      let (metric, target) = target(section)
    else { return nil }
    var settings = TargetTrackingPolicy.Settings(
      min: place.min, max: place.max, target: target, isTotal: metric.isTotal)
    settings.disableScaleIn = !flag("scale_in", section, !settings.disableScaleIn)
    settings.scaleOutCooldown = time("scale_out_cooldown", section, settings.scaleOutCooldown)
    settings.scaleInCooldown = time("scale_in_cooldown", section, settings.scaleInCooldown)
    settings.warmUp = time("warm_up", section, settings.warmUp)
    // It multiplies what there is, so from zero it goes nowhere.
    checkWaking(false, place, at: node)
    return PoolAutoscaler(
      pool: place.name, name: "target_tracking", policy: TargetTrackingPolicy(settings),
      metrics: [metric], feed: feed(section, default: Self.cloudWatch))
  }

  /// AWS step scaling.
  mutating func stepScaling(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let keys = ["metric", "out", "in", "scale_out_cooldown", "scale_in_cooldown", "warm_up"]
    guard let section = section(node, "`step_scaling`", keys: keys + Self.feedKeys),
      let metric = metric(section)
    else { return nil }
    let out = required("out", in: section).flatMap { alarm($0, .out, metric) }
    let back = section["in"].flatMap { alarm($0, .in, metric) }
    guard let out else { return nil }
    var settings = StepScalingPolicy.Settings(
      min: place.min, max: place.max, scaleOut: out, scaleIn: back, isTotal: metric.isTotal)
    settings.scaleOutCooldown = time("scale_out_cooldown", section, settings.scaleOutCooldown)
    settings.scaleInCooldown = time("scale_in_cooldown", section, settings.scaleInCooldown)
    settings.warmUp = time("warm_up", section, settings.warmUp)
    let isShare = out.scaling.adjustment == .percentChangeInCapacity
    checkWaking(metric.isTotal && !isShare, place, at: node)
    return PoolAutoscaler(
      pool: place.name, name: "step_scaling", policy: StepScalingPolicy(settings),
      metrics: [metric], feed: feed(section, default: Self.cloudWatch))
  }
}
