import Capacity

extension ScenarioLanguage {
  private static let policy = ValueKind.section("autoscaler")

  /// The candidates, and what they buy.
  static let architectures: [SectionSpec] = [
    inherited(
      "architecture", "an architecture", "A candidate.",
      [
        KeySpec("like", .name, "Another one, over which this is merged key by key."),
        KeySpec("serve", .section("serve"), "How frames are served.", .required),
        KeySpec("pools", .named(.section("pool")), "What serves them.", .required),
        KeySpec("autoscaler", .either([policy, .list(policy)]), "Who changes the pools' sizes."),
      ]),
    inherited(
      "pool", "a pool", "Instances of one type, bought in one way.",
      [
        KeySpec(
          "instance", .name(known: Catalog.builtIn.instances.map(\.name)),
          "One of `instances:` or of the catalog.", .required),
        KeySpec("count", .instances, "A fixed size."),
        KeySpec("min", .instances, "The least size."), KeySpec("max", .instances, "The most."),
        KeySpec("initial", .instances, "The first size; default min."),
        KeySpec("price", .price, "On demand; default the machine's."),
        KeySpec("start", .section("start"), "From launch to ready; default at once."),
        KeySpec("drain", .time, "How long it may finish what it has; default 5min."),
        KeySpec("minimum_billed", .time, "The least that is billed; default 1min."),
        KeySpec(
          "spot", .either([.section("spot"), .section("market-purchase")]),
          "Buys spot; default on demand."),
      ]),
    inherited(
      "start", "`start`", "The stages of a cold start, one after the other; default 0s.",
      [
        KeySpec("boot", .vouchedTime, "Of the machine."),
        KeySpec("image", .transfer, "Of the container image, or SIZE at BANDWIDTH."),
        KeySpec("load", .transfer, "Of the model, or SIZE at BANDWIDTH."),
        KeySpec("warm_up", .vouchedTime, "Of the model."),
      ]),
    inherited(
      "spot", "`spot`", "Spot instances with up-times of their own.",
      [
        KeySpec("up_time", .vouchedTime, "Until one is taken back.", .required),
        KeySpec("notice", .time, "Before it is; default 2min."),
        KeySpec("price", .price, "Default the machine's."),
      ]),
    inherited(
      "market-purchase", "`spot` with `market`", "Spot from the zones of a market.",
      [
        KeySpec("market", .name, "One of `markets:`.", .required),
        KeySpec("zones", .list(.name), "The preferred first; default all."),
        KeySpec("share", .share, "Of those above the base, what is spot; default 100%."),
        KeySpec("base", .instances, "Always on demand; default 0."),
        KeySpec("fallback", .choice(["on_demand", "none"]), "While no zone has room."),
        KeySpec(
          "choice", .choice(ZoneChoice.allCases.map(\.rawValue)), "Of zones; default spread."),
        KeySpec("settle", .time, "How long a zone must have been open; default 0s."),
      ]),
  ]

  static func inherited(
    _ id: String, _ name: String, _ about: String, _ keys: [KeySpec]
  ) -> SectionSpec {
    SectionSpec(id, [name], about, keys, isInherited: true)
  }
}
