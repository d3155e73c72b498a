import Capacity
import Experiments

/// How bad a bad replication is: one dot for each.
package struct BadDayChart {
  private let facts: PageFacts
  private let metric: Metric
  private let limit: Double?
  private let rows: [(index: Int, values: [Double])]

  /// The chart of at least two replications that have the figure; else nil.
  package init?(_ facts: PageFacts) {
    guard facts.report.comparison.replications > 1 else { return nil }
    let hasLate = facts.order.contains { index in
      facts.summary(index)[.lateOrDropped]?.values.contains { $0 > 0 } == true
    }
    let metric = hasLate ? Metric.lateOrDropped : .p95Latency
    self.facts = facts
    self.metric = metric
    let objective = facts.objectives.first { $0.metric == metric && $0.direction == .atMost }
    limit = objective?.limit ?? (hasLate ? 0.01 : nil)
    rows = facts.order.compactMap { index in
      facts.summary(index)[metric].map { (index, $0.values) }
    }
    guard !rows.isEmpty else { return nil }
  }

  /// The chart.
  var figure: Figure {
    let what =
      metric == .lateOrDropped ? "frames late or dropped, %" : "\(metric.words), \(unit)"
    let mark = limit == nil ? "" : " Dotted: \(limitText)."
    return Figure(
      id: "bad-day", question: "How bad is a bad \(facts.spanNoun)?", finding: finding,
      subtitle: "One dot for each \(facts.spanNoun), \(facts.report.comparison.replications) of "
        + "each architecture: \(what), from 0.\(mark)",
      files: [.summary, .timeline], panels: [Figure.Panel(picture: picture, table: table)])
  }

  private var unit: String { facts.units.text(metric, "").drop { $0 == " " }.description }

  private var limitText: String {
    guard let limit else { return "" }
    return metric == .lateOrDropped
      ? PageFacts.percent(limit)
      : facts.units.text(metric, RoundedFigure.brief(limit / scale, halfWidth: nil))
  }

  private var scale: Double { facts.units.scale(metric) }

  /// On how many replications the limit is passed, of the architecture that passes it most.
  package var finding: String {
    let noun = facts.spanNoun
    guard let limit else {
      let worst = rows.compactMap { row in row.values.max().map { (row.index, $0) } }
        .max { $0.1 < $1.1 }
      guard let worst else { return "" }
      return "The worst \(noun) is one of \(facts.name(worst.0)): \(metric.words) "
        + "\(text(worst.1))."
    }
    let over = rows.map { row in (index: row.index, count: row.values.count { $0 > limit }) }
    guard let most = over.max(by: { $0.count < $1.count }), most.count > 0 else {
      let who = rows.count == 1 ? facts.name(rows[0].index) : "any architecture"
      return "No \(noun) of \(who) passes \(limitText)."
    }
    let total = rows.first { $0.index == most.index }?.values.count ?? 0
    if most.count == total, over.allSatisfy({ $0.count == total }), rows.count > 1 {
      return "Every \(noun) of every architecture passes \(limitText)."
    }
    let others = over.count { $0.count > 0 } - 1
    let rest =
      rows.count == 1
      ? ""
      : others == 0
        ? "; no other ever does"
        : "; so \(others == 1 ? "does" : "do") "
          + "\(Words.count(others, "other")) at times"
    return "\(facts.name(most.index)) passes \(limitText) on \(most.count) of "
      + "\(Words.count(total, noun))\(rest)."
  }

  private func text(_ value: Double) -> String {
    metric == .lateOrDropped
      ? PageFacts.percent(value)
      : facts.units.text(metric, RoundedFigure.brief(value / scale, halfWidth: nil))
  }

  private static let rowHeight = 40.0

  private var axis: Axis {
    let largest = rows.flatMap(\.values).max() ?? 1
    return Axis(holding: max(largest, limit ?? 0) / scale * 1.04)
  }

  private var picture: SVG {
    let axis = axis
    let bottom = Double(rows.count) * Self.rowHeight
    var picture = SVG(
      title: finding,
      description: rows.map { row in
        "\(facts.name(row.index)): \(text(row.values.min() ?? 0)) to "
          + "\(text(row.values.max() ?? 0))."
      }.joined(separator: " "), height: bottom + 20)
    for (place, row) in rows.enumerated() {
      let y = Double(place) * Self.rowHeight
      picture.text(facts.name(row.index), x: 0, y: y + 12)
      picture.text(
        "worst \(text(row.values.max() ?? 0))", x: 1, y: y + 12, anchor: .end)
      picture.line(x1: 0, y1: y + 26, x2: 1, y2: y + 26, "track")
      if let limit {
        let x = axis.share(limit / scale)
        picture.line(x1: x, y1: y + 18, x2: x, y2: y + 34, "limit")
      }
      draw(row.values, y: y + 26, axis, &picture)
    }
    for (place, value) in axis.ticks.enumerated() {
      let x = axis.share(value)
      picture.text(
        Axis.label(value), x: x, y: bottom + 14,
        anchor: place == 0 ? .start : x > 0.95 ? .end : .middle, "l")
    }
    return picture
  }

  /// Dots, those that would cover another moved down or up a little, so that they can be counted.
  private func draw(_ values: [Double], y: Double, _ axis: Axis, _ picture: inout SVG) {
    var slots: [Int: Int] = [:]
    for value in values.sorted() {
      let x = axis.share(value / scale)
      let slot = Int(x * 120)
      let rank = slots[slot, default: 0]
      slots[slot] = rank + 1
      let steps = [0.0, -3.5, 3.5, -7, 7]
      let isOver = limit.map { value > $0 } ?? false
      picture.dot(
        x: x, y: y + steps[rank % steps.count], radius: 3.2, isOver ? "fbad" : "fcap")
    }
  }

  private var table: DataTable {
    DataTable(
      heads: ["architecture", "best", "median", "worst", "over the limit"],
      rows: rows.map { row in
        let sorted = row.values.sorted()
        return [
          facts.name(row.index), text(sorted[0]), text(sorted[(sorted.count - 1) / 2]),
          text(sorted[sorted.count - 1]),
          limit.map { limit in "\(sorted.count { $0 > limit }) of \(sorted.count)" } ?? "",
        ]
      })
  }
}
