extension ScenarioLanguage {
  private static let sharing = ValueKind.keyed(pattern: "^[1-9][0-9]*$", .share)

  /// What is computed, and how fast.
  static let models: [SectionSpec] = [
    SectionSpec(
      "model", ["a model"], "What is computed.",
      [
        KeySpec(
          "on", .keyed(pattern: "^[^ ]+( [^ ]+)?$", .section("curve")),
          "Curves by GPU, or by GPU and precision."),
        KeySpec("memory", .size, "GPU memory of a copy.", default: "unchecked"),
        KeySpec("size", .size, "Of the file; what a model store keeps."),
        KeySpec("sharing", sharing, "Throughput of k copies on a GPU over one."),
        KeySpec(
          "catalog", .name(known: Catalog.builtIn.models.map(\.name)),
          "A built-in model with its curves."),
      ]),
    SectionSpec(
      "curve", ["a curve"], "The time of a batch by its size.",
      [
        KeySpec("batch", .keyed(pattern: "^[1-9][0-9]*$", .time), "A table; linear between."),
        KeySpec("affine", .section("affine"), "A base and so much for each item."),
        KeySpec("smooth_max", .section("smooth-max"), "A floor that turns into a line."),
        KeySpec("time", .distribution, "A time that varies, whatever the batch."),
        KeySpec(
          "cv", .number(0...10), "Standard deviation over mean of a batch's time.", default: "0"),
        KeySpec("sharing", sharing, "Throughput of k copies on a GPU over one."),
        KeySpec("measured_up_to", .whole(1...100_000), "The largest batch that was measured."),
      ] + vouchers, exactlyOne: [["batch", "affine", "smooth_max", "time"]]),
    SectionSpec(
      "affine", ["`affine`"], "A base and so much for each item.",
      [
        KeySpec("base", .time, "The time that any batch takes.", .required),
        KeySpec("per_item", .time, "The time that each item adds.", .required),
      ]),
    SectionSpec(
      "smooth-max", ["`smooth_max`"], "A floor that turns into a line.",
      [
        KeySpec("floor", .time, "The time of small batches.", .required),
        KeySpec("per_item", .time, "The time that each item adds to large ones.", .required),
        KeySpec("sharpness", .number(1...20), "How sudden the turn is.", .required),
      ]),
  ]

  /// Machines that the catalog lacks.
  static let machines: [SectionSpec] = [
    SectionSpec(
      "instance", ["an instance"], "A machine with its prices.",
      [
        KeySpec("gpu", .text, "The kind of GPU, as curves name it.", .required),
        KeySpec("gpus", .whole(1...64), "How many GPUs.", default: "1"),
        KeySpec("gpu_memory", .size, "Memory of one GPU.", default: "unchecked"),
        KeySpec("on_demand", .price, "The price on demand."),
        KeySpec("monthly", .monthlyFee, "Or what a machine of your own costs, used or not."),
        KeySpec("spot", .price, "The price as spot."),
      ] + vouchers, exactlyOne: [["on_demand", "monthly"]])
  ]

  private static let ending = ValueKind.choice(["hold", "loop"])

  /// Spot markets.
  static let markets: [SectionSpec] = [
    SectionSpec(
      "market", ["a market"], "The spot markets of a region.",
      [
        KeySpec(
          "shocks", .either([.choice(["measured"]), .section("shocks")]),
          "What closes many zones at once.", default: "none"),
        KeySpec("zones", .named(.section("zone")), "Its zones.", .required),
      ]),
    SectionSpec(
      "shocks", ["`shocks`"], "What closes many zones at once.",
      [
        KeySpec("every", .time, "Mean time between.", .required),
        KeySpec("reach", .share, "Probability for each zone.", .required),
      ]),
    SectionSpec(
      "zone", ["a zone"], "A market that is open and closed by turns, or as a trace says.",
      [
        KeySpec("up_time", .vouchedTime, "How long it is open."),
        KeySpec("down_time", .vouchedTime, "How long it is closed."),
        KeySpec("trace", .section("availability"), "What it holds, from a CSV file."),
        KeySpec("reclaim", .section("reclaim"), "What it takes when it closes."),
        KeySpec(
          "price", .either([.price, .section("zone-price")]), "The spot price there.",
          default: "the machine's"),
        KeySpec("notice", .time, "Before an instance is taken.", default: "2min"),
      ] + vouchers, exactlyOne: [["up_time", "trace"]]),
    SectionSpec(
      "reclaim", ["`reclaim`"], "What a zone takes when it closes.",
      [
        KeySpec("whole", .share, "Probability of everything.", .required),
        KeySpec("partial", .share, "Else uniform up to this.", default: "0"),
      ]),
    SectionSpec(
      "zone-price", ["`price`"], "A price that changes.",
      [KeySpec("trace", .section("prices"), "From a CSV file.", .required)] + vouchers),
    replayed("availability", "a trace of availability", "available"),
    replayed("prices", "a trace of prices", "price"),
  ]

  private static func replayed(_ id: String, _ name: String, _ column: String) -> SectionSpec {
    SectionSpec(
      id, [name], "Steps of a CSV file.",
      [
        KeySpec("file", .text, "Its path from the scenario's folder.", .required),
        KeySpec("time", .text, "Column of seconds.", default: "t_seconds"),
        KeySpec(column, .text, "Column of values.", default: "\(column)"),
        KeySpec("from", .time, "Where in the trace to begin.", default: "0s"),
        KeySpec("at", .time, "When to begin, from clock.start.", default: "0s"),
        KeySpec("at_end", ending, "What holds after its end.", default: "hold"),
      ])
  }
}
