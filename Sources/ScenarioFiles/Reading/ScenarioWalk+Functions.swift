import Capacity
import Kernel

/// Serverless pools: `function:` in the place of a count.
extension ScenarioWalk {
  /// The place of a pool's `function:`, which tells it from all others.
  static func function(of pool: YAMLNode) -> YAMLNode? {
    guard let node = pool["function"], !node.isNull else { return nil }
    return node
  }

  static func hasFunction(_ pools: YAMLNode) -> Bool {
    (pools.entries ?? []).contains { function(of: $0.value) != nil }
  }

  mutating func functionPool(
    _ entry: YAMLNode.Entry, _ function: YAMLNode, _ parts: Parts, architecture: String
  ) -> ReadPool? {
    let keys = ["instance", "function", "price", "start", "billing"]
    guard let section = section(entry.value, "a serverless pool", keys: keys) else { return nil }
    let owner = "\(architecture) \(entry.key)"
    let start = section["start"].map { coldStart($0, owner, isServerless: true) }
    let machine = required("instance", in: section).flatMap { self.machine(of: section, $0, parts) }
    guard let machine, let layer = self.layer(function, section, owner, machine.type, parts),
      let instance = section["instance"]
    else { return nil }
    if machine.type.monthly != nil {
      let fault = Contradiction.paidByTheMonth("function", instance: machine.type.name)
      report(.contradiction(fault), at: function.namePlace ?? function.place)
    }
    lean(on: machine.onDemand)
    return ReadPool(
      pool: Pool(
        name: entry.key, instance: machine.type, min: 0, max: layer.limit,
        start: start?.start ?? ColdStart(), minimumBilled: .zero, function: layer),
      instance: instance, function: function, billing: section["billing"],
      warmUpFrames: start?.warmUpFrames)
  }

  private mutating func layer(
    _ node: YAMLNode, _ pool: Section, _ owner: String, _ instance: InstanceType, _ parts: Parts
  ) -> FunctionLayer? {
    let keys = ["concurrency", "expiry", "limit", "provisioned", "service", "cold_service"]
    guard let section = section(node, "`function`", keys: keys) else { return nil }
    let concurrency = section["concurrency"].map { integer($0, in: 1...1_000) } ?? 1
    let limit = section["limit"].map { integer($0, in: 1...Self.instanceLimit) } ?? 1_000
    if section["limit"] == nil { assume("limit of \(owner)", "1000") }
    if section["expiry"] == nil { assume("expiry of \(owner)", "10min") }
    let expiry = section["expiry"].map { duration($0) } ?? .minutes(10)
    let provisioned = section["provisioned"].map { integer($0, in: 0...Self.instanceLimit) } ?? 0
    let service = functionTime("service", section, owner)
    let coldService = functionTime("cold_service", section, owner)
    if let cold = section["cold_service"] {
      exclude(["start"], beside: cold, in: pool)
    } else if pool["start"] == nil {
      assume("cold start of \(owner)", "0s")
    }
    let billing = functionBilling(
      pool, provisioned: provisioned ?? 0, coldService: section["cold_service"], owner, instance)
    guard let concurrency, let limit, let expiry, let provisioned, let billing else { return nil }
    guard provisioned <= limit else {
      let node = section["provisioned"] ?? node
      let fault = Contradiction.minAboveMax(
        low: "provisioned", lowText: "\(provisioned)", high: "limit", highText: "\(limit)")
      report(fault, at: node, against: section["limit"])
      return nil
    }
    return FunctionLayer(
      concurrency: concurrency, expiry: expiry, limit: limit, provisioned: provisioned,
      service: service, coldService: coldService, billing: billing)
  }

  private mutating func functionTime(
    _ key: String, _ section: Section, _ owner: String
  ) -> Distribution? {
    section[key].flatMap { vouchedTime($0, subject: "\(key) of \(owner)", catalog: []) }
  }

  /// Whether a serverless pool fits the architecture around it.
  mutating func check(
    _ pool: ReadPool, alone isAlone: Bool, serve: Section?, architecture: Section,
    _ populations: [ReadPopulation]
  ) {
    guard let function = pool.function, let layer = pool.pool.function else { return }
    if !isAlone { report(.functionBeside(pool: pool.pool.name), at: function, against: nil) }
    exclude(["autoscaler"], beside: function, in: architecture)
    let streams = populations.filter(\.isStream)
    let unused = ["routing", "lanes"] + (streams.isEmpty ? ["batching", "queue"] : [])
    if let serve { exclude(unused, beside: function, in: serve) }
    guard let stream = streams.first else { return }
    if streams.count < populations.count {
      report(.functionOfBoth(pool: pool.pool.name), at: function, against: nil)
    }
    for key in ["service", "cold_service"] {
      guard let node = function[key], !node.isNull else { continue }
      report(.requestTime(key, population: stream.population.name), at: node, against: nil)
    }
    if case .request = layer.billing {
      let node = pool.billing ?? function
      report(.requestBilling(population: stream.population.name), at: node, against: nil)
    }
  }
}
