extension Explanation {
  /// Why a command stops, besides problems of a scenario.
  static let refusals: [Explanation] = [
    Explanation(
      "arguments", .refusal,
      .init(
        "The arguments of the command do not go together.",
        advice: "See headroom COMMAND --help.")),
    Explanation(
      "baseline", .refusal,
      .init(
        """
        The baseline file of headroom check cannot be used: not there, not a baseline, of
        another scenario, or without these architectures.
        """,
        because: "A change cannot be measured against nothing.",
        advice: "Record it again with headroom check --save-baseline.")),
    Explanation(
      "chart", .refusal,
      .init(
        "The results have no chart of that name.",
        because: "A chart that has nothing to say of some results is not drawn.",
        advice: "headroom plot lists the names that there are; they are those in the page's links.")
    ),
    Explanation(
      "command", .refusal,
      .init(
        "The word after headroom is not one of its commands.",
        advice: "headroom --help lists them.")),
    Explanation(
      "duplicate-name", .refusal,
      .init(
        "Two scenarios of one check have the same name.",
        because: "Their results would overwrite each other.",
        advice: "Rename one of them.")),
    Explanation(
      "no-objectives", .refusal,
      .init(
        """
        The scenario has no objectives, so that there is nothing to check.
        """,
        because: "A gate that measures nothing would always pass.",
        advice: """
          Add objectives: {p95_latency: <= 150ms, late_or_dropped: <= 1%}.
          """)),
    Explanation(
      "no-sample", .refusal,
      .init(
        """
        An objective, or a tolerance, has not one sample in any replication.
        """,
        because: "A limit that measures nothing would always pass.",
        advice: "Measure longer, or take the objective out.")),
    Explanation(
      "nothing-to-check", .refusal,
      .init(
        "The options leave no architecture to check.",
        advice: "Name others with --only, or leave it out.")),
    Explanation(
      "output", .refusal,
      .init(
        """
        A file or directory cannot be written, or is there already and would be lost. Nothing
        was overwritten.
        """,
        advice: "Name another with --out, or move the old one away.")),
    Explanation(
      "png", .refusal,
      .init(
        "No program here makes a PNG of a picture.",
        advice: "Install rsvg-convert, inkscape or chromium, or write SVG with --out NAME.svg.")),
    Explanation(
      "run-files", .refusal,
      .init(
        """
        The directory does not hold the files of a finished run of this version, or someone
        changed them: a file is missing, a field is no number, sums do not agree.
        """,
        because: "A page drawn from such files would say what no run found.",
        advice: "Run the scenario again; the place that is named is the first that is wrong.")),
    Explanation(
      "tolerance", .refusal,
      .init(
        """
        A --tolerance is not METRIC=VALUE with a metric that can get worse, or there is no
        --baseline to hold it against.
        """,
        advice: "As in --tolerance cost_per_month=2%.")),
    Explanation(
      "which", .refusal,
      .init(
        """
        The command must act on one architecture, and the scenario has several.
        """,
        advice: "Name one with --only.")),
  ]
}
