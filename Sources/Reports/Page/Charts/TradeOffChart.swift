import Capacity
import Experiments
import Statistics

/// Cost against quality: which architectures are worth their money.
package struct TradeOffChart {
  private let facts: PageFacts
  private let quality: Metric
  private let points: [Point]

  /// One architecture.
  private struct Point {
    var index: Int
    var name: String
    var cost: ShownFigure
    var quality: ShownFigure
    var holds: Bool
    var counts: Bool
  }

  /// The chart of at least two architectures that have both figures; else nil.
  package init?(_ facts: PageFacts) {
    let summaries = facts.report.evaluation.summaries
    let late = summaries.compactMap { $0[.lateOrDropped]?.mean }.max() ?? 0
    let quality = late >= 0.0001 ? Metric.lateOrDropped : .p95Latency
    self.facts = facts
    self.quality = quality
    points = facts.order.compactMap { index in
      let summary = facts.summary(index)
      guard let cost = ShownFigure(facts.units.costMetric, summary, units: facts.units),
        let worth = ShownFigure(quality, summary, units: facts.units)
      else { return nil }
      return Point(
        index: index, name: summary.name, cost: cost, quality: worth,
        holds: summary.verdict == .holds,
        counts: !facts.isOverloaded(index) && !summary.isBound)
    }
    guard points.count >= 2 else { return nil }
  }

  /// The chart.
  var figure: Figure {
    let metric = quality == .lateOrDropped ? "frames late or dropped, %" : words
    let intervals =
      facts.report.comparison.replications > 1 ? "; crosses: 95% intervals of the means" : ""
    return Figure(
      id: "trade-off", question: "What does quality cost?", finding: finding,
      subtitle: "Across: cost, \(facts.units.costHeader), from 0. Up: \(metric), from 0; lower is "
        + "better\(intervals).",
      files: [.summary], panels: [Figure.Panel(picture: picture, table: table)], notes: notes)
  }

  private var words: String { "\(quality.words), \(facts.units.latency)" }

  /// The points that are worth their cost, the cheapest first: each surely better than the last.
  private var front: [Point] {
    let able = points.filter(\.counts)
    let sorted = (able.isEmpty ? points : able).sorted {
      $0.cost.value != $1.cost.value
        ? $0.cost.value < $1.cost.value : $0.quality.value < $1.quality.value
    }
    return sorted.reduce(into: []) { front, point in
      if front.last.map({ isBetter(point, than: $0) }) ?? true { front.append(point) }
    }
  }

  /// Whether the quality is better beyond doubt, under the same users; by the means where one
  /// replication has no doubt to tell.
  private func isBetter(_ point: Point, than other: Point) -> Bool {
    let pairs = MetricComparison(
      quality, baseline: other.index, candidate: point.index,
      results: facts.report.comparison.results)
    guard let interval = pairs?.pairs.interval else { return false }
    return (interval.high ?? interval.mean) < 0
  }

  /// Whether more money buys anything, and between which architectures.
  package var finding: String {
    let front = front
    guard let cheapest = front.first, let best = front.last else { return "" }
    let good = quality == .lateOrDropped ? "the fewest late frames" : "the lowest latency"
    if front.count == 1 {
      let rivals = points.filter { $0.counts && $0.index != cheapest.index }
      if rivals.contains(where: { $0.quality.value < cheapest.quality.value }) {
        return "\(cheapest.name) costs the least, and nothing dearer is surely better."
      }
      return "\(cheapest.name) costs the least and has \(good): nothing dearer is better."
    }
    let buys = quality == .lateOrDropped ? "fewer late frames" : "lower latency"
    let from = "\(text(cheapest)) with \(cheapest.name)"
    return "Paying more buys \(buys): \(from), \(text(best)) with \(best.name)."
  }

  private func text(_ point: Point) -> String {
    let cost = facts.units.text(facts.units.costMetric, point.cost.brief)
    let share = point.quality.value
    let worth =
      quality == .lateOrDropped
      ? PageFacts.percent(share / 100) : facts.units.text(quality, point.quality.brief)
    return "\(worth) for \(cost)"
  }

  private var notes: [String] {
    var notes = ["Line: the best trade-offs, each step the least that must be paid."]
    if points.contains(where: { !$0.holds }), !facts.objectives.isEmpty {
      notes.append("Hollow: not known to meet every objective.")
    }
    if limit(quality) != nil || limit(facts.units.costMetric) != nil {
      notes.append("Shaded: what the objectives allow.")
    }
    return [notes.joined(separator: " ")]
  }

  private func limit(_ metric: Metric) -> Double? {
    facts.objectives.first { $0.metric == metric && $0.direction == .atMost }.map {
      $0.limit / facts.units.scale(metric)
    }
  }

  /// Far beyond a limit it only matters that it is beyond.
  private func axis(_ values: [ShownFigure], limit: Double?) -> Axis {
    let largest = values.map { $0.value + ($0.halfWidth ?? 0) }.max() ?? 1
    let top = max(largest, limit ?? 0)
    if let limit, limit > 0, top > 5 * limit { return Axis(holding: limit * 4) }
    return Axis(holding: top * 1.1)
  }

  private static let height = 300.0

  private var picture: SVG {
    let across = axis(points.map(\.cost), limit: nil)
    let up = axis(points.map(\.quality), limit: limit(quality))
    var picture = SVG(
      title: finding, description: points.map { "\($0.name): \(text($0))." }.joined(separator: " "),
      height: Self.height + 24)
    let y = { (value: Double) in Self.height * (1 - up.share(value)) }
    shade(&picture, across, up)
    for value in up.ticks {
      picture.line(x1: 0, y1: y(value), x2: 1, y2: y(value), value == 0 ? "base" : "grid1")
      if value > 0 { picture.text(Axis.label(value), x: 0, y: y(value) - 4, "l") }
    }
    for (place, value) in across.ticks.enumerated() {
      let x = across.share(value)
      let anchor: SVG.Anchor = place == 0 ? .start : x > 0.95 ? .end : .middle
      picture.text(Axis.label(value), x: x, y: Self.height + 15, anchor: anchor, "l")
    }
    let steps = front.map { (across.share($0.cost.value), y($0.quality.value)) }
    for (a, b) in zip(steps, steps.dropFirst()) {
      picture.line(x1: a.0, y1: a.1, x2: b.0, y2: a.1, "front")
      picture.line(x1: b.0, y1: a.1, x2: b.0, y2: b.1, "front")
    }
    for point in points { draw(point, &picture, across, up, y) }
    label(&picture, across, y)
    return picture
  }

  private func shade(_ picture: inout SVG, _ across: Axis, _ up: Axis) {
    let worth = limit(quality)
    let cost = limit(facts.units.costMetric)
    guard worth != nil || cost != nil else { return }
    let height = worth.map { Self.height * up.share($0) } ?? Self.height
    picture.rectangle(
      x: 0, y: Self.height - height, width: cost.map(across.share) ?? 1, height: height, "fwell")
    picture.line(
      x1: 0, y1: Self.height - height, x2: 1, y2: Self.height - height, "limit")
  }

  private func draw(
    _ point: Point, _ picture: inout SVG, _ across: Axis, _ up: Axis, _ y: (Double) -> Double
  ) {
    let x = across.share(point.cost.value)
    let stroke = point.holds || facts.objectives.isEmpty && point.counts ? "cap" : "bad"
    if let half = point.cost.halfWidth, half > 0 {
      let ends = [-half, half].map { across.share(point.cost.value + $0) }
      picture.line(
        x1: ends[0], y1: y(point.quality.value), x2: ends[1], y2: y(point.quality.value),
        "\(stroke) thin")
    }
    if let half = point.quality.halfWidth, half > 0, point.quality.value <= up.top {
      picture.line(
        x1: x, y1: y(point.quality.value - half), x2: x, y2: y(point.quality.value + half),
        "\(stroke) thin")
    }
    let isBound = facts.summary(point.index).isBound
    let style = isBound ? "fref ring" : stroke == "cap" ? "fcap ring" : "hollow"
    picture.dot(x: x, y: y(point.quality.value), radius: stroke == "cap" ? 6 : 5, style)
  }

  /// Names beside the points, none over another at the narrowest width that pages are read at.
  private func label(_ picture: inout SVG, _ across: Axis, _ y: (Double) -> Double) {
    let up = points.map { y($0.quality.value) }
    var labels = LabelPlacing(width: 350, height: Self.height)
    for (place, point) in points.enumerated() {
      labels.block(x: across.share(point.cost.value), y: up[place])
    }
    for (place, point) in points.enumerated() {
      let isBeyond = up[place] <= 0.01
      let value = isBeyond ? " \(facts.units.text(quality, point.quality.brief))" : ""
      let bound = facts.summary(point.index).isBound ? ", a bound" : ""
      let text = point.name + bound + value
      let spot = labels.place(text, x: across.share(point.cost.value), y: up[place])
      picture.text(
        text, x: across.share(point.cost.value), y: spot.y, shift: spot.shift, anchor: spot.anchor,
        "halo")
    }
  }

  private var table: DataTable {
    let unit = facts.units.text(quality, "")
    return DataTable(
      heads: [
        "architecture", "cost \(facts.units.costHeader)", "±", "\(quality.words) \(unit)", "±",
        "meets all",
      ],
      rows: points.map { point in
        [
          point.name, point.cost.rounded.value, point.cost.rounded.halfWidth ?? "",
          point.quality.rounded.value, point.quality.rounded.halfWidth ?? "",
          facts.objectives.isEmpty ? "" : facts.summary(point.index).verdict.rawValue,
        ]
      })
  }
}
