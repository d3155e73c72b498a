extension Explanation {
  /// What the control plane does.
  static let decisions: [Explanation] = [
    decision("scale_up", "An autoscaler asks for more instances.", "It takes a start to come."),
    decision("scale_down", "An autoscaler asks for fewer instances.", "They drain, then go."),
    decision(
      "add_nodes", "A node provisioner asks for machines under the replicas that wait.",
      "Replicas wait for the node's start and then for their own."),
    decision(
      "remove_nodes", "A node provisioner gives machines back that are empty or under-used.",
      "Replicas on them move, which takes a start."),
    decision(
      "stock_out", "A machine was asked for and there was none.",
      "It is asked for again, later and later: until then the pool is too small."),
    decision(
      "notice", "The spot market tells a group of instances that it will take them.",
      "They take nothing new and have the notice to finish what they have."),
    decision(
      "interruption", "The spot market takes instances: the end of a notice, or without one.",
      "Frames that they still held have failed."),
    decision(
      "fallback", "On-demand instances stand in for spot that cannot be had.",
      "They cost the price on demand until spot is back."),
    decision(
      "return_to_spot", "Spot is to be had again, and takes the place of on-demand instances.",
      "They go when the spot ones are ready."),
    decision("crash", "An instance failed.", "Its frames are lost; another starts after mttr."),
    decision(
      "outage", "A zone failed with a share of the pool's instances.",
      "What is left carries the load until they are started again."),
    decision(
      "straggler", "An instance turns out to be a slow one.",
      "Each of its batches takes longer, for as long as it lives."),
    decision(
      "alert", "A share of the budget is spent.", "Nothing is done unless the budget says so."),
    decision(
      "burn_rate", "Money goes so many times as fast as the budget lasts, in each window.",
      "Nothing is done; it is told."),
    decision(
      "cap", "The budget limits the size of every pool.",
      "What the fleet cannot carry then is late or dropped."),
    decision(
      "stop_admitting", "The budget refuses what comes: each frame of it is rejected.",
      "Those present stay."),
    decision(
      "lower_frame_rate", "New sessions send only a part of their frames.",
      "Fewer frames are offered, and fewer served."),
    decision(
      "switch_model", "The budget has batches run another model from now on.",
      "They take the other model's time, until the next period."),
    decision(
      "feature_off", "The budget refuses those who come and those present.",
      "Every frame is rejected until the next period."),
    decision(
      "new_period", "A new period of the budget begins.", "What it did before is undone."),
  ]

  private static func decision(_ word: String, _ meaning: String, _ effect: String) -> Explanation {
    Explanation(
      word, .decision,
      .init(
        meaning, because: effect, advice: "The column why of decisions.csv says what led to it."))
  }
}
