import Capacity

extension ScenarioLanguage {
  private static let refund = KeySpec(
    "refund_first_hour", .flag, "Whether an instance taken back in its first hour is free.",
    default: "false")

  /// How pools buy spot.
  static let spot: [SectionSpec] = [
    inherited(
      "spot", "`spot`", "Spot instances with up-times of their own.",
      [
        KeySpec(
          "up_time", .vouchedTime, "How long it is until one is taken back.", .required),
        KeySpec("notice", .time, "How long before it is told.", default: "2min"),
        KeySpec("price", .price, "Its price as spot.", default: "the machine's"), refund,
      ]),
    inherited(
      "market-purchase", "`spot` with `market`", "Spot from the zones of a market.",
      [
        KeySpec("market", .name, "One of `markets:`.", .required),
        KeySpec("zones", .list(.name), "Those used, the preferred first.", default: "all"),
        KeySpec(
          "share", .share, "The part of the instances above `base` that is spot.",
          default: "100%"),
        KeySpec("base", .instances, "Instances that are always on demand.", default: "0"),
        KeySpec(
          "fallback", .choice(["on_demand", "none"]), "What is launched while no zone has room.",
          default: "on_demand"),
        KeySpec(
          "choice", .choice(ZoneChoice.allCases.map(\.rawValue)), "The zone of a launch.",
          default: "spread"),
        KeySpec("settle", .time, "How long a zone must have been open.", default: "0s"), refund,
      ]),
  ]
}
