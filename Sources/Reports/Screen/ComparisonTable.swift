import Capacity
import Experiments

/// The table of architectures with its legend.
struct ComparisonTable {
  private let report: Report
  private let style: Style
  private let columns: ComparisonColumns
  private var objectives: [Objective] { report.comparison.scenario.objectives }

  init(_ report: Report, style: Style) {
    self.report = report
    self.style = style
    columns = ComparisonColumns(report, style: style)
  }

  /// The table, or below 80 columns a block for each architecture.
  var lines: [String] { style.width < 80 ? blocks : table }

  /// What the numbers over the verdicts ask, and what the signs mean.
  var legend: [String] {
    let asked = objectives.enumerated().map { index, objective in
      let sign = objective.direction == .atMost ? style.atMost : style.atLeast
      return "\(index + 1) \(objective.metric.words) \(sign) \(objective.limitText)"
    }
    var lines = TextLayout.packed(asked, width: style.width)
    var signs: [String] = []
    if report.comparison.replications > 1 {
      signs.append("\(style.plusMinus) half the 95% interval over replications.")
    }
    if !objectives.isEmpty { signs.append("\(style.holds) \(style.fails) settled, ? open") }
    if report.evaluation.foresight != nil { signs.append("* knows the future: a bound") }
    if !signs.isEmpty {
      lines += TextLayout.packed(signs, gap: "  ", width: style.width)
    }
    return lines.map { style.paint($0, .dim) }
  }

  private var table: [String] {
    var kinds = ComparisonColumns.order.filter { kind in
      style.width >= 120 || kind.rawValue >= ComparisonColumns.Kind.busy.rawValue
    }
    if columns.winner == nil { kinds.removeAll { $0 == .against } }
    var table = layout(kinds)
    // Columns give way, the least important first; a figure is never cut.
    for kind in ComparisonColumns.Kind.allCases where table.width > style.width {
      if kind == .p99 { break }
      kinds.removeAll { $0 == kind }
      table = layout(kinds)
    }
    let rows = zip(table.rows, report.evaluation.ranking.order).map { row, index in
      index == columns.winner ? style.paint(row, .bold) : row
    }
    return table.heads.map { style.paint($0, .dim) } + rows
  }

  private func layout(_ kinds: [ComparisonColumns.Kind]) -> ScreenTable {
    let numbers = objectives.indices.map {
      TextLayout.left(String($0 + 1), symbolWidth)
    }.joined(separator: " ")
    let seen = objectives.isEmpty ? 0 : objectives.count * (symbolWidth + 1) - 1
    return ScreenTable(
      names: report.evaluation.ranking.order.map(rowName),
      nameHead: "architecture", columns: kinds.map(columns.column),
      ends: report.evaluation.ranking.order.map(verdicts), endHeads: ("meets", numbers),
      endWidth: max(seen, objectives.isEmpty ? 0 : 5))
  }

  private func rowName(_ index: Int) -> (mark: String, name: String) {
    let summary = report.evaluation.summaries[index]
    let isOverloaded = summary.overload?.isDisqualifying == true
    let mark =
      summary.isBound ? "*" : isOverloaded ? "!" : index == columns.winner ? style.winner : " "
    return (mark, TextLayout.middleCut(summary.name, ellipsis: style.ellipsis))
  }

  private var symbolWidth: Int { style.unicode ? 1 : 4 }

  /// One sign for each objective, in the order of the scenario.
  private func verdicts(_ index: Int) -> String {
    report.evaluation.summaries[index].objectives.map { result in
      switch result.verdict {
      case .holds: style.paint(TextLayout.left(style.holds, symbolWidth), .good)
      case .fails: style.paint(TextLayout.left(style.fails, symbolWidth), .bad)
      case .unsettled: style.paint(TextLayout.left("?", symbolWidth), .doubt)
      }
    }.joined(separator: " ")
  }

  private var blocks: [String] {
    let kinds = ComparisonColumns.order.filter {
      $0.rawValue >= ComparisonColumns.Kind.busy.rawValue
    }
    let all = kinds.map(columns.column)
    return report.evaluation.ranking.order.enumerated().flatMap { row, index in
      let name = rowName(index)
      let head = "\(name.mark) \(name.name)  \(verdicts(index))"
      return [TextLayout.trimmed(head)]
        + all.map { column in
          let cell = column.cells[row]
          let label = Self.label(column, latency: columns.units.latency)
          return "  \(TextLayout.left(label, 24))\(cell.value)\(cell.suffix)"
        }
    }
  }

  private static func label(_ column: ScreenTable.Column, latency: String) -> String {
    if column.lower.hasPrefix("p") { return "\(column.lower) latency, \(latency)" }
    return [column.upper, column.lower].filter { !$0.isEmpty }.joined(separator: " ")
  }
}
