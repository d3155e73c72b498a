import Capacity
import Kernel

/// Model servers whose own batcher an architecture uses: `triton`, `torchserve`, `ray_serve`.
extension ScenarioWalk {
  /// The names of model servers, keys beside those of the plain batching.
  static let modelServers = ["triton", "torchserve", "ray_serve"]

  /// The model server that `batching` names, or nil.
  mutating func modelServer(
    _ batching: Section, plainKeys: [String], _ populations: [ReadPopulation]
  ) -> ModelServer? {
    guard let name = choice(of: Self.modelServers, in: batching, optional: true),
      let node = batching[name]
    else { return nil }
    exclude(plainKeys, beside: node, in: batching)
    return switch name {
    case "triton": triton(node, populations).map { .triton($0) }
    case "torchserve": torchServe(node).map { .torchServe($0) }
    default: rayServe(node).map { .rayServe($0) }
    }
  }

  private mutating func torchServe(_ node: YAMLNode) -> TorchServeBatching? {
    guard let section = section(node, "`torchserve`", keys: ["batch", "max_delay", "queue"]) else {
      return nil
    }
    var batching = TorchServeBatching()
    if let size = section["batch"].flatMap({ integer($0, in: 1...4_096) }) { batching.batch = size }
    if let delay = section["max_delay"].flatMap({ duration($0) }) { batching.maxDelay = delay }
    if let jobs = section["queue"].flatMap({ integer($0, in: 1...1_000_000_000) }) {
      batching.queue = jobs
    }
    return batching
  }

  private mutating func rayServe(_ node: YAMLNode) -> RayServeBatching? {
    let keys = ["max", "wait", "max_concurrent", "max_ongoing"]
    guard let section = section(node, "`ray_serve`", keys: keys) else { return nil }
    var batching = RayServeBatching()
    if let size = section["max"].flatMap({ integer($0, in: 1...4_096) }) { batching.max = size }
    if let wait = section["wait"].flatMap({ duration($0) }) { batching.wait = wait }
    if let batches = section["max_concurrent"].flatMap({ integer($0, in: 1...4_096) }) {
      batching.maxConcurrent = batches
    }
    if let requests = section["max_ongoing"].flatMap({ integer($0, in: 1...1_000_000_000) }) {
      batching.maxOngoing = requests
    }
    return batching
  }

  private mutating func triton(
    _ node: YAMLNode, _ populations: [ReadPopulation]
  ) -> TritonBatching? {
    let levelKeys = ["default_priority_level", "priority", "priority_queue_policy"]
    let keys = ["max", "preferred", "max_delay", "timeout", "default_queue_policy"]
    guard
      let section = section(node, "`triton`", keys: keys + ["priority_levels"] + levelKeys),
      let largest = required("max", in: section)
    else { return nil }
    var batching = TritonBatching(max: integer(largest, in: 1...4_096) ?? 4_096)
    batching.preferred = preferredSizes(section, most: batching.max)
    batching.maxDelay = section["max_delay"].flatMap { duration($0) } ?? .zero
    if let policy = section["default_queue_policy"].flatMap({ queuePolicy($0) }) {
      batching.defaultPolicy = policy
    }
    for entry in section["timeout"].map({ of(populations, $0) }) ?? [] {
      batching.populationTimeouts[entry.key] = duration(entry.value, atLeast: .microseconds(1))
    }
    if section["priority_levels"] != nil {
      readLevels(section, populations, into: &batching)
    } else if let lost = section.given(levelKeys).first.flatMap({ section[$0] }) {
      report(.missingKey(["priority_levels"], of: section.what), at: lost.namePlace ?? lost.place)
    }
    return batching
  }

  private mutating func readLevels(
    _ section: Section, _ populations: [ReadPopulation], into batching: inout TritonBatching
  ) {
    guard let node = section["priority_levels"], let levels = integer(node, in: 1...100) else {
      return
    }
    batching.priorityLevels = levels
    batching.defaultLevel =
      required("default_priority_level", in: section).flatMap { integer($0, in: 1...levels) }
      ?? levels
    for entry in section["priority"].map({ of(populations, $0) }) ?? [] {
      batching.populationLevels[entry.key] = integer(entry.value, in: 1...levels)
    }
    for entry in section["priority_queue_policy"].map({ named($0, "priority levels") }) ?? [] {
      guard let level = Int(entry.key), (1...levels).contains(level) else {
        let valid = (1...levels).map { "\($0)" }
        report(
          .unknownName(kind: "priority level", name: entry.key, valid: valid), at: entry.keyPlace)
        continue
      }
      batching.policies[level] = queuePolicy(entry.value)
    }
  }

  /// The entries of a mapping of populations; a name of none is reported.
  private mutating func of(
    _ populations: [ReadPopulation], _ node: YAMLNode
  ) -> [YAMLNode.Entry] {
    let names = populations.map(\.population.name)
    var entries: [YAMLNode.Entry] = []
    for entry in named(node, "populations") {
      if names.contains(entry.key) {
        entries.append(entry)
      } else {
        report(
          .unknownName(kind: "population", name: entry.key, valid: names), at: entry.keyPlace)
      }
    }
    return entries
  }

  private mutating func queuePolicy(_ node: YAMLNode) -> TritonBatching.QueuePolicy? {
    let keys = ["timeout_action", "default_timeout", "allow_timeout_override", "max_queue_size"]
    guard let section = section(node, "a queue policy", keys: keys) else { return nil }
    var policy = TritonBatching.QueuePolicy()
    if let node = section["timeout_action"],
      let action = option(
        node, of: "timeout action", as: TritonBatching.QueuePolicy.TimeoutAction.self)
    {
      policy.timeoutAction = action
    }
    policy.timeout = section["default_timeout"].flatMap { duration($0) } ?? .zero
    policy.allowsOverride = section["allow_timeout_override"].map { flag($0) } ?? false
    policy.maxQueue =
      section["max_queue_size"].flatMap { integer($0, in: 0...1_000_000_000) } ?? 0
    return policy
  }
}
