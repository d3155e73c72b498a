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

extension ScenarioWalk {
  /// The policies, by their names in scenario files.
  private enum PolicyName: String, CaseIterable {
    case hpa
  }

  /// One autoscaler or a list of them.
  mutating func autoscalers(
    _ node: YAMLNode, _ pools: [ReadPool], declared: [String], _ clock: Clock
  ) -> [PoolAutoscaler] {
    var elements = [node]
    if case .sequence(let several) = node.content { elements = several }
    var scalers: [PoolAutoscaler] = []
    let names = PolicyName.allCases.map(\.rawValue)
    for element in elements {
      guard let section = section(element, "an autoscaler", keys: ["pool"] + names)
      else { continue }
      let nameNode = required("pool", in: section)
      let name = nameNode.flatMap { poolName($0, pools, declared) }
      guard let key = choice(of: names, in: section), let node = section[key], let nameNode,
        let name
      else { continue }
      if scalers.contains(where: { $0.pool == name }) {
        report(.twoAutoscalers(pool: name), at: nameNode, against: nil)
      }
      let pool = pools.first { $0.pool.name == name }?.pool
      let place = ScalerPlace(name: name, pool: pool, clock: clock)
      if let scaler = policy(key, node, place) { scalers.append(scaler) }
    }
    return scalers
  }

  /// A mapping with one policy.
  mutating func policy(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let names = PolicyName.allCases.map(\.rawValue)
    guard let section = section(node, "a policy", keys: names),
      let key = choice(of: names, in: section), let node = section[key]
    else { return nil }
    return policy(key, node, place)
  }

  private mutating func policy(
    _ name: String, _ node: YAMLNode, _ place: ScalerPlace
  ) -> PoolAutoscaler? {
    guard let policy = PolicyName(rawValue: name) else { return nil }
    switch policy {
    case .hpa: horizontal(node, place)
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
