import Autoscaling

extension ScenarioLanguage {
  private static let days = ValueKind.choice([
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "workdays", "weekend",
  ])
  private static let levels = ValueKind.keyed(
    pattern: "^(" + PoolMetric.allCases.map(\.rawValue).joined(separator: "|") + ")$", .level)

  /// Parts of step scaling and of thresholds.
  static let steps: [SectionSpec] = [
    alarm("alarm-out", "`out`", "above", "step-out"), alarm("alarm-in", "`in`", "below", "step-in"),
    step("step-out", "add"), step("step-in", "remove"),
    threshold("threshold-out", "`out`", "above", "0s"),
    threshold("threshold-in", "`in`", "below", "5min"),
  ]

  private static func alarm(
    _ id: String, _ name: String, _ side: String, _ step: String
  ) -> SectionSpec {
    SectionSpec(
      id, [name], "An alarm and its steps.",
      [
        KeySpec(side, .level, "The threshold.", .required),
        KeySpec("minutes", .whole(1...64), "How many must breach.", default: "1"),
        KeySpec("of", .whole(1...64), "Of how many minutes.", default: "as many"),
        KeySpec("steps", .list(.section(step)), "By distance from the threshold.", .required),
        KeySpec("min_change", .instances, "The least change of percentages."),
      ])
  }

  private static func step(_ id: String, _ change: String) -> SectionSpec {
    SectionSpec(
      id, ["a step"], "What happens so far from the threshold.",
      [
        KeySpec(
          "from", .either([.level, .whole(0...0)]), "Distance from the threshold.", default: "0"),
        KeySpec("to", .level, "Distance from the threshold.", default: "open"),
        KeySpec(change, .instances, "So many replicas."),
        KeySpec("percent", .share, "Such a share of the replicas."),
        KeySpec("exactly", .instances, "To this number of replicas."),
      ], exactlyOne: [[change, "percent", "exactly"]])
  }

  private static func threshold(
    _ id: String, _ name: String, _ side: String, _ forDefault: String
  ) -> SectionSpec {
    SectionSpec(
      id, [name], "Levels, and what happens beyond them.",
      [
        KeySpec(side, levels, "Levels of metrics.", .required),
        KeySpec("for", .time, "How long beyond them.", default: forDefault),
        KeySpec("step", .either([.instances, .share]), "Replicas, or a share.", default: "1"),
      ])
  }

  /// Policies of ours.
  static let ours: [SectionSpec] = [
    inherited(
      "thresholds", "`thresholds`", "Out above one of several levels, in below all of others.",
      [
        KeySpec("out", .section("threshold-out"), "When to grow.", .required),
        KeySpec("in", .section("threshold-in"), "When to shrink.", default: "never"),
        KeySpec("cooldown", .time, "After any change.", default: "5min"),
        KeySpec("wait_for_starting", .flag, "Whether starts are waited for.", default: "true"),
        sync,
      ] + feed),
    inherited(
      "predictive", "`predictive`", "A forecast from the seasons past, one start ahead.",
      [
        metricKey, target,
        KeySpec(
          "season", .time, "How long until the load comes round; whole bins, at most 35d.",
          default: "1d"),
        KeySpec("bin", .time, "How finely the season is cut.", default: "5min"),
        KeySpec("quantile", .share, "Of the past seasons in each bin.", default: "95%"),
        KeySpec("lead", .time, "How far ahead it looks.", default: "the start time"), stabilization,
        sync,
      ] + feed),
    SectionSpec(
      "schedule-rule", ["a rule of `schedule`"], "From a time of day on.",
      [
        KeySpec(
          "days", .either([days, .list(days)]), "The days it begins on.", default: "every day"),
        KeySpec("at", .timeOfDay, "From when on, in local time.", .required),
        KeySpec("replicas", .instances, "Replicas from then on; beside a policy one more `min`."),
        KeySpec("min", .instances, "Replicas at least."),
        KeySpec("max", .instances, "Replicas at most."),
      ]),
    SectionSpec(
      "clairvoyant", ["`clairvoyant`"], "The whole future is known.",
      [KeySpec("filling", .share, "How full replicas may be.", default: "found")]),
    inherited(
      "cheapest", "`cheapest`", "The cheapest mix of several pools.",
      [
        metricKey,
        KeySpec("carries", .named(.level), "What a replica of each pool carries.", .required),
        KeySpec("filling", .share, "How much of that may be used.", default: "80%"),
        KeySpec("hold", .time, "Over how long a change must pay for itself.", default: "1h"),
        stabilization, sync,
      ] + feed),
  ]
}
