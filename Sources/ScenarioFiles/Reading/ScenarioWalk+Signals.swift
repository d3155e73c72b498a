import Capacity
import Kernel

extension ScenarioWalk {
  /// How a population's sessions announce themselves: `{before: 20s, share: 80%}`.
  mutating func signal(_ node: YAMLNode) -> StartSignal? {
    guard let section = section(node, "`signal`", keys: ["before", "share"]),
      let beforeNode = required("before", in: section),
      let before = duration(beforeNode, atLeast: .nanoseconds(1), atMost: .days(1))
    else { return nil }
    guard let shareNode = section["share"] else { return StartSignal(before: before) }
    return share(shareNode).map { StartSignal(before: before, share: $0) }
  }

  /// Whether an architecture acts on announced sessions: `heeded` or `ignored`.
  mutating func heedsSignals(_ node: YAMLNode) -> Bool {
    guard let word = text(node) else { return true }
    let valid = ["heeded", "ignored"]
    if !valid.contains(word) {
      report(.unknownName(kind: "way to take signals", name: word, valid: valid), at: node)
    }
    return word != "ignored"
  }
}
