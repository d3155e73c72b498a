extension Explanation {
  /// What only `headroom check` warns of.
  static let checkWarnings: [Explanation] = [
    Explanation(
      "baseline-unpaired", .warning,
      .init(
        """
        The baseline was made with another seed, version, demand or clock, so that its
        replications cannot be compared one by one with these.
        """,
        because: """
          The interval of a change is wider, and small regressions stay open.
          """,
        advice: "Record the baseline again from the new scenario.")),
    Explanation(
      "baseline-new", .warning,
      .init(
        "The baseline does not have this architecture.",
        because: "Its objectives are checked, its change is not.",
        advice: "Record the baseline again.")),
    Explanation(
      "baseline-unjudged", .warning,
      .init(
        """
        A change against the baseline cannot be told, because one side has no figure.
        """,
        because: "A regression there would go unseen.",
        advice: "Record the baseline again, or run more replications.")),
  ]
}
