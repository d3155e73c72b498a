import Autoscaling
import Capacity

extension ScenarioWalk {
  /// What scales a pool or several without being a policy that looks at them alone.
  private static let foreseeing = "clairvoyant"
  private static let mixing = "cheapest"

  /// One autoscaler or a list of them.
  mutating func scaling(
    _ node: YAMLNode, _ pools: [ReadPool], declared: [String], _ clock: Clock
  ) -> ReadScaling {
    var elements = [node]
    if case .sequence = node.content { elements = list(node, of: "autoscalers") ?? [] }
    var scaling = ReadScaling()
    let keys = ["pool", "pools"] + Self.policyKeys + [Self.foreseeing, Self.mixing]
    for element in elements {
      guard let section = section(element, "an autoscaler", keys: keys) else { continue }
      let names = poolNames(section, pools, declared, besides: &scaling)
      let places = names.map { name in
        ScalerPlace(name: name, pool: pools.first { $0.pool.name == name }?.pool, clock: clock)
      }
      guard isPolicy(section), let first = places.first else { continue }
      add(section, first, places, to: &scaling)
    }
    return scaling
  }

  /// Whether the section says one way to scale, which a schedule may stand beside or be.
  private mutating func isPolicy(_ section: Section) -> Bool {
    let names = Self.policyNames + [Self.foreseeing, Self.mixing]
    if section.given(names).isEmpty {
      // A policy of an unknown name is one mistake, which has been told.
      guard section.unknownKeys.isEmpty || section["schedule"] != nil else { return false }
      return choice(of: names + ["schedule"], in: section) != nil
    }
    for alone in [Self.foreseeing, Self.mixing] {
      guard let node = section[alone], section["schedule"] != nil else { continue }
      exclude(["schedule"], beside: node, in: section)
      return false
    }
    return choice(of: names, in: section) != nil
  }

  private mutating func add(
    _ section: Section, _ place: ScalerPlace, _ places: [ScalerPlace],
    to scaling: inout ReadScaling
  ) {
    if let node = section[Self.mixing] {
      if let mix = cheapest(node, places) { scaling.mixes.append(mix) }
    } else if let node = section[Self.foreseeing] {
      if let foresight = clairvoyant(node, place) { scaling.clairvoyants.append(foresight) }
    } else if let scaler = policy(section, place) {
      scaling.autoscalers.append(scaler)
    }
  }

  /// The pools of `pool:`, or of `pools:` for what chooses among several.
  private mutating func poolNames(
    _ section: Section, _ pools: [ReadPool], _ declared: [String],
    besides scaling: inout ReadScaling
  ) -> [String] {
    var nodes: [YAMLNode] = []
    if section[Self.mixing] != nil {
      if let node = section["pool"] {
        report(
          .unknownKey("pool", of: "`cheapest`", valid: ["pools"]), at: node.namePlace ?? node.place)
      } else {
        nodes = required("pools", in: section).flatMap { list($0, of: "pools") } ?? []
      }
    } else if let node = section["pools"] {
      report(
        .unknownKey("pools", of: "an autoscaler of one pool", valid: ["pool"]),
        at: node.namePlace ?? node.place)
    } else {
      nodes = required("pool", in: section).map { [$0] } ?? []
    }
    var names: [String] = []
    for node in nodes {
      guard let name = poolName(node, pools, declared) else { continue }
      if let other = scaling.node(of: name) {
        report(.twoAutoscalers(pool: name), at: node, against: other)
      }
      scaling.named.append((name, node))
      names.append(name)
    }
    return names
  }

  private mutating func poolName(
    _ node: YAMLNode, _ pools: [ReadPool], _ declared: [String]
  ) -> String? {
    guard let name = text(node) else { return nil }
    guard declared.contains(name) else {
      report(.unknownName(kind: "pool", name: name, valid: declared), at: node)
      return nil
    }
    if let count = pools.first(where: { $0.pool.name == name })?.count {
      report(.autoscalerOnFixed(pool: name), at: node, against: count)
    }
    return name
  }
}
