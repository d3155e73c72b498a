import Capacity

extension ScenarioLanguage {
  private static let batch = ValueKind.whole(1...4_096)
  private static let many = ValueKind.whole(1...1_000_000_000)
  private static let limit = ValueKind.either([
    many, .pattern("^[1-9][0-9]* per stream$", example: "2 per stream"),
  ])
  private static let levels = "^[1-9][0-9]*$"

  /// How frames are served.
  static let serving: [SectionSpec] = [
    inherited(
      "serve", "`serve`", "How frames are served.",
      [
        KeySpec("model", .name, "One of `models:`.", .required),
        KeySpec("precision", .text, "Needed if the model has several on the GPU."),
        KeySpec("batching", .section("batching"), "How batches form.", default: "one by one"),
        KeySpec("queue", .section("queue"), "What waits, and what is let go."),
        KeySpec(
          "routing", .choice(Routing.allCases.map(\.rawValue)),
          "Where a frame goes. With a model server the default is round_robin.",
          default: "shared_queue"),
        KeySpec("lanes", .whole(1...64), "Model copies on a GPU.", default: "1"),
      ]),
    inherited(
      "batching", "`batching`", "How batches form, by plain rules or a model server's own.",
      [
        KeySpec("max", batch, "The most.", default: "1"),
        KeySpec("preferred", .list(batch), "Sizes that go at once."),
        KeySpec("max_delay", .time, "How long to wait for company.", default: "0s"),
        KeySpec("triton", .section("triton"), "NVIDIA Triton's dynamic batcher."),
        KeySpec("torchserve", .section("torchserve"), "TorchServe's batcher."),
        KeySpec("ray_serve", .section("ray-serve-batching"), "Ray Serve's batcher."),
      ]),
    SectionSpec(
      "torchserve", ["`torchserve`"], "TorchServe's batcher.",
      [
        KeySpec("batch", batch, "The most frames in a batch.", default: "1"),
        KeySpec("max_delay", .time, "How long it waits for company.", default: "100ms"),
        KeySpec("queue", many, "The most that waits.", default: "100"),
      ]),
    SectionSpec(
      "ray-serve-batching", ["`ray_serve`"], "Ray Serve's batcher.",
      [
        KeySpec("max", batch, "The most frames in a batch.", default: "10"),
        KeySpec("wait", .time, "How long it waits for company.", default: "10ms"),
        KeySpec("max_concurrent", batch, "Batches at once.", default: "1"),
        KeySpec("max_ongoing", many, "Requests in a replica.", default: "5"),
      ]),
    SectionSpec(
      "triton", ["`triton`"], "Triton's dynamic batcher, by its own names.",
      [
        KeySpec("max", batch, "max_batch_size.", .required),
        KeySpec("preferred", .list(batch), "preferred_batch_size.", default: "max alone"),
        KeySpec("max_delay", .time, "max_queue_delay_microseconds.", default: "0s"),
        KeySpec("timeout", .named(.time), "Of each request of a population."),
        KeySpec("default_queue_policy", .section("queue-policy"), "Of levels without their own."),
        KeySpec("priority_levels", .whole(1...100), "1 goes first."),
        KeySpec("default_priority_level", .whole(1...100), "Required with levels."),
        KeySpec("priority", .named(.whole(1...100)), "Of populations."),
        KeySpec(
          "priority_queue_policy", .keyed(pattern: levels, .section("queue-policy")), "Of levels."),
      ]),
    SectionSpec(
      "queue-policy", ["a queue policy"], "What Triton does with what waits too long.",
      [
        KeySpec(
          "timeout_action", .choice(["reject", "delay"]),
          "What becomes of a frame whose time is over.", default: "reject"),
        KeySpec("default_timeout", .time, "How long a frame may wait.", default: "none"),
        KeySpec("allow_timeout_override", .flag, "Whether `timeout` counts.", default: "false"),
        KeySpec(
          "max_queue_size", .whole(0...1_000_000_000), "The most that waits.", default: "no limit"),
      ]),
    inherited(
      "queue", "`queue`", "What waits, and what is let go.",
      [
        KeySpec(
          "limit", .either([limit, .list(limit)]), "How much may wait, in all or for each stream.",
          default: "none"),
        KeySpec(
          "when_full", .choice(Queue.WhenFull.allCases.map(\.rawValue)), "Who goes then."),
        KeySpec("drop_late", .flag, "Drops what is late already.", default: "false"),
        KeySpec("max_wait", .time, "Drops what waited longer.", default: "no limit"),
      ]),
  ]
}
