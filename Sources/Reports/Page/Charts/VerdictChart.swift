import Capacity
import Experiments
import Statistics

/// Which verdicts are settled: every objective with the intervals of all architectures.
package struct VerdictChart {
  private let facts: PageFacts

  /// The chart of all verdicts.
  package init(_ facts: PageFacts) { self.facts = facts }

  /// The chart; nil without objectives.
  package var figure: Figure? {
    guard !facts.objectives.isEmpty else { return nil }
    let interval =
      facts.report.comparison.replications > 1
      ? "dot: mean over \(facts.replications); bar: its 95% interval"
      : "dot: the only replication, which has no interval"
    return Figure(
      id: "verdicts", question: "Which verdicts are settled?", finding: finding,
      subtitle: "One picture for each objective; \(interval); dotted line: the limit.",
      files: [.summary], panels: facts.objectives.indices.map(panel), layout: .grid)
  }

  /// How many verdicts are open, or that none is and how many meet all.
  package var finding: String {
    let results = facts.order.flatMap { index in
      facts.summary(index).objectives.map { (facts.name(index), $0) }
    }
    let open = results.filter { $0.1.verdict == .unsettled }
    if open.isEmpty { return "Every verdict is settled: \(tally)." }
    let all = Words.count(results.count, "verdict")
    let verb = open.count == 1 ? "is" : "are"
    if open.count == results.count {
      return open.count == 1
        ? "The only verdict is open: \(open[0].1.objective.metric.words) of \(open[0].0)."
        : "None of \(all) is settled."
    }
    let which = open.prefix(2).map { "\($0.1.objective.metric.words) of \($0.0)" }
    let more = open.count > 2 ? "" : ": " + Words.list(which)
    return "\(open.count) of \(all) \(verb) open\(more)."
  }

  private var tally: String {
    let meeting = facts.order.filter { facts.summary($0).verdict == .holds }.count
    let objectives =
      facts.objectives.count == 1
      ? "the objective"
      : facts.objectives.count == 2 ? "both objectives" : "all \(facts.objectives.count) objectives"
    if facts.isSingle {
      let name = facts.name(facts.order[0])
      if meeting == 1 { return "\(name) meets \(objectives)" }
      return facts.isOverloaded(facts.order[0])
        ? "\(name) is overloaded" : "\(name) does not meet \(objectives)"
    }
    if meeting == 0 { return "no architecture meets \(objectives)" }
    if meeting == facts.order.count { return "every architecture meets \(objectives)" }
    return "\(meeting) of \(facts.order.count) architectures "
      + (meeting == 1 ? "meets " : "meet ") + objectives
  }

  private func panel(_ place: Int) -> Figure.Panel {
    let objective = facts.objectives[place]
    let axis = axis(objective)
    let scale = facts.units.scale(objective.metric)
    let rows = facts.order.map { Row($0, place, facts) }
    let title = "\(place + 1). " + Self.asked(objective)
    var picture = SVG(
      title: title, description: rows.map(\.sentence).joined(separator: " "),
      height: Double(rows.count) * Self.rowHeight + 24)
    let limit = axis.share(objective.limit / scale)
    for (number, row) in rows.enumerated() {
      row.draw(into: &picture, y: Double(number) * Self.rowHeight, axis: axis, limit: limit)
    }
    let bottom = Double(rows.count) * Self.rowHeight
    for (tick, value) in axis.ticks.enumerated() {
      let x = axis.share(value)
      let anchor: SVG.Anchor = tick == 0 ? .start : x > 0.94 ? .end : .middle
      picture.text(Axis.label(value), x: x, y: bottom + 14, anchor: anchor, "l")
    }
    let unit = facts.units.text(objective.metric, "")
    return Figure.Panel(
      heading: title, picture: picture,
      table: DataTable(
        heads: [
          "architecture", "verdict", "mean \(unit)", "low \(unit)", "high \(unit)", "why open",
        ],
        rows: rows.map(\.cells)))
  }

  private static let rowHeight = 40.0

  /// `p99 frame latency ≤ 100ms`.
  static func asked(_ objective: Objective) -> String {
    let sign = objective.direction == .atMost ? "≤" : "≥"
    return "\(objective.metric.words) \(sign) \(objective.limitText)"
  }

  /// Holds all intervals, but no more than four times the limit: what is far beyond it only
  /// needs to be seen to be so.
  private func axis(_ objective: Objective) -> Axis {
    let scale = facts.units.scale(objective.metric)
    let limit = objective.limit / scale
    let ends = facts.order.compactMap { index -> Double? in
      guard let figure = facts.summary(index)[objective.metric] else { return nil }
      return (figure.interval.high ?? figure.mean) / scale
    }
    let largest = max(ends.max() ?? limit, limit)
    let cap = limit > 0 && objective.direction == .atMost ? 4 * limit : largest
    return Axis(holding: min(largest, cap) * 1.08)
  }

  /// One architecture under one objective.
  private struct Row {
    let name: String
    let result: ObjectiveResult
    let shown: ShownFigure?
    let isOverloaded: Bool
    let unit: String

    init(_ index: Int, _ place: Int, _ facts: PageFacts) {
      name = facts.name(index)
      result = facts.summary(index).objectives[place]
      let metric = result.objective.metric
      shown =
        result.doubt == .shortHorizon
        ? nil : ShownFigure(metric, facts.summary(index), units: facts.units)
      isOverloaded = facts.isOverloaded(index)
      unit = facts.units.text(metric, "")
    }

    var sign: String {
      switch result.verdict {
      case .holds: "✓"
      case .fails: "✗"
      case .unsettled: "?"
      }
    }

    private var value: String {
      guard let shown else { return "no figure" }
      let rounded = shown.rounded
      return rounded.value + (rounded.halfWidth.map { " ±" + $0 } ?? "")
    }

    private var doubt: String {
      result.doubt.map(\.words) ?? (isOverloaded ? "overloaded" : "")
    }

    var sentence: String {
      let why = doubt.isEmpty ? "" : ", \(doubt)"
      return "\(name): \(value) \(result.verdict.rawValue)\(why)."
    }

    var cells: [String] {
      guard let shown else { return [name, sign, "", "", "", doubt] }
      let place = shown.rounded.place
      let ends = [-1.0, 1].map { side in
        shown.halfWidth.map { RoundedFigure.decimal(shown.value + side * $0, place: place) } ?? ""
      }
      return [name, sign, shown.rounded.value] + ends + [doubt]
    }

    func draw(into picture: inout SVG, y: Double, axis: Axis, limit: Double) {
      let track = y + 26
      picture.text(name, x: 0, y: y + 14, result.verdict == .fails ? "" : "b")
      let note = isOverloaded ? " overloaded" : ""
      let style = result.verdict == .holds ? "lc" : result.verdict == .fails ? "lb" : ""
      picture.text("\(sign) \(value)\(note)", x: 1, y: y + 14, anchor: .end, style)
      picture.line(x1: 0, y1: track, x2: 1, y2: track, "track")
      picture.line(x1: limit, y1: track - 6, x2: limit, y2: track + 8, "limit")
      guard let shown else { return }
      let stroke = result.verdict == .holds ? "cap" : result.verdict == .fails ? "bad" : "wait"
      if shown.value > axis.top {
        picture.text("▶", x: 1, y: track + 4, anchor: .end, style)
        return
      }
      if let half = shown.halfWidth, half > 0 {
        picture.line(
          x1: axis.share(shown.value - half), y1: track, x2: axis.share(shown.value + half),
          y2: track, "\(stroke) bar")
      }
      picture.dot(x: axis.share(shown.value), y: track, radius: 5.5, "f\(stroke) ring")
    }
  }
}
