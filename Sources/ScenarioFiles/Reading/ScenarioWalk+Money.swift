import Capacity
import Kernel

extension ScenarioWalk {
  /// The most that one amount may be, and what one price may come to over the measured span: a
  /// billion dollars. A sum of nine such still has its nanodollars in 64 bits.
  static let mostDollars = 1e9

  /// The most instances whose cost over a span stays within `mostDollars`.
  static func mostInstances(at price: HourlyPrice, for span: SimDuration) -> Int {
    let each = price.dollarsPerHour * span.hours
    return each * Double(instanceLimit) <= mostDollars ? instanceLimit : Int(mostDollars / each)
  }

  /// Reports a pool whose largest size, warm machines included, would cost more than can be told
  /// at the dearest of its prices.
  mutating func checkCost(of read: ReadPool, span: SimDuration) {
    let most = Self.mostInstances(at: Self.dearest(of: read.pool), for: span)
    let warm = read.pool.warm?.count ?? 0
    let size = read.pool.max + warm
    guard size > most else { return }
    let name = read.pool.name
    report(
      .range(
        field: "largest size of \(name)" + (warm > 0 ? " with its warm pool" : ""),
        text: "\(size)", atLeast: nil,
        atMost: "\(most), which cost a billion dollars over the span"),
      at: read.count ?? read.instance)
  }

  /// The dearest hour of an instance: on demand, or in a spot market.
  private static func dearest(of pool: Pool) -> HourlyPrice {
    guard case .market(let market) = pool.purchase else {
      return max(pool.instance.onDemand, pool.price)
    }
    return market.region.zones.reduce(pool.instance.onDemand) { max($0, $1.price.highest) }
  }

  /// Reports fees by the month that come to more than can be told.
  mutating func checkOverhead(_ charges: ServiceCharges, _ node: YAMLNode?, _ clock: Clock) {
    let months = clock.measure.hours / clock.month.hours
    let dollars = charges.overhead.reduce(0) { $0 + $1.amount.dollars } * months
    guard dollars > Self.mostDollars, let node else { return }
    report(
      .range(
        field: "overhead over the span", text: "$\(Int(dollars))", atLeast: nil,
        atMost: "a billion dollars"),
      at: node)
  }

  /// An amount such as `$500`.
  mutating func money(_ node: YAMLNode) -> Money? {
    dollars(node, per: [""]).map { Money(dollars: $0.amount) }
  }

  /// An amount by the month: `$500/month`.
  mutating func monthlyFee(_ node: YAMLNode) -> MonthlyFee? {
    dollars(node, per: ["month"]).map { MonthlyFee(Money(dollars: $0.amount)) }
  }

  /// A price of bytes: `$0.09/GB`, or `$0.09/GiB` for 2^30 of them.
  mutating func pricePerGigabyte(_ node: YAMLNode) -> UnitPrice? {
    dollars(node, per: ["GB", "GiB"]).map(Self.pricePerBytes)
  }

  /// A price for keeping bytes for a month: `$0.023/GB-month`, or `/GiB-month`.
  mutating func pricePerGigabyteMonth(_ node: YAMLNode) -> UnitPrice? {
    dollars(node, per: ["GB-month", "GiB-month"]).map(Self.pricePerBytes)
  }

  private static func pricePerBytes(_ amount: Double, _ unit: String) -> UnitPrice {
    let price = Money(dollars: amount)
    return unit.hasPrefix("GiB") ? .perGibibyte(price) : UnitPrice(price, per: 1_000_000_000)
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
    _ node: YAMLNode, per units: [String], atMost most: Double = mostDollars
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
    // Told as it was written, not as a bare number.
    guard
      let amount = self.number(
        number, in: -Double.greatestFiniteMagnitude...(.greatestFiniteMagnitude))
    else { return nil }
    return within(0...most, amount, node, unit: unit.isEmpty ? "$" : "$/\(unit)").map {
      ($0, unit)
    }
  }

  /// A share in millionths.
  mutating func millionths(_ node: YAMLNode, atMost most: Double = 1) -> Int64? {
    share(node, atMost: most).map { Int64(($0 * 1_000_000).rounded()) }
  }
}
