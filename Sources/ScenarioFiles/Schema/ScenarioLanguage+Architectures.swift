import Capacity

extension ScenarioLanguage {
  private static let policy = ValueKind.section("autoscaler")

  /// The candidates, and what they buy.
  static let architectures: [SectionSpec] = [
    inherited(
      "architecture", "an architecture", "A candidate: how to serve, on what, how to scale.",
      [
        KeySpec("like", .name, "Another one, over which this is merged key by key."),
        KeySpec("serve", .section("serve"), "How frames are served.", .required),
        KeySpec(
          "pools", .named(.either([.section("pool"), .section("function-pool")])),
          "What serves them.", .required),
        KeySpec(
          "autoscaler", .either([policy, .list(policy)]), "Who changes the pools' sizes.",
          default: "nobody"),
        KeySpec(
          "commitments", .list(.section("commitment")),
          "What was bought ahead, in the order in which usage takes it up.", default: "none"),
        KeySpec(
          "charges", .section("charges"), "What is paid for beside instances.", default: "none"),
        KeySpec(
          "budget", .section("budget"), "How much may be spent.", default: "the scenario's"),
        KeySpec(
          "quota", .instances, "The most machines at a time, all pools together.",
          default: "no limit"),
        KeySpec(
          "registry", .quantity(.bandwidth), "What all pulls of images get together.",
          default: "no limit"),
        KeySpec(
          "signals", .choice(["heeded", "ignored"]), "Whether it acts on announced streams.",
          default: "heeded"),
      ]),
    inherited(
      "pool", "a pool", "Instances of one type, bought in one way.",
      [
        instanceKey,
        KeySpec("count", .instances, "A fixed number of instances; or `min` and `max`."),
        KeySpec("min", .instances, "The fewest instances."),
        KeySpec("max", .instances, "The most instances."),
        KeySpec("initial", .instances, "Instances in the beginning.", default: "min"),
        priceKey,
        KeySpec("start", .section("start"), "From launch to ready.", default: "0s"),
        KeySpec(
          "drain", .time, "How long an instance may finish what it has.", default: "5min"),
        KeySpec(
          "minimum_billed", .time, "The least time that is billed.", default: "1min"),
        KeySpec(
          "billing", .choice(BillingRule.allCases.map(\.rawValue)), "How time is billed.",
          default: "per_second"),
        KeySpec(
          "spot", .either([.section("spot"), .section("market-purchase")]), "Buys spot.",
          default: "on demand"),
        KeySpec(
          "slice", .pattern("^[1-7]g[.][0-9]+gb$", example: "3g.20gb"),
          "Cuts each GPU into NVIDIA MIG slices, each a GPU of its own.", default: "whole GPUs"),
        KeySpec(
          "nodes", .either([.section("nodes-karpenter"), .section("nodes-cluster-autoscaler")]),
          "Puts nodes under the replicas.", default: "a machine for each"),
        KeySpec("warm", .section("warm"), "Machines kept prepared.", default: "none"),
        KeySpec(
          "failures", .section("failures"), "How instances crash.", default: "they do not"),
        KeySpec("outages", .list(.section("outage")), "Zones that fail.", default: "none"),
        KeySpec(
          "stragglers", .section("stragglers"), "Instances that are slow.", default: "none"),
        KeySpec(
          "stock_outs", .list(.section("stock-out")), "Times when no machine is to be had.",
          default: "none"),
        KeySpec("function", .nothing, "Makes it a serverless pool, which has its own keys."),
      ]),
  ]

  /// The machine of a pool, and its price.
  static let instanceKey = KeySpec(
    "instance", .name(known: Catalog.builtIn.instances.map(\.name)),
    "One of `instances:` or of the catalog.", .required)
  static let priceKey = KeySpec(
    "price", .price, "The price of an instance on demand.", default: "the machine's")

  static func inherited(
    _ id: String, _ name: String, _ about: String, _ keys: [KeySpec],
    exactlyOne: [[String]] = []
  ) -> SectionSpec {
    SectionSpec(id, [name], about, keys, exactlyOne: exactlyOne, isInherited: true)
  }
}
