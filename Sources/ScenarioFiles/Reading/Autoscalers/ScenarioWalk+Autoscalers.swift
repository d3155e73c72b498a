import Autoscaling
import Capacity
import Kernel

/// What a policy's reader knows of the pool that it is to scale.
struct ScalerPlace {
  /// The pool's name.
  var name: String
  /// The fewest and the most replicas; those of a pool that could not be read do no harm.
  var min: Int
  var max: Int
  var initial: Int
  /// How long a replica takes from launch to ready, seldom longer.
  var startTime: SimDuration
  var clock: Clock
}

extension ScalerPlace {
  init(name: String, pool: Pool?, clock: Clock) {
    self.init(
      name: name, min: pool?.min ?? 0, max: pool?.max ?? 1, initial: pool?.initial ?? 0,
      startTime: pool?.start.lengthSeldomExceeded ?? .zero, clock: clock)
  }
}

/// How the pools of an architecture are scaled.
struct ReadScaling {
  var autoscalers: [PoolAutoscaler] = []
  var clairvoyants: [ClairvoyantScaling] = []
  var mixes: [MixScaling] = []

  /// Whether a pool is scaled already.
  func scales(_ pool: String) -> Bool {
    autoscalers.contains { $0.pool == pool } || clairvoyants.contains { $0.pool == pool }
      || mixes.contains { $0.pools.contains(pool) }
  }
}

extension ScenarioWalk {
  /// The policies, by their names in scenario files.
  private enum PolicyName: String, CaseIterable {
    case hpa, kpa, keda
    case targetTracking = "target_tracking"
    case stepScaling = "step_scaling"
    case mig
    case rayServe = "ray_serve"
    case thresholds, predictive
  }

  /// One autoscaler or a list of them.
  mutating func scaling(
    _ node: YAMLNode, _ pools: [ReadPool], declared: [String], _ clock: Clock
  ) -> ReadScaling {
    var elements = [node]
    if case .sequence(let several) = node.content { elements = several }
    var scaling = ReadScaling()
    let policies = PolicyName.allCases.map(\.rawValue)
    for element in elements {
      let keys = ["pool", "pools"] + policies + ["schedule", "clairvoyant", "cheapest"]
      guard let section = section(element, "an autoscaler", keys: keys) else { continue }
      let names = poolNames(section, pools, declared, besides: scaling)
      let policy = choice(
        of: policies + ["clairvoyant", "cheapest"], in: section,
        optional: section["schedule"] != nil)
      let places = names.map { name in
        ScalerPlace(name: name, pool: pools.first { $0.pool.name == name }?.pool, clock: clock)
      }
      guard let first = places.first else { continue }
      add(policy, section, first, places, to: &scaling)
    }
    return scaling
  }

  private mutating func add(
    _ name: String?, _ section: Section, _ place: ScalerPlace, _ places: [ScalerPlace],
    to scaling: inout ReadScaling
  ) {
    if let name, let node = section[name], name == "clairvoyant" || name == "cheapest" {
      exclude(["schedule"], beside: node, in: section)
      if name == "cheapest" {
        if let mix = cheapest(node, places) { scaling.mixes.append(mix) }
      } else if let clairvoyant = clairvoyant(node, place) {
        scaling.clairvoyants.append(clairvoyant)
      }
    } else if let scaler = policy(section, place) {
      scaling.autoscalers.append(scaler)
    }
  }

  /// The pools of `pool:`, or of `pools:` for what chooses among several.
  private mutating func poolNames(
    _ section: Section, _ pools: [ReadPool], _ declared: [String], besides scaling: ReadScaling
  ) -> [String] {
    let isMix = section["cheapest"] != nil
    var nodes: [YAMLNode] = []
    if isMix {
      if let pool = section["pool"] { exclude(["pools"], beside: pool, in: section) }
      nodes = required("pools", in: section).flatMap { list($0, of: "pools") } ?? []
    } else {
      if let node = section["pools"] {
        report(.unknownKey("pools", of: "an autoscaler of one pool", valid: ["pool"]), at: node)
      }
      nodes = required("pool", in: section).map { [$0] } ?? []
    }
    var names: [String] = []
    for node in nodes {
      guard let name = poolName(node, pools, declared) else { continue }
      if scaling.scales(name) || names.contains(name) {
        report(.twoAutoscalers(pool: name), at: node, against: nil)
      }
      names.append(name)
    }
    return names
  }

  /// A mapping with one policy, alone in a file of policies.
  mutating func policy(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let names = PolicyName.allCases.map(\.rawValue) + ["schedule"]
    guard let section = section(node, "a policy", keys: names) else { return nil }
    return policy(section, place)
  }

  private mutating func policy(_ section: Section, _ place: ScalerPlace) -> PoolAutoscaler? {
    let schedule = section["schedule"]
    let names = PolicyName.allCases.map(\.rawValue)
    var scaler: PoolAutoscaler?
    if let key = choice(of: names, in: section, optional: schedule != nil),
      let node = section[key], let name = PolicyName(rawValue: key)
    {
      scaler = policy(name, node, place)
    }
    guard let schedule else { return scaler }
    return scheduled(schedule, over: scaler, place)
  }

  private mutating func policy(
    _ name: PolicyName, _ node: YAMLNode, _ place: ScalerPlace
  ) -> PoolAutoscaler? {
    switch name {
    case .hpa: horizontal(node, place)
    case .kpa: knative(node, place)
    case .keda: keda(node, place)
    case .targetTracking: targetTracking(node, place)
    case .stepScaling: stepScaling(node, place)
    case .mig: managedInstanceGroup(node, place)
    case .rayServe: rayServe(node, place)
    case .thresholds: thresholds(node, place)
    case .predictive: predictive(node, place)
    }
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
