import Capacity
import Experiments
import Kernel
import Simulation

/// Where the money goes, by what is paid for.
package struct MoneyChart {
  private let facts: PageFacts
  private let bills: [Bill]

  /// What one architecture pays for, on average over replications.
  private struct Bill {
    var index: Int
    var lines: [(category: LedgerLine.Category, dollars: Double)]
    var total: Double { lines.reduce(0) { $0 + $1.dollars } }
    /// The part that pays for capacity which serves no one, of all that is charged before what is
    /// given back.
    var unused: Double {
      let charged = lines.filter { $0.dollars > 0 }
      let all = charged.reduce(0) { $0 + $1.dollars }
      let idle = charged.filter { MoneyChart.unused.contains($0.category) }
      return all > 0 ? idle.reduce(0) { $0 + $1.dollars } / all : 0
    }
    /// Whether something is given back, or taken off by a commitment.
    var hasDiscount: Bool { lines.contains { $0.dollars < 0 } }
  }

  /// The chart; nil when nothing costs anything.
  package init?(_ facts: PageFacts) {
    self.facts = facts
    let count = Double(max(facts.report.comparison.replications, 1))
    bills = facts.order.compactMap { index in
      let ledger = facts.result(index).replications.flatMap(\.ledger)
      let lines = LedgerLine.Category.allCases.compactMap { category in
        let amount = ledger.filter { $0.category == category }.reduce(Money.zero) { $0 + $1.amount }
        return amount == .zero ? nil : (category: category, dollars: amount.dollars / count)
      }
      return lines.isEmpty ? nil : Bill(index: index, lines: lines)
    }
    guard !bills.isEmpty else { return nil }
  }

  /// The chart.
  var figure: Figure {
    Figure(
      id: "money", question: "Where does the money go?", finding: finding,
      subtitle: "Dollars for the \(Words.duration(facts.clock.measure)) simulated, mean over "
        + "\(facts.replications); every bar on one scale from 0.",
      files: [.costs], panels: bills.map(panel), layout: .grid)
  }

  /// Who pays the most for what does not serve.
  package var finding: String {
    let unused = bills.map { bill in
      (name: facts.name(bill.index), share: bill.unused)
    }
    guard let most = unused.max(by: { $0.share < $1.share }),
      let least = unused.min(by: { $0.share < $1.share })
    else { return "" }
    if most.share < 0.005 { return "Nearly all money pays for capacity that is serving." }
    let part = Self.part(most.share)
    if least.name == most.name || most.share - least.share < 0.01 {
      let who = unused.count == 1 ? most.name : "Every architecture"
      let verb = unused.count == 1 ? "pays" : "pays about"
      return "\(who) \(verb) \(part) of \(money) for capacity that serves no one."
    }
    return "\(most.name) pays \(part) of \(money) for capacity that serves no one, "
      + "\(least.name) \(Self.part(least.share))."
  }

  private static let unused: [LedgerLine.Category] = [
    .idle, .starting, .draining, .minimum, .vacant, .provisioned, .warm, .committedUnused,
  ]

  private var money: String {
    bills.contains(where: \.hasDiscount) ? "its money, before discounts," : "its money"
  }

  private static func part(_ share: Double) -> String {
    share > 0 && share < 0.005 ? "<1%" : RoundedFigure.decimal(share * 100, place: 0) + "%"
  }

  private func panel(_ bill: Bill) -> Figure.Panel {
    let largest = bills.flatMap { $0.lines.map(\.dollars) }.max() ?? 1
    let bars = bill.lines.map { line in
      BarPanel.Bar(
        name: Self.words(line.category), value: line.dollars,
        text: "\(Self.dollars(line.dollars)) · \(Self.part(line.dollars / bill.total))",
        style: Self.style(line.category))
    }
    let name = facts.name(bill.index)
    let title = "\(name): \(Self.dollars(bill.total))"
    return Figure.Panel(
      heading: title,
      picture: BarPanel.picture(
        bars, largest: largest, title: "Where the money of \(name) goes",
        description: bars.map { "\($0.name) \($0.text)." }.joined(separator: " ")),
      table: DataTable(
        heads: ["paid for", "$", "%"],
        rows: bill.lines.map {
          [
            $0.category.rawValue, Self.amount($0.dollars),
            RoundedFigure.decimal($0.dollars / bill.total * 100, place: -1),
          ]
        }))
  }

  private static func dollars(_ value: Double) -> String {
    if value < 0 { return "-" + dollars(-value) }
    return value > 0 && value < 0.005 ? "<$0.01" : "$" + amount(value)
  }

  private static func amount(_ dollars: Double) -> String {
    if dollars > 0, dollars < 0.005 { return "<0.01" }
    let text = RoundedFigure.brief(dollars, halfWidth: nil, finest: dollars < 10 ? -2 : -1)
    guard dollars >= 10_000, let whole = Int(text) else { return text }
    return Words.grouped(whole)
  }

  /// What a category is for people; those that need no explanation keep their name.
  static func words(_ category: LedgerLine.Category) -> String {
    switch category {
    case .busy: "busy: serving"
    case .idle: "idle: ready, no work"
    case .starting: "starting: not ready yet"
    case .draining: "draining: told to go"
    case .minimum: "minimum: billed beyond its life"
    case .vacant: "vacant: node without a replica"
    case .provisioned: "provisioned: kept ready"
    case .warm: "warm: prepared, waiting"
    case .refund: "refund: taken away early"
    case .commitmentSaving: "commitment: off the list price"
    case .committedUnused: "committed, not used"
    default: category.rawValue.split(separator: "_").joined(separator: " ")
    }
  }

  private static func style(_ category: LedgerLine.Category) -> String {
    if category == .busy { return "fcap" }
    return unused.contains(category) ? "fwait" : "fink"
  }
}
