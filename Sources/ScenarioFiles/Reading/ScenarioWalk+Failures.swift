import Capacity
import Kernel

extension ScenarioWalk {
  /// How instances crash: `{mtbf: 30d, mttr: 5min}`. A plain time between failures is the mean of
  /// an exponential distribution, a plain time to repair is constant.
  mutating func failures(_ node: YAMLNode, of pool: String) -> Failures? {
    guard let section = section(node, "`failures`", keys: ["mtbf", "mttr"]),
      let upNode = required("mtbf", in: section), let downNode = required("mttr", in: section)
    else { return nil }
    let up: Distribution?
    if upNode.entries == nil, upNode.text != nil {
      up = positiveSeconds(upNode).map { .exponential(mean: $0) }
      lean(
        on: Provenance(
          subject: "time between failures of \(pool)", value: upNode.flowText, quality: .assumed))
    } else {
      up = vouchedTime(upNode, subject: "time between failures of \(pool)", catalog: [])
    }
    let down = vouchedTime(downNode, subject: "time to repair of \(pool)", catalog: [])
    guard let up, let down else { return nil }
    return Failures(upTime: up, repair: down)
  }

  /// Zones that fail: `[{at: 2h, for: 10min, share: 50%, elsewhere: true}]`.
  mutating func outages(_ node: YAMLNode, within end: SimDuration) -> [Outage] {
    (list(node, of: "outages") ?? []).compactMap { element in
      guard
        let span = span(
          element, "an outage", within: end, others: ["share", "elsewhere"]),
        let shareNode = required("share", in: span.section), let share = share(shareNode),
        within(0.0001...1, share, shareNode, unit: "") != nil
      else { return nil }
      let isElsewhere = span.section["elsewhere"].map { flag($0) } ?? false
      return Outage(
        at: span.at, length: span.length, share: share, isReplacedElsewhere: isElsewhere)
    }
  }

  /// Slow instances: `{share: 5%, factor: 2x}`.
  mutating func stragglers(_ node: YAMLNode) -> Stragglers? {
    guard let section = section(node, "`stragglers`", keys: ["share", "factor"]),
      let shareNode = required("share", in: section),
      let factorNode = required("factor", in: section), let share = share(shareNode),
      let factor = factor(factorNode), within(1...1000, factor, factorNode, unit: "x") != nil
    else { return nil }
    return Stragglers(share: share, factor: factor)
  }
}
