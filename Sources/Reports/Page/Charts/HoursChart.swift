import Capacity
import Experiments
import Kernel
import Simulation

/// Latency over the hours: a row for each replication, a column for each piece of time.
package struct HoursChart {
  private let facts: PageFacts
  private let shown: [Shown]
  private let scale: HeatScale
  private let limit: Double

  private struct Shown {
    var index: Int
    var series: HoursSeries
  }

  /// The most columns, and the most replications drawn of each architecture.
  private static let columns = 96
  private static let rows = 40

  /// The chart; nil with fewer than four columns, or without any figure.
  package init?(_ facts: PageFacts) {
    self.facts = facts
    shown = facts.order.map {
      Shown(index: $0, series: HoursSeries(facts.result($0), atMost: Self.columns))
    }
    guard let first = shown.first, first.series.starts.count >= 4,
      let highest = shown.compactMap(\.series.highest).max()
    else { return nil }
    let objective = facts.objectives.first {
      $0.metric == .p95Latency && $0.direction == .atMost
    }
    let deadlines = facts.report.comparison.scenario.populations.map(\.deadline.milliseconds)
    limit = objective?.limit ?? deadlines.min() ?? 0
    scale = HeatScale(highest: highest, limit: limit)
  }

  /// The chart.
  var figure: Figure {
    let drawn = min(facts.report.comparison.replications, Self.rows)
    let rows =
      facts.report.comparison.replications == 1
      ? "the only replication" : "a row for each \(facts.spanNoun), \(drawn) of each"
    let colours =
      scale.isByLimit
      ? "Beyond \(WaitChart.time(limit)): amber and red."
      : "All far below the limit of \(WaitChart.time(limit))."
    return Figure(
      id: "hours", question: "At what hour is it slow?", finding: finding,
      subtitle: "p95 latency in ms of the frames answered in each piece of time; \(rows). "
        + "\(colours) Empty: fewer than 20 frames. Clock: \(facts.clock.zone).",
      files: [.timeline], panels: shown.map(panel), layout: .grid)
  }

  /// Of the architecture that changes most: when it is slow, and when quick.
  package var finding: String {
    let swings = shown.compactMap { one -> (one: Shown, high: Int, low: Int, ratio: Double)? in
      let medians = one.series.starts.indices.compactMap { column in
        one.series.median(column).map { (column, $0) }
      }
      guard let high = medians.max(by: { $0.1 < $1.1 }),
        let low = medians.min(by: { $0.1 < $1.1 })
      else { return nil }
      return (one, high.0, low.0, high.1 / max(low.1, 1e-6))
    }
    guard let most = swings.max(by: { $0.ratio < $1.ratio }) else {
      return "Too few frames in any piece of time to tell when it is slow."
    }
    let name = facts.name(most.one.index)
    let high = WaitChart.time(most.one.series.median(most.high) ?? 0)
    let low = WaitChart.time(most.one.series.median(most.low) ?? 0)
    if most.ratio < 1.25 {
      let who = shown.count == 1 ? name : "any architecture"
      return "Latency of \(who) hardly changes with the hour: p95 from \(low) to \(high)"
        + (shown.count == 1 ? "." : " with \(name), which changes most.")
    }
    return "\(name) is slowest from \(clock(most.one, most.high)): p95 \(high), against \(low) "
      + "from \(clock(most.one, most.low))."
  }

  private func clock(_ one: Shown, _ column: Int) -> String {
    facts.clock.clockText(one.series.starts[column])
  }

  private func panel(_ one: Shown) -> Figure.Panel {
    Figure.Panel(
      heading: facts.name(one.index), picture: picture(one), table: table(one), isTimeline: true)
  }

  private func picture(_ one: Shown) -> SVG {
    let all = one.series.rows
    let count = min(all.count, Self.rows)
    let rows = (0..<count).map { all[$0 * all.count / count] }
    let tall = min(26, max(4, 150 / Double(max(count, 1))))
    let height = tall * Double(count)
    let highest = one.series.highest.map { "At most \(WaitChart.time($0))." } ?? "No figure."
    var picture = SVG(
      title: "p95 latency of \(facts.name(one.index)) over the hours", description: highest,
      height: height + 46)
    picture.rectangle(x: 0, y: 0, width: 1, height: height, "fwell")
    picture.stretched(
      y: 0, height: height, columns: Double(one.series.starts.count),
      scale.steps.indices.map { step in
        SVG.Curve(data: cells(rows, of: step, tall: tall), style: scale.steps[step].style)
      })
    ClockAxis(facts.clock).draw(into: &picture, y: height + 14)
    for (place, step) in scale.steps.enumerated() {
      let x = Double(place) / 5
      picture.rectangle(x: x, y: height + 25, width: 0.03, height: 11, step.style)
      picture.text(step.label, x: x + 0.03, y: height + 35, shift: 5, "l")
    }
    picture.cursor(y1: 0, y2: height)
    return picture
  }

  /// The cells of one class, those beside each other as one.
  private func cells(_ rows: [[Double?]], of step: Int, tall: Double) -> String {
    var text = ""
    for (row, values) in rows.enumerated() {
      let y = SVG.number(tall * Double(row))
      var start: Int?
      for column in 0...values.count {
        let value = column < values.count ? values[column] : nil
        let isIn = value.map { scale.step(of: $0) == step } ?? false
        if isIn, start == nil { start = column }
        if !isIn, let first = start {
          text += "M\(first) \(y)h\(column - first)v\(SVG.number(tall))h\(first - column)z"
          start = nil
        }
      }
    }
    return text
  }

  private func table(_ one: Shown) -> DataTable {
    let isOnly = one.series.rows.count == 1
    return DataTable(
      heads: isOnly
        ? ["from", "p95 ms"] : ["from", "p95 ms, median", "highest", "in \(facts.spanNoun)"],
      rows: one.series.starts.indices.map { column in
        func text(_ value: Double?) -> String {
          value.map { RoundedFigure.brief($0, halfWidth: nil) } ?? ""
        }
        let worst = one.series.worst(column)
        let first = [clock(one, column), text(one.series.median(column))]
        return isOnly
          ? first : first + [text(worst?.value), worst.map { String($0.replication) } ?? ""]
      })
  }
}
