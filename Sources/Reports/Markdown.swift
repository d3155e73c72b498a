import Capacity
import Experiments

extension Report {
  /// The answer and the table in Markdown, to paste into a mail or a summary.
  public func markdown() -> String {
    let style = Style()
    let columns = ComparisonColumns(self, style: style)
    let kinds: [ComparisonColumns.Kind] = [.cost, .p50, .p95, .p99, .late, .busy, .instances]
    let tables = kinds.map(columns.column)
    let objectives = comparison.scenario.objectives
    var lines = ["<!-- headroom:\(comparison.scenario.name) -->", "**\(headline)**", ""]
    if comparison.isPartial { lines.insert("PARTIAL results.", at: 1) }
    let heads = ["architecture"] + tables.map { Self.head($0, unit: columns.units.latency) }
    lines.append(Self.row(heads + objectives.indices.map { String($0 + 1) }))
    let rules = [":--"] + tables.map { _ in "--:" } + objectives.map { _ in ":-:" }
    lines.append(Self.row(rules))
    for (place, index) in evaluation.ranking.order.enumerated() {
      let summary = evaluation.summaries[index]
      let cells = tables.map { $0.cells[place].value + $0.cells[place].suffix }
      lines.append(Self.row([summary.name] + cells + summary.objectives.map(Self.sign)))
    }
    lines.append("")
    for (index, objective) in objectives.enumerated() {
      let sign = objective.direction == .atMost ? style.atMost : style.atLeast
      lines.append("\(index + 1). \(objective.metric.words) \(sign) \(objective.limitText)")
    }
    lines += evaluation.warnings.map { "- " + words($0) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |"
  }

  private static func head(_ column: ScreenTable.Column, unit: String) -> String {
    if column.lower.hasPrefix("p") { return "\(column.lower) \(unit)" }
    return [column.upper, column.lower].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static func sign(_ result: ObjectiveResult) -> String {
    switch result.verdict {
    case .holds: "✓"
    case .fails: "✗"
    case .unsettled: "?"
    }
  }
}
