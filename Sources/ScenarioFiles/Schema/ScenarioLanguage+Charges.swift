extension ScenarioLanguage {
  /// What is paid for beside instances.
  static let charges: [SectionSpec] = [
    SectionSpec(
      "charges", ["`charges`"], "What is paid for beside instances.",
      [
        KeySpec("egress", .section("egress"), "Data of answers.", default: "free"),
        KeySpec("model_store", .section("model-store"), "The kept model.", default: "free"),
        KeySpec(
          "feature_store", .section("feature-store"), "Features that answers read.",
          default: "free"),
        KeySpec("telemetry", .section("telemetry"), "Traces and logs.", default: "free"),
        KeySpec(
          "requests", .either([.pricePerThings, .section("price-of-requests")]),
          "For each frame offered.", default: "free"),
        KeySpec(
          "device_energy", .section("device-energy"), "Electricity of users' devices.",
          default: "free"),
        KeySpec(
          "overhead", .either([.monthlyFee, .named(.monthlyFee)]),
          "What is paid by the month whatever happens, in one or by name.", default: "none"),
      ]),
    SectionSpec(
      "price-of-requests", ["`requests`"], "A price, and who says so.",
      [KeySpec("price", .pricePerThings, "For so many frames.", .required)] + vouchers),
    SectionSpec(
      "egress", ["`egress`"], "Data of answers.",
      [
        KeySpec("per_frame", .size, "Data of one answer.", .required),
        KeySpec("price", .perGigabyte, "For each gibibyte."),
        KeySpec("tiers", .list(.section("tier")), "Or by how much went out in the month."),
      ] + vouchers, exactlyOne: [["price", "tiers"]]),
    SectionSpec(
      "tier", ["a tier"], "A price up to an amount.",
      [
        KeySpec(
          "to", .size, "Where it ends, in the month.", default: "never; only the last has none"),
        KeySpec("price", .perGigabyte, "For each gibibyte.", .required),
      ]),
    SectionSpec(
      "model-store", ["`model_store`"], "The kept model, and what is fetched of it.",
      [
        KeySpec("size", .size, "How much is kept.", default: "the model's size"),
        KeySpec("price", .perGigabyteMonth, "For keeping a gibibyte a month.", .required),
        KeySpec("pulls", .pricePerThings, "For each fetch.", default: "$0"),
        KeySpec(
          "other_region", .perGigabyte, "For each gibibyte to another region.", default: "$0"),
      ] + vouchers),
    SectionSpec(
      "feature-store", ["`feature_store`"], "Features that answers read.",
      [
        KeySpec("reads", .whole(0...1_000_000), "Records read for an answer.", default: "1"),
        KeySpec("record", .size, "Data of a record.", .required),
        KeySpec(
          "unit", .size, "Data of what is priced; a record takes whole ones.",
          default: "4096B"),
        KeySpec("price", .pricePerThings, "For so many units.", .required),
      ] + vouchers),
    SectionSpec(
      "telemetry", ["`telemetry`"], "Traces and logs of answers.",
      [
        KeySpec("sampling", .share, "The part of answers that is traced.", default: "100%"),
        KeySpec("spans", .whole(0...1_000_000), "Spans of an answer.", default: "1"),
        KeySpec("price", .pricePerThings, "For so many spans.", default: "$0"),
        KeySpec("log", .size, "Log of an answer.", default: "0B"),
        KeySpec("ingest", .perGigabyte, "For each gibibyte of log taken in.", default: "$0"),
        KeySpec("keep", .perGigabyteMonth, "For keeping a gibibyte a month.", default: "$0"),
        KeySpec(
          "retention", .time, "How long logs are kept; required with `keep`.",
          default: "0s"),
      ] + vouchers),
    SectionSpec(
      "device-energy", ["`device_energy`"], "Electricity of users' devices.",
      [
        KeySpec("per_frame", .quantity(.energy), "For each frame answered.", .required),
        KeySpec("price", .perKilowattHour, "Of electricity.", .required),
      ] + vouchers),
  ]
}
