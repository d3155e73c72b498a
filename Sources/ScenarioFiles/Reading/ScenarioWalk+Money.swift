import Capacity
import Kernel

extension ScenarioWalk {
  /// The most that one amount may be: a billion dollars.
  private static let mostDollars = 1e9

  /// An amount such as `$500`.
  mutating func money(_ node: YAMLNode) -> Money? {
    dollars(node, per: [""]).map { Money(dollars: $0.amount) }
  }

  /// An amount by the month: `$500/month`.
  mutating func monthlyFee(_ node: YAMLNode) -> MonthlyFee? {
    dollars(node, per: ["month"]).map { MonthlyFee(Money(dollars: $0.amount)) }
  }

  /// A price by the gibibyte, which providers write GB: `$0.09/GB`.
  mutating func pricePerGigabyte(_ node: YAMLNode) -> Money? {
    dollars(node, per: ["GB", "GiB"]).map { Money(dollars: $0.amount) }
  }

  /// A price for keeping a gibibyte for a month: `$0.023/GB-month`.
  mutating func pricePerGigabyteMonth(_ node: YAMLNode) -> Money? {
    dollars(node, per: ["GB-month", "GiB-month"]).map { Money(dollars: $0.amount) }
  }

  /// A price for a number of things: `$0.20/1M`, `$0.40/1k` or `$0.01/1`.
  mutating func pricePerThings(_ node: YAMLNode) -> UnitPrice? {
    let counts: [(unit: String, count: Int64)] = [
      ("1M", 1_000_000), ("1k", 1_000), ("1000", 1_000), ("1", 1),
    ]
    guard let price = dollars(node, per: counts.map(\.unit)),
      let count = counts.first(where: { $0.unit == price.unit })?.count
    else { return nil }
    return UnitPrice(Money(dollars: price.amount), per: count)
  }

  /// Dollars of an amount with one of the units after its slash; "" is none.
  mutating func dollars(
    _ node: YAMLNode, per units: [String]
  ) -> (amount: Double, unit: String)? {
    guard let text = text(node) else { return nil }
    let halves = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    let unit = halves.count > 1 ? String(halves[1]) : ""
    guard text.hasPrefix("$"), units.contains(unit) else {
      let example = units[0].isEmpty ? "$500" : "$0.05/\(units[0])"
      report(
        .type(
          field: node.name, found: node.kind, expected: "an amount of dollars such as \(example)"),
        at: node)
      return nil
    }
    var number = node
    number.content = .scalar(String(halves[0].dropFirst()), isPlain: true)
    return self.number(number, in: 0...Self.mostDollars).map { ($0, unit) }
  }

  /// A share in millionths.
  mutating func millionths(_ node: YAMLNode, atMost most: Double = 1) -> Int64? {
    share(node, atMost: most).map { Int64(($0 * 1_000_000).rounded()) }
  }
}
