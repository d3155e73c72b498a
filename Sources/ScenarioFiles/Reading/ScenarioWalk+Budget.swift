import Capacity
import Kernel

extension ScenarioWalk {
  /// How much may be spent, and what happens when it is.
  mutating func budget(_ node: YAMLNode, month: SimDuration) -> Budget? {
    let keys = ["amount", "period", "alerts", "burn_rate", "at"]
    guard let section = section(node, "a budget", keys: keys) else { return nil }
    let amount = required("amount", in: section).flatMap { positiveMoney($0) }
    let period = required("period", in: section).flatMap { self.period($0, month: month) }
    let alerts = section["alerts"].map { self.alerts($0) } ?? [500_000, 800_000, 1_000_000]
    let burnRate = section["burn_rate"].flatMap { self.burnRate($0) }
    let steps = section["at"].map { self.steps($0) } ?? []
    guard let amount, let period else { return nil }
    return Budget(
      amount: amount, period: period, alertsPerMillion: alerts, burnRate: burnRate, steps: steps)
  }

  private mutating func positiveMoney(_ node: YAMLNode) -> Money? {
    guard let amount = dollars(node, per: [""]).map({ Money(dollars: $0.amount) }) else {
      return nil
    }
    if amount > .zero { return amount }
    report(
      .range(field: node.name, text: node.flowText, atLeast: "$0.000000001", atMost: nil), at: node)
    return nil
  }

  /// A time, or a number of months: `1mo`.
  private mutating func period(_ node: YAMLNode, month: SimDuration) -> SimDuration? {
    guard let text = node.text, text.hasSuffix("mo"), let count = Int64(text.dropLast(2)),
      (1...120).contains(count)
    else { return duration(node, atLeast: .seconds(1)) }
    return month * count
  }

  private mutating func alerts(_ node: YAMLNode) -> [Int64] {
    let shares = (list(node, of: "shares") ?? []).compactMap { millionths($0, atMost: 100) }
    if shares != Array(Set(shares)).sorted() {
      report(.contradiction(.notAscending(node.name)), at: node.place)
    }
    return shares
  }

  private mutating func burnRate(_ node: YAMLNode) -> Budget.BurnRate? {
    guard let section = section(node, "`burn_rate`", keys: ["times", "windows"]) else { return nil }
    let times = required("times", in: section).flatMap { factor($0) }
    let windows = required("windows", in: section).flatMap { node in
      list(node, of: "times")?.compactMap { duration($0, atLeast: .seconds(1)) }
    }
    guard let times, let windows, !windows.isEmpty else { return nil }
    return Budget.BurnRate(timesPerMillion: Int64((times * 1e6).rounded()), windows: windows)
  }

  /// Actions by the share of the amount at which they are taken, in ascending order.
  private mutating func steps(_ node: YAMLNode) -> [Budget.Step] {
    var steps: [Budget.Step] = []
    for entry in node.entries ?? [] where !Section.isFree(entry.key) {
      var key = entry.value
      key.content = .scalar(entry.key, isPlain: true)
      guard let share = millionths(key, atMost: 100), let action = action(entry.value) else {
        continue
      }
      if let last = steps.last, last.atPerMillion >= share {
        report(.contradiction(.notAscending(node.name)), at: entry.keyPlace)
      }
      steps.append(Budget.Step(atPerMillion: share, action: action))
    }
    if node.entries == nil {
      report(.type(field: node.name, found: node.kind, expected: "a mapping of shares"), at: node)
    }
    return steps
  }

  private mutating func action(_ node: YAMLNode) -> Budget.Action? {
    if node.entries == nil { return plainAction(node) }
    let keys = ["cap", "lower_frame_rate"]
    guard let section = section(node, "an action", keys: keys),
      let key = choice(of: keys, in: section), let value = section[key]
    else { return nil }
    if key == "cap" { return integer(value, in: 0...Self.instanceLimit).map { .cap($0) } }
    guard let share = millionths(value) else { return nil }
    guard share > 0 else {
      report(
        .range(field: value.name, text: value.flowText, atLeast: "0.0001%", atMost: "100%"),
        at: value)
      return nil
    }
    return .lowerFrameRate(perMillion: share)
  }

  private mutating func plainAction(_ node: YAMLNode) -> Budget.Action? {
    guard let name = text(node) else { return nil }
    switch name {
    case "stop_admitting": return .stopAdmitting
    case "feature_off": return .featureOff
    default:
      let valid = ["stop_admitting", "feature_off", "cap", "lower_frame_rate"]
      report(.unknownName(kind: "budget action", name: name, valid: valid), at: node)
      return nil
    }
  }
}
