/// Merges architectures that say `like:` over the ones they name.
///
/// Merged key by key are the architecture itself, `serve` with `batching` and `queue`, `pools`,
/// each pool with `start`, `spot`, `function`, `nodes` and `warm`, `charges`, and `autoscaler`
/// with its policy; every other value replaces the other's. `count` and `min`, `max`, `initial` push each other out,
/// `function` and all that only a pool of instances has, two policies, `pool` and `pools`, and the
/// plain batching and a model server, which also pushes out an inherited `queue`. Nothing (`null`)
/// takes away.
struct LikeResolution {
  private let entries: [YAMLNode.Entry]
  private var resolved: [String: YAMLNode] = [:]
  private(set) var problems: [Diagnostic] = []

  init(_ entries: [YAMLNode.Entry]) { self.entries = entries }

  /// The architecture of an entry with all that it inherits, `like` left out; nil when what it
  /// is like cannot be found, which is reported.
  mutating func resolve(_ entry: YAMLNode.Entry) -> YAMLNode? {
    resolve(entry, chain: [entry.key])
  }

  private mutating func resolve(_ entry: YAMLNode.Entry, chain: [String]) -> YAMLNode? {
    if let known = resolved[entry.key] { return known }
    var own = entry.value
    let like = own["like"]
    if let entries = own.entries {
      own.content = .mapping(entries.filter { $0.key != "like" })
    }
    if let like {
      guard let base = base(like, chain: chain) else { return nil }
      own = Self.merge(own, over: base, path: [])
    }
    resolved[entry.key] = own
    return own
  }

  private mutating func base(_ like: YAMLNode, chain: [String]) -> YAMLNode? {
    guard let name = like.text, let entry = entries.first(where: { $0.key == name }) else {
      let valid = entries.map(\.key).filter { $0 != chain.last }
      let fault =
        like.text.map {
          Problem.unknownName(kind: "architecture", name: $0, valid: valid)
        } ?? .type(field: "like", found: like.kind, expected: "the name of an architecture")
      problems.append(Diagnostic(problem: fault, place: like.place))
      return nil
    }
    if let start = chain.firstIndex(of: name) {
      let cycle = Array(chain[start...]) + [name]
      problems.append(Diagnostic(problem: .likeCycle(cycle), place: like.place))
      return nil
    }
    return resolve(entry, chain: chain + [name])
  }

  private static func isMerged(_ path: [String]) -> Bool {
    switch (path.count, path.first) {
    case (0, _), (1, "serve"), (1, "pools"), (1, "autoscaler"), (1, "charges"), (2, "pools"): true
    case (2, "serve"): path[1] == "batching" || path[1] == "queue"
    case (2, "autoscaler"): true
    case (3, "pools"): ["start", "spot", "function", "nodes", "warm"].contains(path[2])
    default: false
    }
  }

  private static func hasModelServer(_ batching: YAMLNode) -> Bool {
    ScenarioWalk.modelServers.contains { batching[$0].map { !$0.isNull } ?? false }
  }

  /// A model server takes the place of all other batching, and the plain batching of a server.
  private static func pushOut(_ entries: inout [YAMLNode.Entry], _ new: [YAMLNode.Entry]) {
    let given = new.filter { !$0.value.isNull && !Section.isFree($0.key) }.map(\.key)
    let servers = ScenarioWalk.modelServers
    if given.contains(where: servers.contains) {
      entries.removeAll { !given.contains($0.key) && !Section.isFree($0.key) }
    } else if !given.isEmpty {
      entries.removeAll { servers.contains($0.key) }
    }
  }

  /// A market takes the place of instances with up-times of their own, and the other way round.
  private static func pushOutOtherSpot(
    _ entries: inout [YAMLNode.Entry], _ new: [YAMLNode.Entry]
  ) {
    let given = new.filter { !$0.value.isNull }.map(\.key)
    if given.contains("market") {
      entries.removeAll { ScenarioWalk.spotKeys.contains($0.key) }
    } else if given.contains("up_time") {
      entries.removeAll { ScenarioWalk.marketPurchaseKeys.contains($0.key) }
    }
  }

  private static func merge(_ over: YAMLNode, over base: YAMLNode, path: [String]) -> YAMLNode {
    guard isMerged(path), let new = over.entries, var entries = base.entries else { return over }
    if path == ["autoscaler"], new.contains(where: { $0.key != "pool" && !$0.value.isNull }) {
      let kept =
        over["pool"] != nil ? ["pool"] : over["pools"] != nil ? ["pools"] : ["pool", "pools"]
      entries.removeAll { !kept.contains($0.key) && over[$0.key] == nil }
    }
    if path.count == 2, path[0] == "pools" {
      let sizes = ["min", "max", "initial"]
      if over["count"] != nil { entries.removeAll { sizes.contains($0.key) } }
      if sizes.contains(where: { over[$0] != nil }) { entries.removeAll { $0.key == "count" } }
      let others = ["count"] + sizes + ["drain", "minimum_billed", "spot"] + ScenarioWalk.fleetKeys
      let isNew = over["function"] != nil && base["function"] == nil
      entries.removeAll { entry in
        over["function"] != nil && others.contains(entry.key) || isNew && entry.key == "billing"
      }
      if base["function"] != nil, others.contains(where: { over[$0] != nil }) {
        entries.removeAll { $0.key == "function" || $0.key == "billing" }
      }
    }
    if path == ["serve", "batching"] { pushOut(&entries, new) }
    if path.count == 3, path[2] == "spot" { pushOutOtherSpot(&entries, new) }
    if path == ["serve"], let batching = over["batching"], hasModelServer(batching) {
      entries.removeAll { $0.key == "queue" }
    }
    for entry in new {
      guard let index = entries.firstIndex(where: { $0.key == entry.key }) else {
        entries.append(entry)
        continue
      }
      let merged = merge(entry.value, over: entries[index].value, path: path + [entry.key])
      if entry.value.isNull {
        entries.remove(at: index)
      } else {
        entries[index] = .init(key: entry.key, keyPlace: entry.keyPlace, value: merged)
      }
    }
    var merged = over
    merged.content = .mapping(entries)
    return merged
  }
}
