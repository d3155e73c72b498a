/// The scenario language, declared: every section with its keys.
package enum ScenarioLanguage {
  /// Every section, the whole scenario first.
  package static let sections: [SectionSpec] =
    chapters.flatMap(\.sections)

  /// The same under headings for people.
  package static let chapters: [(title: String, sections: [SectionSpec])] = [
    ("The scenario and its clock", [scenario, clock]), ("Demand", demand),
    ("Distributions", distributions), ("Models", models), ("Machines", machines),
    ("Spot markets", markets), ("Architectures and pools", architectures), ("Spot", spot),
    ("From the order to ready", starts), ("Nodes, and what goes wrong", fleet),
    ("Serverless pools", functions), ("Serving", serving),
    ("Autoscalers", policies + steps + ours), ("Bought ahead", commitments),
    ("Paid beside instances", charges), ("Budgets", budgets),
  ]

  /// Keys that say who vouches for a figure.
  package static let vouchers = [
    KeySpec("source", .text, "Who says so."),
    KeySpec("measured", .date, "When it was measured."),
    KeySpec("calibrated", .date, "When it was fitted to measurements."),
    KeySpec("as_of", .date, "The date that the figure is of."),
  ]

  static let scenario = SectionSpec(
    "scenario", ["a scenario"],
    "A question for headroom: who uses a service, what might serve them.",
    [
      KeySpec("headroom", .whole(1...1), "The version of this language.", .required),
      KeySpec("name", .name, "What the scenario is called; results go by it.", .required),
      KeySpec("about", .text, "One sentence for people."),
      KeySpec("clock", .section("clock"), "What is simulated, and what is measured.", .required),
      KeySpec("seed", .whole(0...Int.max), "Which random users come.", default: "1"),
      KeySpec("replications", .whole(1...10_000), "How many runs with other users.", default: "10"),
      KeySpec("demand", .named(.section("population")), "Who uses the service.", .required),
      KeySpec("models", .named(.section("model")), "What is computed, and how fast.", .required),
      KeySpec("instances", .named(.section("instance")), "Machines that the catalog lacks."),
      KeySpec("markets", .named(.section("market")), "Spot markets of regions."),
      KeySpec(
        "architectures", .named(.section("architecture")),
        "The candidates; the first is the one "
          + "that others are compared with.", .required),
      KeySpec("objectives", .objectives, "Limits that an architecture must hold.", default: "none"),
      KeySpec(
        "budget", .section("budget"), "How much each architecture may spend.", default: "no limit"),
    ])

  static let clock = SectionSpec(
    "clock", ["`clock`"], "What is simulated, and what is measured.",
    [
      KeySpec("start", .instant, "Instant zero, where measuring starts.", default: "a Monday"),
      KeySpec("zone", .text, "A label for people; a day is always 24 h.", default: "UTC"),
      KeySpec("measure", .time, "The measured span.", .required),
      KeySpec(
        "warm_up", .either([.time, .choice(["auto"])]),
        "Simulated before `start` and left out. `auto` finds it.",
        default: "1h, at most half of `measure`"),
      KeySpec(
        "interval", .time, "Width of a row of timeline.csv.", default: "a 288th of `measure`"),
      KeySpec(
        "month", .time, "Scale of monthly cost; given, the span stands for it.", default: "730h"),
    ])
}
