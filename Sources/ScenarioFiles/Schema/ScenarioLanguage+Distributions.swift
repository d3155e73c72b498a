extension ScenarioLanguage {
  private static let kinds: [KeySpec] = [
    KeySpec("constant", signedTime, "Always the same."),
    KeySpec("uniform", .section("uniform"), "Anything between two times."),
    KeySpec("exponential", .time, "Exponential, by its mean."),
    KeySpec("mean", .time, "Exponential, by its mean."),
    KeySpec("normal", .section("normal"), "Normal, cut at `at_least`."),
    KeySpec("lognormal", .section("lognormal"), "Lognormal."),
    KeySpec("shifted_lognormal", .section("shifted-lognormal"), "Lognormal above a least time."),
    KeySpec("gamma", .section("gamma"), "Gamma."),
    KeySpec("weibull", .section("weibull"), "Weibull."),
    KeySpec("mixture", .list(.section("mixture-part")), "One of several, by weight."),
    KeySpec("empirical", .section("empirical"), "One of the values of a CSV file."),
  ]
  private static let signedTime = ValueKind.quantity(.time, signed: true)

  /// Times that vary.
  static let distributions: [SectionSpec] =
    [
      SectionSpec(
        "distribution", ["the distribution `*`"], "How a time varies: one kind.", kinds,
        exactlyOne: [kinds.map(\.name)]),
      SectionSpec(
        "vouched-time", ["the distribution `*`"], "How a time varies, and who says so.",
        kinds + vouchers, exactlyOne: [kinds.map(\.name)]),
      SectionSpec(
        "catalog-time", ["`*` with `catalog`"], "A time of the catalog, with its source.",
        [
          KeySpec(
            "catalog",
            .name(
              known: Catalog.builtIn.starts.map(\.name) + Catalog.builtIn.spotMarkets.map(\.name)),
            "Its name; headroom catalog lists them.", .required)
        ]),
      SectionSpec(
        "mixture-part", ["a part of a mixture", "the distribution `*`"], "A weighted distribution.",
        kinds + [KeySpec("weight", .share, "Its weight among the parts.", .required)],
        exactlyOne: [kinds.map(\.name)]),
    ] + shapes

  private static let shapes: [SectionSpec] = [
    SectionSpec(
      "uniform", ["`uniform`"], "Anything between two times.",
      [
        KeySpec("low", signedTime, "The least.", .required),
        KeySpec("high", signedTime, "The most.", .required),
      ]),
    SectionSpec(
      "normal", ["`normal`"], "Normal.",
      [
        KeySpec("mean", signedTime, "Its mean.", default: "0s"),
        KeySpec("sd", .time, "Standard deviation.", .required),
        KeySpec("at_least", signedTime, "Draws below it are cut.", default: "0s but for jitter"),
      ]),
    lognormal("lognormal", "`lognormal`", []),
    lognormal(
      "shifted-lognormal", "`shifted_lognormal`",
      [KeySpec("shift", .time, "The least time.", .required)]),
    SectionSpec(
      "gamma", ["`gamma`"], "Gamma, by mean and cv or by shape and scale.",
      [
        KeySpec("mean", .time, "Its mean."),
        KeySpec("cv", .number(0.01...100), "Standard deviation over mean."),
        KeySpec("shape", .number(0.01...100), "Its shape."),
        KeySpec("scale", .time, "Its scale."),
      ], exactlyOne: [["mean", "scale"], ["cv", "shape"]]),
    SectionSpec(
      "weibull", ["`weibull`"], "Weibull.",
      [
        KeySpec("shape", .number(0.05...100), "Below 1, what is old lives on.", .required),
        KeySpec("scale", .time, "Its scale.", .required),
      ]),
    SectionSpec(
      "empirical", ["`empirical`"], "Values of a CSV file, each as likely.",
      [
        KeySpec("file", .text, "Its path from the scenario's folder.", .required),
        KeySpec("column", .text, "A column of times in seconds.", .required),
      ]),
  ]

  private static func lognormal(_ id: String, _ name: String, _ more: [KeySpec]) -> SectionSpec {
    SectionSpec(
      id, [name], "Lognormal, by its median and its 90th percentile or sigma.",
      more + [
        KeySpec("median", .time, "Half is below."),
        KeySpec("mu", .number(-50...50), "Mean of the logarithm of seconds."),
        KeySpec("p90", .time, "Nine tenths are below; of the part above the shift."),
        KeySpec("sigma", .number(0...10), "Standard deviation of the logarithm."),
      ], exactlyOne: [["median", "mu"], ["p90", "sigma"]])
  }
}
