import Capacity
import Kernel

extension ScenarioWalk {
  /// One autoscaler or a list of them.
  mutating func autoscalers(
    _ node: YAMLNode, _ pools: [ReadPool], declared: [String]
  ) -> [PoolAutoscaler] {
    var elements = [node]
    if case .sequence(let several) = node.content { elements = several }
    var scalers: [PoolAutoscaler] = []
    for element in elements {
      guard let section = section(element, "an autoscaler", keys: ["pool", "hpa"]) else { continue }
      let nameNode = required("pool", in: section)
      let name = nameNode.flatMap { poolName($0, pools, declared) }
      guard let policy = required("hpa", in: section), let nameNode, let name else { continue }
      if scalers.contains(where: { $0.pool == name }) {
        report(.twoAutoscalers(pool: name), at: nameNode, against: nil)
      }
      if let scaler = horizontal(policy, pool: name) { scalers.append(scaler) }
    }
    return scalers
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

  /// The Kubernetes horizontal autoscaler; `scrape` is another word for `sync`.
  private mutating func horizontal(_ node: YAMLNode, pool: String) -> PoolAutoscaler? {
    let keys = [
      "metric", "target", "sync", "scrape", "tolerance", "stabilize_down", "stabilize_up",
    ]
    guard let section = section(node, "`hpa`", keys: keys),
      let metricNode = required("metric", in: section),
      let metric = option(metricNode, of: "metric", as: PoolAutoscaler.Metric.self),
      let targetNode = required("target", in: section), let target = target(targetNode, metric)
    else { return nil }
    var scaler = PoolAutoscaler(pool: pool, metric: metric, target: target)
    if let key = choice(of: ["sync", "scrape"], in: section, optional: true),
      let node = section[key]
    {
      scaler.sync = duration(node, atLeast: .milliseconds(100)) ?? scaler.sync
    }
    if let node = section["tolerance"] { scaler.tolerance = share(node) ?? scaler.tolerance }
    if let node = section["stabilize_down"] {
      scaler.stabilizeDown = duration(node, atMost: .days(1)) ?? scaler.stabilizeDown
    }
    if let node = section["stabilize_up"] {
      scaler.stabilizeUp = duration(node, atMost: .days(1)) ?? scaler.stabilizeUp
    }
    return scaler
  }

  /// A share for utilisation, frames for each instance for outstanding.
  private mutating func target(_ node: YAMLNode, _ metric: PoolAutoscaler.Metric) -> Double? {
    switch metric {
    case .gpuUtilization:
      guard let share = quantity(node, .share) else { return nil }
      return within(0.001...1, share, node, unit: "")
    case .outstanding:
      return number(node, in: 0.001...1e6)
    }
  }
}
