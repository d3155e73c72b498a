import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  private static let nodeKeys = ["provisioner", "per_node", "min", "max", "initial"]
  private static let clusterAutoscalerKeys = [
    "scan", "unneeded", "delay_after_add", "utilization_threshold",
  ]
  private static let karpenterKeys = ["batch_idle", "batch_max", "consolidate_after", "budget"]

  /// The nodes under a pool's replicas:
  /// `{provisioner: karpenter, per_node: 2, max: 10}`; `initial` replicas must have a place.
  mutating func nodes(_ node: YAMLNode, of machine: InstanceType, initial: Int) -> NodeLayer? {
    let allKeys = Self.nodeKeys + Self.clusterAutoscalerKeys + Self.karpenterKeys
    guard let kindNode = node["provisioner"], !kindNode.isNull else {
      guard let section = section(node, "`nodes`", keys: allKeys) else { return nil }
      _ = required("provisioner", in: section)
      return nil
    }
    guard let kind = option(kindNode, of: "provisioner", as: NodeProvisioner.Kind.self) else {
      return nil
    }
    let isKarpenter = kind == .karpenter
    let keys = isKarpenter ? Self.karpenterKeys : Self.clusterAutoscalerKeys
    guard
      let section = section(
        node, "`nodes` with \(kind.rawValue)", keys: Self.nodeKeys + keys),
      let places = places(section, machine),
      let size = nodeCounts(section, places: places, initial: initial)
    else { return nil }
    var settings = NodeProvisioner.Settings(
      kind: kind, podsPerNode: places, minNodes: size.min, maxNodes: size.max)
    if isKarpenter { read(karpenter: section, &settings) } else { read(scans: section, &settings) }
    return NodeLayer(provisioner: settings, initial: size.initial)
  }

  /// Replicas on a node: a whole part of its GPUs each.
  private mutating func places(_ section: Section, _ machine: InstanceType) -> Int? {
    guard let node = section["per_node"] else {
      assume("replicas on a node of \(machine.name)", "\(machine.gpus)")
      return machine.gpus
    }
    guard let places = integer(node, in: 1...64) else { return nil }
    guard machine.gpus % places == 0 else {
      report(
        .partOfGPU(replicas: places, instance: machine.name, gpus: machine.gpus), at: node,
        against: nil)
      return nil
    }
    return places
  }

  private mutating func nodeCounts(
    _ section: Section, places: Int, initial: Int
  ) -> (min: Int, max: Int, initial: Int?)? {
    let needed = Swift.max(1, (initial + places - 1) / places)
    guard let node = required("max", in: section), let most = integer(node, in: 1...100_000),
      within(Double(needed)...100_000, Double(most), node, unit: "") != nil
    else { return nil }
    var least: Int? = 0
    if let node = section["min"] { least = integer(node, in: 0...most) }
    var first: Int?
    if let node = section["initial"] {
      guard let count = integer(node, in: needed...most) else { return nil }
      first = count
    }
    guard let least else { return nil }
    return (least, most, first.map { Swift.max($0, least) } ?? (least > needed ? least : nil))
  }

  private mutating func read(scans section: Section, _ settings: inout NodeProvisioner.Settings) {
    settings.interval = time("scan", section, settings.interval)
    settings.scaleDown.unneededTime = time("unneeded", section, settings.scaleDown.unneededTime)
    settings.scaleDown.delayAfterAdd = time(
      "delay_after_add", section, settings.scaleDown.delayAfterAdd)
    if let node = section["utilization_threshold"], let share = share(node) {
      settings.utilizationThreshold = share
    }
    if settings.interval < .seconds(1), let node = section["scan"] {
      _ = duration(node, atLeast: .seconds(1))
    }
  }

  private mutating func read(
    karpenter section: Section, _ settings: inout NodeProvisioner.Settings
  ) {
    settings.batchIdle = time("batch_idle", section, settings.batchIdle)
    settings.batchMax = time("batch_max", section, settings.batchMax)
    settings.consolidateAfter = time("consolidate_after", section, settings.consolidateAfter)
    if let node = section["budget"], let share = share(node) { settings.disruptionBudget = share }
  }

  /// Times without machines: `[{at: 1h, for: 20min}]`.
  mutating func stockOuts(_ node: YAMLNode, within end: SimDuration) -> [StockOut] {
    (list(node, of: "times") ?? []).compactMap { element in
      guard let span = span(element, "a stock-out", within: end) else { return nil }
      return StockOut(from: span.at, until: span.at + span.length)
    }
  }

  /// A time within the measured span, from its start, and a length: `{at: 1h, for: 20min}`.
  mutating func span(
    _ node: YAMLNode, _ what: String, within end: SimDuration, others: [String] = []
  ) -> (section: Section, at: SimTime, length: SimDuration)? {
    guard let section = section(node, what, keys: ["at", "for"] + others),
      let atNode = required("at", in: section), let lengthNode = required("for", in: section),
      let at = duration(atNode, atMost: end),
      let length = duration(lengthNode, atLeast: .seconds(1))
    else { return nil }
    return (section, .zero + at, length)
  }
}
