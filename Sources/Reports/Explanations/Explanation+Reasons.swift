extension Explanation {
  /// Why autoscalers and node provisioners do what they do; the words that others' programs use
  /// are theirs.
  static let reasons: [Explanation] = plainReasons + othersReasons

  static func reason(_ word: String, _ meaning: String, _ advice: String) -> Explanation {
    Explanation(word, .reason, .init(meaning, advice: advice))
  }

  private static let plainReasons: [Explanation] = [
    reason(
      "no metric", "The metric had no value, so that nothing changes.",
      "gpu_utilization has none while nothing is ready: with min 0 watch a total."),
    reason(
      "within tolerance", "The metric is close enough to its target.",
      "A smaller tolerance makes it react sooner, and more often."),
    reason(
      "ratio to target", "The metric over its target asks for this many.",
      "Move the target to move the fleet."),
    reason(
      "stabilisation window", "What was asked for a moment ago keeps the replicas there.",
      "A shorter stabilization shrinks sooner, and swings more."),
    reason(
      "maximum", "More is wanted than max allows.", "Raise max; at_maximum says how often."),
    reason("minimum", "Fewer would do than min allows.", "Lower min if idle money matters."),
    reason("no change", "There is nothing to do.", "None is needed."),
    reason("between looks", "It is not time to look yet.", "Lower sync to look more often."),
    reason("schedule", "The clock says so.", "See schedule of the autoscaler."),
    reason(
      "forecast", "The load expected a start ahead asks for it.",
      "quantile says how careful it is."),
    reason("above threshold", "A metric is above its upper level.", "See out of thresholds."),
    reason("below threshold", "All metrics are below their lower levels.", "See in."),
    reason("between thresholds", "No level is passed.", "None is needed."),
    reason(
      "threshold not passed for long", "A level is passed, but not yet for as long as `for`.",
      "A shorter for reacts sooner."),
    reason("threshold cooldown", "The last change is too recent.", "Shorten cooldown."),
    reason(
      "replicas starting", "Replicas that were asked for are still starting.",
      "wait_for_starting: false does not wait; it may overshoot."),
    reason("cheapest mix", "These replicas carry the load at the least price.", "None is needed."),
    reason(
      "replacement starting", "Dearer replicas serve until cheaper ones are ready.",
      "None is needed."),
    reason("high alarm", "The metric was past the threshold to grow for long enough.", "See out."),
    reason("low alarm", "The metric was past the threshold to shrink for long enough.", "See in."),
    reason("no alarm", "No alarm, or no new datapoint to act on.", "None is needed."),
    reason("cooldown", "A change so soon after the last is not granted.", "Shorten the cooldown."),
    reason(
      "warm-up", "Replicas that start or warm up are counted on.", "Shorten warm_up of the policy."),
    reason("scale-in disabled", "The policy never shrinks.", "scale_in: true."),
    reason(
      "upscale or downscale delay", "Another number must be wanted for longer.",
      "Shorten upscale_delay or downscale_delay."),
    reason("pending pods", "Replicas wait for a node.", "None is needed."),
    reason("batching window", "More replicas may come, so nodes wait a moment.", "batch_idle."),
    reason("quota", "More nodes are needed than max allows.", "Raise max of nodes."),
    reason(
      "back-off after stock-out", "The provider had no machine; it is not asked again yet.",
      "Another instance type, or more zones."),
    reason("unneeded nodes", "Nodes that are empty or under-used go.", "None is needed."),
  ]
}
