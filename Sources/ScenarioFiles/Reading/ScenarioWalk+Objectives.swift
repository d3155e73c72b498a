import Capacity
import Kernel

extension ScenarioWalk {
  /// What a cost can be divided by, and the metric that this makes.
  private static let denominators: [(suffix: String, metric: Metric)] = [
    ("/month", .costPerMonth), ("/user-hour", .costPerUserHour),
    ("/1000-served", .costPer1000Served),
  ]

  /// The limits, in order of the file.
  mutating func objectives(_ node: YAMLNode) -> [Objective] {
    guard let entries = node.entries else {
      report(.type(field: node.name, found: node.kind, expected: "a mapping of metrics"), at: node)
      return []
    }
    var objectives: [Objective] = []
    for entry in entries where !Section.isFree(entry.key) {
      guard let metric = Metric(rawValue: entry.key) else {
        report(.unknownMetric(entry.key), at: entry.keyPlace)
        continue
      }
      if let objective = objective(metric, entry.value) { objectives.append(objective) }
    }
    return objectives
  }

  private mutating func objective(_ metric: Metric, _ node: YAMLNode) -> Objective? {
    guard let text = node.text, let direction = Self.direction(text) else {
      report(
        .type(field: node.name, found: node.kind, expected: "a limit such as <= 150ms"), at: node)
      return nil
    }
    let written = String(text.dropFirst(2).drop { $0 == " " })
    guard let (metric, limit) = limit(written, metric, node) else { return nil }
    return Objective(metric: metric, direction: direction, limit: limit, limitText: written)
  }

  private static func direction(_ text: String) -> Objective.Direction? {
    text.hasPrefix("<=") ? .atMost : text.hasPrefix(">=") ? .atLeast : nil
  }

  /// The limit in the metric's unit; a cost's denominator picks the metric.
  private mutating func limit(
    _ text: String, _ metric: Metric, _ node: YAMLNode
  ) -> (Metric, Double)? {
    switch metric.unit {
    case .dollars:
      return money(text, metric, node)
    case .milliseconds:
      guard let ns = quantity(text, .time, node) else { return nil }
      return within(0...1e12, ns / 1e6, node, unit: "ms").map { (metric, $0) }
    case .ratio:
      guard let share = quantity(text, .share, node) else { return nil }
      return within(0...1, share, node, unit: "").map { (metric, $0) }
    case .count:
      var number = node
      number.content = .scalar(text, isPlain: true)
      return self.number(number, in: 0...1e15).map { (metric, $0) }
    }
  }

  private mutating func money(
    _ text: String, _ metric: Metric, _ node: YAMLNode
  ) -> (Metric, Double)? {
    var number = node
    var chosen = metric
    var amount = text
    if let slash = text.firstIndex(of: "/") {
      let suffix = String(text[slash...])
      amount = String(text[..<slash])
      let match = Self.denominators.first { $0.suffix == suffix }?.metric
      guard let match, metric == .cost || metric == match else {
        let valid = Self.denominators.filter { metric == .cost || metric == $0.metric }
        report(
          .unknownName(kind: "unit of `\(node.name)`", name: suffix, valid: valid.map(\.suffix)),
          at: node)
        return nil
      }
      chosen = match
    }
    guard amount.hasPrefix("$") else {
      report(
        .type(field: node.name, found: node.kind, expected: "an amount such as <= $2500/month"),
        at: node)
      return nil
    }
    number.content = .scalar(String(amount.dropFirst()), isPlain: true)
    return self.number(number, in: 0...9e9).map { (chosen, $0) }
  }
}
