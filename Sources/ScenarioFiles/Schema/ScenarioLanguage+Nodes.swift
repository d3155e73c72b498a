extension ScenarioLanguage {
  private static func nodes(_ kind: String, _ about: String, _ keys: [KeySpec]) -> SectionSpec {
    let shared = [
      KeySpec("provisioner", .choice([kind]), "Who adds and removes nodes.", .required),
      KeySpec(
        "per_node", .whole(1...64), "Places for replicas on a node; a divisor of its GPUs.",
        default: "one for each GPU"),
      KeySpec("min", .instances, "The fewest nodes.", default: "0"),
      KeySpec("max", .whole(1...100_000), "The most nodes.", .required),
      KeySpec("initial", .instances, "Nodes in the beginning.", default: "as many as needed"),
    ]
    let id = "nodes-" + kind.split(separator: "_").joined(separator: "-")
    return inherited(id, "`nodes` with \(kind)", about, shared + keys)
  }

  private static let at = KeySpec("at", .time, "When it begins, from clock.start.", .required)
  private static let length = KeySpec("for", .time, "How long it lasts, at least 1s.", .required)

  /// Nodes under replicas, and what goes wrong.
  static let fleet: [SectionSpec] = [
    nodes(
      "karpenter", "Nodes that Karpenter adds and removes.",
      [
        KeySpec("batch_idle", .time, "How long no new replica must come.", default: "1s"),
        KeySpec("batch_max", .time, "How long it waits for them at most.", default: "10s"),
        KeySpec(
          "consolidate_after", .time, "How long a node must be quiet to go.", default: "0s"),
        KeySpec(
          "budget", .share, "The share of nodes that may go at a time.", default: "10%"),
      ]),
    nodes(
      "cluster_autoscaler", "Nodes that the Kubernetes Cluster Autoscaler adds and removes.",
      [
        KeySpec("scan", .time, "How often it looks.", default: "10s"),
        KeySpec("unneeded", .time, "How long a node must be unneeded.", default: "10min"),
        KeySpec(
          "delay_after_add", .time, "No removal for so long after one came.", default: "10min"),
        KeySpec(
          "utilization_threshold", .share, "A node filled less is unneeded.", default: "50%"),
      ]),
    SectionSpec("stock-out", ["a stock-out"], "No machine is to be had.", [at, length]),
    SectionSpec(
      "failures", ["`failures`"], "How instances crash.",
      [
        KeySpec(
          "mtbf", .vouchedTime,
          "Time from ready to the crash; a plain time is the mean of an exponential.", .required),
        KeySpec("mttr", .vouchedTime, "Until another is started in its place.", .required),
      ]),
    SectionSpec(
      "outage", ["an outage"], "A zone that fails.",
      [
        at, length,
        KeySpec("share", .share, "The part of the instances that is gone.", .required),
        KeySpec(
          "elsewhere", .flag, "Whether they are started elsewhere at once.", default: "false"),
      ]),
    SectionSpec(
      "stragglers", ["`stragglers`"], "Instances that are slow.",
      [
        KeySpec("share", .share, "The part of the instances.", .required),
        KeySpec("factor", .factor, "How many times longer a batch takes.", .required),
      ]),
  ]
}
