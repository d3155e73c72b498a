import Autoscaling

extension ScenarioLanguage {
  static let metrics = ValueKind.choice(PoolMetric.allCases.map(\.rawValue))
  static let metricKey = KeySpec("metric", metrics, "What it watches.")
  static let target = KeySpec(
    "target", .level, "What the metric should be, or what a replica is to carry.")
  static let metricList = KeySpec(
    "metrics", .list(.section("metric")), "Several; the largest need is taken.")
  static let sync = KeySpec("sync", .time, "How often it looks.", default: "15s")
  static let stabilization = KeySpec(
    "stabilization", .time, "A fall goes to the highest need of so long.")
  /// How metrics reach a policy.
  static let feed = [
    KeySpec("scrape", .time, "How often the metric is read."),
    KeySpec("window", .time, "What its mean is taken over; 0s is the last reading."),
    KeySpec("lag", .time, "How late it is seen."),
  ]
  private static let cooldowns = [
    KeySpec("scale_out_cooldown", .time, "How long after growing it does not grow again."),
    KeySpec("scale_in_cooldown", .time, "How long after shrinking it does not shrink again."),
    KeySpec("warm_up", .time, "Until a new replica counts."),
  ]

  /// Who changes the pools' sizes: the policies of others.
  static let policies: [SectionSpec] = [
    inherited(
      "autoscaler", "an autoscaler", "One policy for a pool, perhaps with a schedule.",
      [
        KeySpec("pool", .name, "Which pool; it has `min` and `max`."),
        KeySpec("pools", .list(.name), "Several, for `cheapest`."),
        KeySpec("hpa", .section("hpa"), "Kubernetes' horizontal autoscaler."),
        KeySpec("kpa", .section("kpa"), "Knative's autoscaler."),
        KeySpec("keda", .section("keda"), "KEDA over one trigger."),
        KeySpec("target_tracking", .section("target-tracking"), "AWS target tracking."),
        KeySpec("step_scaling", .section("step-scaling"), "AWS step scaling."),
        KeySpec("mig", .section("mig"), "A Google Cloud managed instance group."),
        KeySpec("ray_serve", .section("ray-serve"), "Ray Serve's autoscaler."),
        KeySpec("thresholds", .section("thresholds"), "Out above levels, in below others."),
        KeySpec("predictive", .section("predictive"), "A forecast from past seasons."),
        KeySpec("schedule", .list(.section("schedule-rule")), "Rules of local time."),
        KeySpec("clairvoyant", .section("clairvoyant"), "The whole future is known: the bound."),
        KeySpec("cheapest", .section("cheapest"), "The cheapest mix of several pools."),
      ]),
    SectionSpec("metric", ["a metric"], "A metric and what it should be.", [metricKey, target]),
    inherited(
      "hpa", "`hpa`", "The Kubernetes horizontal autoscaler, autoscaling/v2.",
      [
        metricKey, target, metricList,
        KeySpec(
          "tolerance", .either([.share, .section("tolerance")]),
          "How far off the target it leaves things alone.", default: "10%"),
        KeySpec(
          "behavior", .section("behavior"), "How fast it may change.", default: "the older rule"),
        sync, stabilization,
      ] + feed),
    SectionSpec(
      "tolerance", ["`tolerance`"], "For both directions.",
      [
        KeySpec("up", .share, "When growing.", default: "10%"),
        KeySpec("down", .share, "When shrinking.", default: "10%"),
      ]),
    SectionSpec(
      "behavior", ["`behavior`"], "How fast it may change.",
      [
        KeySpec("scale_up", .section("scaling-rules"), "How fast it may grow."),
        KeySpec("scale_down", .section("scaling-rules"), "How fast it may shrink."),
      ]),
    SectionSpec(
      "scaling-rules", ["`scale_up`", "`scale_down`"], "How fast it may change.",
      [
        stabilization,
        KeySpec(
          "select", .choice(["max", "min", "disabled"]), "Which of several policies counts.",
          default: "max"),
        KeySpec("policies", .list(.section("scaling-policy")), "How much in a period."),
      ]),
    SectionSpec(
      "scaling-policy", ["a scaling policy"], "How much in a period.",
      [
        KeySpec("pods", .instances, "So many."), KeySpec("percent", .share, "Such a share."),
        KeySpec("period", .time, "Within so long.", .required),
      ], exactlyOne: [["pods", "percent"]]),
    inherited(
      "kpa", "`kpa`", "The Knative Pod Autoscaler.",
      [
        metricKey,
        KeySpec("target", .number, "What a pod carries.", default: "100, or 200 a second"),
        KeySpec("utilization", .share, "The share of it to aim for.", default: "70%"),
        KeySpec("container_concurrency", .whole(0...1_000), "0 is no limit."),
        KeySpec("stable_window", .time, "What the usual average is taken over.", default: "1min"),
        KeySpec("panic_window", .share, "Of the stable window.", default: "10%"),
        KeySpec(
          "panic_threshold", .share, "It panics when so much of what pods carry is wanted.",
          default: "200%"),
        KeySpec(
          "max_scale_up_rate", .number, "The most times the pods of before.", default: "1000"),
        KeySpec("max_scale_down_rate", .number, "The most times fewer than before.", default: "2"),
        KeySpec("scale_down_delay", .time, "How long a fall is held back.", default: "0s"),
        KeySpec("activation_scale", .instances, "Pods on leaving zero.", default: "1"),
        KeySpec("scale_to_zero", .flag, "With a `min` of 0.", default: "true"),
        KeySpec("grace_period", .time, "How long the last pod stays, at least.", default: "30s"),
        KeySpec("pod_retention", .time, "How much longer the last pod is kept.", default: "0s"),
        KeySpec(
          "target_burst_capacity", .number, "-1 keeps the activator in the path always, 0 never.",
          default: "211"),
      ]),
    inherited(
      "keda", "`keda`", "KEDA over one trigger.",
      [
        metricKey, target, KeySpec("activation_threshold", .number, "Active above.", default: "0"),
        KeySpec("polling_interval", .time, "How often the trigger is asked.", default: "30s"),
        KeySpec("cooldown", .time, "To none.", default: "5min"),
        KeySpec("initial_cooldown", .time, "No step to none in the beginning.", default: "0s"),
        KeySpec("idle_replicas", .instances, "Below min.", default: "none"),
        KeySpec(
          "use_cached_metrics", .flag, "Whether the autoscaler sees what the last poll saw.",
          default: "false"),
        KeySpec("behavior", .section("behavior"), "As of hpa."),
      ] + [feed[0], feed[2]]),
    inherited(
      "target-tracking", "`target_tracking`", "AWS target tracking.",
      [metricKey, target, KeySpec("scale_in", .flag, "Whether it may shrink.", default: "true")]
        + cooldowns + feed),
    inherited(
      "step-scaling", "`step_scaling`", "AWS step scaling.",
      [
        metricKey, KeySpec("out", .section("alarm-out"), "The alarm that grows.", .required),
        KeySpec("in", .section("alarm-in"), "The alarm that shrinks.", default: "none"),
      ] + cooldowns + feed),
    inherited(
      "mig", "`mig`", "A Google Cloud managed instance group.",
      [
        metricKey, target, metricList, stabilization,
        KeySpec(
          "initialization", .time, "How long a new instance is left out of the metric.",
          default: "1min"),
        KeySpec("scale_in", .section("scale-in"), "How far it may fall.", default: "any"),
      ] + feed),
    SectionSpec(
      "scale-in", ["`scale_in`"], "How far it may fall below a peak.",
      [
        KeySpec("most", .either([.instances, .share]), "Replicas, or a share.", .required),
        KeySpec("within", .time, "The peak of so long.", .required),
      ]),
    inherited(
      "ray-serve", "`ray_serve`", "Ray Serve's autoscaler, by its own names.",
      [
        KeySpec("target_ongoing_requests", .number, "What a replica is to carry.", default: "2"),
        KeySpec("upscale_delay", .time, "How long more must be wanted.", default: "30s"),
        KeySpec("downscale_delay", .time, "How long fewer must be wanted.", default: "10min"),
        KeySpec(
          "downscale_to_zero_delay", .time, "The same for the last replica.", default: "the same"),
        KeySpec("upscaling_factor", .number, "The part of a growth that is done.", default: "1"),
        KeySpec("downscaling_factor", .number, "The part of a fall that is done.", default: "1"),
        KeySpec("look_back", .time, "What the mean is taken over.", default: "30s"),
      ] + [feed[0], feed[2]]),
  ]
}
