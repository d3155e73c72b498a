extension Explanation {
  static let othersReasons: [Explanation] = kubernetes + knative + keda

  private static let kubernetes: [Explanation] = [
    reason("ScalingDisabled", "The pool has no replicas, so the autoscaler is off.", "Raise min."),
    reason(
      "Current number of replicas above Spec.MaxReplicas", "There are more than max.",
      "It is brought back without a look at the metric."),
    reason(
      "Current number of replicas below Spec.MinReplicas", "There are fewer than min.",
      "It is brought back without a look at the metric."),
    reason("DesiredWithinRange", "What is wanted is neither cut nor held back.", "None is needed."),
    reason(
      "ScaleUpLimit", "More is wanted than may be added at once.",
      "behavior.scale_up allows more in a period."),
    reason(
      "ScaleDownLimit", "Fewer are wanted than may go at once.",
      "behavior.scale_down allows more in a period."),
    reason("TooManyReplicas", "More is wanted than max allows.", "Raise max."),
    reason("TooFewReplicas", "Fewer are wanted than min allows.", "Lower min."),
    reason(
      "ScaleUpStabilized", "A lower wish of a moment ago keeps it from growing.",
      "Shorten behavior.scale_up.stabilization."),
    reason(
      "ScaleDownStabilized", "A higher wish of a moment ago keeps it from shrinking.",
      "Shorten stabilization."),
    reason("ReadyForNewScale", "The windows hold nothing back.", "None is needed."),
    reason("SucceededGetScale", "The replicas could be read.", "None is needed."),
    reason("SucceededRescale", "The replicas were changed.", "None is needed."),
    reason("ValidMetricFound", "A metric could be read.", "None is needed."),
    unread("FailedGetPodsMetric", "pods"), unread("FailedGetResourceMetric", "resource"),
    unread("FailedGetExternalMetric", "external"), unread("FailedGetObjectMetric", "object"),
    unread("InvalidMetricSourceType", "unknown"),
  ]

  private static func unread(_ word: String, _ kind: String) -> Explanation {
    reason(
      word, "A metric (of the kind \(kind)) could not be read.",
      "It has no value while nothing is ready or served.")
  }

  private static let knative: [Explanation] = [
    reason("stable window", "The average of the stable window decides.", "stable_window."),
    reason(
      "panic window", "The short window decides, because the load jumped.", "panic_threshold."),
    reason(
      "no scale-down while panicking", "In panic it never shrinks.",
      "It ends a stable window after the load has calmed."),
    reason("max scale-up rate", "More is wanted than the rate allows.", "max_scale_up_rate."),
    reason("max scale-down rate", "Fewer are wanted than the rate allows.", "max_scale_down_rate."),
    reason("activation scale", "Leaving zero begins with so many.", "activation_scale."),
    reason("initial scale", "The first pods are on their way.", "initial of the pool."),
    reason("scale-down delay", "A fall is held back for a while.", "scale_down_delay."),
    reason("scale to zero disabled", "It may not go to none.", "scale_to_zero: true, and min 0."),
    reason("activating", "The first pod is starting.", "None is needed."),
    reason("activation timed out", "The first pod did not come in time.", "Shorten the start."),
    reason(
      "idle, active for less than the stable window", "Too early to go to none.",
      "stable_window."),
    reason("idle, marked inactive", "Nothing comes; it is about to go to none.", "None is needed."),
    reason(
      "activator not in the path yet", "Before none is left, the activator must take over.",
      "None is needed."),
    reason("scaled to zero", "Nothing comes, and the last pod goes.", "Set min to 1 to keep one."),
    reason("last pod retention", "The last pod is kept a while longer.", "pod_retention."),
    reason("scale-to-zero grace period", "The last pod has a while left.", "grace_period."),
  ]

  private static let keda: [Explanation] = [
    reason(
      "trigger active", "The trigger is above its threshold: at least one.", "None is needed."),
    reason("no trigger active", "The trigger is at or below its threshold.", "cooldown follows."),
    reason("cooldown over", "No trigger for the whole cooldown: to none.", "Lengthen cooldown."),
    reason("paused", "Scaling is paused.", "Not reached from scenarios."),
    reason("scale-in paused", "Shrinking is paused.", "Not reached from scenarios."),
    reason("scale-out paused", "Growing is paused.", "Not reached from scenarios."),
  ]
}
