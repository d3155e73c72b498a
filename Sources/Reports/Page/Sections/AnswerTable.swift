import Capacity
import Experiments

/// The table of the screen with all its columns; verdicts come first, so that a phone shows them.
struct AnswerTable {
  private let facts: PageFacts
  private let columns: ComparisonColumns

  init(_ facts: PageFacts) {
    self.facts = facts
    columns = ComparisonColumns(facts.report, style: Style(width: 200))
  }

  /// The element, with what its signs mean.
  var markup: String {
    let table = HTML.tag(
      "table", ["class": "answer"],
      HTML.tag("thead", [:], HTML.tag("tr", [:], heads)) + HTML.tag("tbody", [:], rows))
    let scroll = HTML.tag(
      "div",
      ["class": "scroll", "role": "region", "aria-label": "All architectures", "tabindex": "0"],
      table)
    return scroll + legend.map { HTML.tag("p", ["class": "legend"], HTML.text($0)) }.joined()
  }

  private var kinds: [ComparisonColumns.Kind] {
    ComparisonColumns.order.filter { kind in
      switch kind {
      case .against: columns.winner != nil && !facts.isSingle
      case .spread: facts.report.comparison.replications > 1
      case .interruptions:
        facts.order.contains { facts.summary($0)[.interruptions]?.values.max() ?? 0 > 0 }
      default: true
      }
    }
  }

  private var heads: String {
    let names = kinds.map { kind -> String in
      let column = columns.column(kind)
      if [.p50, .p95, .p99].contains(kind) { return "\(column.lower) \(columns.units.latency)" }
      return [column.upper, column.lower].filter { !$0.isEmpty }.joined(separator: " ")
    }
    let numbers = facts.objectives.indices.map { String($0 + 1) }
    return (["architecture"] + numbers + names).map {
      HTML.tag("th", ["scope": "col"], HTML.text($0))
    }.joined()
  }

  private var rows: String {
    let all = kinds.map(columns.column)
    return facts.order.enumerated().map { row, index in
      let isWinner = index == columns.winner
      let mark = facts.isOverloaded(index) ? "! " : isWinner ? "▸ " : ""
      let bound = facts.summary(index).isBound ? " *" : ""
      let cells = all.map { column in
        HTML.tag("td", [:], HTML.text(column.cells[row].value + column.cells[row].suffix))
      }
      let verdicts = facts.summary(index).objectives.map(verdict)
      return HTML.tag(
        "tr", isWinner ? ["class": "winner"] : [:],
        HTML.tag("th", ["scope": "row"], HTML.text(mark + facts.name(index) + bound))
          + (verdicts + cells).joined())
    }.joined()
  }

  private func verdict(_ result: ObjectiveResult) -> String {
    let (sign, style, words) =
      switch result.verdict {
      case .holds: ("✓", "yes", "holds")
      case .fails: ("✗", "no", "fails")
      case .unsettled: ("?", "open", "open")
      }
    return HTML.tag(
      "td", [:], HTML.tag("span", ["class": style, "title": words], sign))
  }

  private var legend: [String] {
    var lines = [
      facts.objectives.enumerated().map { "\($0 + 1): \(VerdictChart.asked($1))" }
        .joined(separator: "; ")
    ]
    var signs: [String] = []
    if facts.report.comparison.replications > 1 {
      signs.append("± half the 95% interval over replications")
    }
    if !facts.objectives.isEmpty { signs.append("✓ ✗ settled, ? open") }
    if columns.winner != nil { signs.append("▸ the answer") }
    if facts.order.contains(where: facts.isOverloaded) { signs.append("! overloaded") }
    if facts.report.evaluation.foresight != nil {
      signs.append("* knows the future: a bound, no choice")
    }
    lines.append(signs.joined(separator: "; "))
    return lines.filter { !$0.isEmpty }.map { $0 + "." }
  }
}
