import Capacity
import Kernel

extension ScenarioWalk {
  /// A budget, with the places at which it names models.
  struct ReadBudget {
    var budget: Budget
    var switches: [YAMLNode]
  }

  /// How much may be spent, and what happens when it is.
  mutating func budget(_ node: YAMLNode, month: SimDuration) -> ReadBudget? {
    let keys = ["amount", "period", "every", "alerts", "burn_rate", "at"]
    guard let section = section(node, "a budget", keys: keys) else { return nil }
    let amount = required("amount", in: section).flatMap { positiveMoney($0) }
    let period = required("period", in: section).flatMap { self.period($0, month: month) }
    let every = section["every"].map { duration($0, atLeast: .seconds(1)) } ?? .hours(1)
    let alerts = section["alerts"].map { self.alerts($0) } ?? [500_000, 800_000, 1_000_000]
    let burnRate = section["burn_rate"].flatMap { node in
      every.flatMap { self.burnRate(node, every: $0, within: period) }
    }
    let steps = section["at"].map { self.steps($0) } ?? []
    guard let amount, let period, let every else { return nil }
    let budget = Budget(
      amount: amount, period: period, every: every, alertsPerMillion: alerts, burnRate: burnRate,
      steps: steps)
    let actions = section["at"]?.entries?.map { Section(node: $0.value, what: "an action") } ?? []
    return ReadBudget(budget: budget, switches: actions.compactMap { $0["switch_model"] })
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
    let shares = (list(node, of: "shares") ?? []).compactMap { announcedShare($0) }
    if shares != Array(Set(shares)).sorted() {
      report(.contradiction(.notAscending(node.name)), at: node.place)
    }
    return shares
  }

  /// A share of the amount, above nothing and at most ten times it.
  private mutating func announcedShare(_ node: YAMLNode) -> Int64? {
    guard let share = millionths(node, atMost: 10) else { return nil }
    if share > 0 { return share }
    report(
      .range(field: node.name, text: node.flowText, atLeast: "0.0001%", atMost: "1000%"), at: node)
    return nil
  }

  /// Windows are at least as long as the time between two looks, and at most as long as the
  /// budget's period, when that could be read.
  private mutating func burnRate(
    _ node: YAMLNode, every: SimDuration, within period: SimDuration?
  ) -> Budget.BurnRate? {
    guard let section = section(node, "`burn_rate`", keys: ["times", "windows"]) else { return nil }
    let times = required("times", in: section).flatMap { node in
      factor(node).flatMap { within(0.01...10_000, $0, node, unit: "x") }
    }
    let windows = required("windows", in: section).flatMap { node in
      list(node, of: "times")?.compactMap {
        duration($0, atLeast: every, atMost: max(period ?? Self.longest, every))
      }
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
      guard let share = announcedShare(key), let action = action(entry.value) else {
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
    let keys = ["cap", "lower_frame_rate", "switch_model"]
    guard let section = section(node, "an action", keys: keys),
      let key = choice(of: keys, in: section), let value = section[key]
    else { return nil }
    if key == "cap" { return integer(value, in: 0...Self.instanceLimit).map { .cap($0) } }
    if key == "switch_model" { return text(value).map { .switchModel($0) } }
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
      let valid = ["stop_admitting", "feature_off", "cap", "lower_frame_rate", "switch_model"]
      report(.unknownName(kind: "budget action", name: name, valid: valid), at: node)
      return nil
    }
  }
}
