import Capacity
import Experiments
import Kernel
import Simulation
import Statistics

/// How long frames wait: the share slower than each latency, whole and by part.
package struct WaitChart {
  private let facts: PageFacts
  private let rows: [Row]
  private let axis: LogAxis
  private let deadlines: [Double]

  /// One architecture, all populations and replications together.
  private struct Row {
    var index: Int
    var parts: LatencyParts
    var answered: Int64
  }

  /// The chart; nil when no frame was answered.
  package init?(_ facts: PageFacts) {
    self.facts = facts
    rows = facts.order.compactMap { index in
      var parts = LatencyParts()
      for population in facts.result(index).populations { parts.merge(population.latency) }
      let answered = parts.total.total
      return answered > 0 ? Row(index: index, parts: parts, answered: answered) : nil
    }
    guard !rows.isEmpty else { return nil }
    var limits: [Double] = []
    for population in facts.report.comparison.scenario.populations {
      let limit = population.deadline.milliseconds
      if !limits.contains(limit) { limits.append(limit) }
    }
    deadlines = limits
    let slowest =
      rows.compactMap { $0.parts.total.quantile(1 - Self.least)?.milliseconds }.max() ?? 1
    let quickest = rows.compactMap { $0.parts.total.quantile(0.001)?.milliseconds }.min() ?? 1
    let high = max(slowest, (limits.max() ?? 0) * 1.2, 1e-3)
    axis = LogAxis(from: max(min(quickest * 0.7, high / 30), high / 3_000), to: high * 1.05)
  }

  /// The chart.
  var figure: Figure {
    let limit = deadlines.count == 1 ? "the deadline" : "deadlines"
    return Figure(
      id: "wait", question: "How long do frames wait, and for what?", finding: finding,
      subtitle: "Share of answered frames slower than a latency in ms; both axes logarithmic; all "
        + "replications together. Dotted: \(limit). Parts of one frame add up; their shares do not.",
      files: [.latencyHistogram, .latency], panels: rows.map(panel), layout: .grid)
  }

  /// The slowest and the quickest at the 99th percentile, and what their time is made of.
  package var finding: String {
    let tails = rows.compactMap { row -> (row: Row, p99: Double)? in
      let quantile = row.answered >= 10_000 ? 0.99 : 0.5
      return row.parts.total.quantile(quantile).map { (row, $0.milliseconds) }
    }
    guard let worst = tails.max(by: { $0.p99 < $1.p99 }),
      let best = tails.min(by: { $0.p99 < $1.p99 })
    else { return "" }
    let isRare = worst.row.answered < 10_000
    let subject = isRare ? "The median frame" : "One frame in a hundred"
    let verb = isRare ? "takes" : "takes longer than"
    let text =
      "\(subject) \(verb) \(Self.time(worst.p99)) with \(facts.name(worst.row.index))"
    if tails.count > 1, best.row.index != worst.row.index, best.p99 < worst.p99 {
      return text + ", \(Self.time(best.p99)) with \(facts.name(best.row.index))."
    }
    return text + "; \(largest(worst.row))."
  }

  private func largest(_ row: Row) -> String {
    let parts = [LatencyParts.Part.network, .queue, .service].map {
      (part: $0, time: row.parts[$0].quantile(0.99)?.milliseconds ?? 0)
    }
    guard let most = parts.max(by: { $0.time < $1.time }) else { return "" }
    return "the longest part of a slow frame is the \(most.part.rawValue)"
  }

  static func time(_ milliseconds: Double) -> String {
    milliseconds >= 10_000
      ? RoundedFigure.brief(milliseconds / 1000, halfWidth: nil) + " s"
      : RoundedFigure.brief(milliseconds, halfWidth: nil) + " ms"
  }

  private static let height = 190.0
  /// The rarest share shown.
  private static let least = 0.0001

  private static func y(_ share: Double) -> Double {
    let depth = Elementary.log(max(share, least)) / Elementary.log(least)
    return height * depth
  }

  private func panel(_ row: Row) -> Figure.Panel {
    let name = facts.name(row.index)
    let p99 = row.answered >= 10_000 ? row.parts.total.quantile(0.99) : nil
    var picture = SVG(
      title: "Share of frames of \(name) slower than a latency",
      description: p99.map { "p99 \(Self.time($0.milliseconds))." } ?? "Few frames.",
      height: Self.height + 22)
    for place in 0...4 {
      let y = Self.height * Double(place) / 4
      picture.line(x1: 0, y1: y, x2: 1, y2: y, place == 4 ? "base" : "grid1")
    }
    for decade in axis.decades {
      let x = axis.share(decade)
      picture.line(x1: x, y1: 0, x2: x, y2: Self.height, "grid1")
      if x > 0.03, x < 0.88 {
        picture.text(Axis.label(decade), x: x, y: Self.height + 15, anchor: .middle, "l")
      }
    }
    picture.text("ms", x: 1, y: Self.height + 15, anchor: .end, "l halo")
    for limit in deadlines {
      picture.line(x1: axis.share(limit), y1: 0, x2: axis.share(limit), y2: Self.height, "limit")
    }
    let curves = Self.styles.map { part, style, _, _ in
      SVG.Curve(data: curve(row.parts[part], of: row.answered), style: style)
    }
    picture.stretched(y: 0, height: Self.height, columns: 1000, curves)
    // Over the curves, which all begin at the left edge.
    for (place, label) in ["100%", "10%", "1%", "0.1%", "0.01%"].enumerated() {
      picture.text(label, x: 0, y: Self.height * Double(place) / 4 - 3, "l halo")
    }
    for (part, _, style, levels) in Self.styles {
      let spots = levels.map { level in
        (level, axis.share(row.parts[part].quantile(1 - level)?.milliseconds ?? 0))
      }
      guard let (level, x) = spots.first(where: { $0.1 > 0.02 }) else { continue }
      let isRight = x > 0.72
      picture.text(
        part.rawValue, x: x, y: Self.y(level) + 4, shift: isRight ? -6 : 6,
        anchor: isRight ? .end : .start, "halo \(style)")
    }
    return Figure.Panel(heading: name, picture: picture, table: table(row))
  }

  /// The parts, how they are drawn, and at which shares each may carry its name.
  private static let styles: [(LatencyParts.Part, String, String, [Double])] = [
    (.network, "ref", "l", [0.003]), (.service, "need", "", [0.05]),
    (.queue, "wait", "b", [0.25, 0.015]),
    (.total, "cap", "lc b", [0.0008]),
  ]

  /// The share of frames slower than each bucket, a point only where the line turns; level where
  /// no bucket was hit.
  private func curve(_ histogram: Histogram, of answered: Int64) -> String {
    var left = answered
    var text = ""
    var last = (x: 0, y: 0)
    func x(_ time: SimDuration) -> Int { Int((axis.share(time.milliseconds) * 1000).rounded()) }
    for bucket in histogram.counts.indices where histogram.counts[bucket] > 0 {
      let start = x(Histogram.lowerBound(ofBucket: bucket))
      if text.isEmpty { text = "M0 0" }
      if start > last.x + 2 {
        text += "H\(start)"
        last.x = start
      }
      left -= histogram.counts[bucket]
      let share = Double(left) / Double(answered)
      let next = (
        x: x(Histogram.upperBound(ofBucket: bucket)), y: Int(Self.y(share).rounded())
      )
      if abs(next.x - last.x) + abs(next.y - last.y) >= 3 {
        text += "L\(next.x) \(next.y)"
        last = next
      }
      if share < Self.least { return text + "V\(Int(Self.height))" }
    }
    return text.isEmpty ? "" : text + "V\(Int(Self.height))"
  }

  private func table(_ row: Row) -> DataTable {
    DataTable(
      heads: ["part"] + ["p50 ms", "p90 ms", "p95 ms", "p99 ms", "p99.9 ms"],
      rows: LatencyParts.Part.allCases.map { part in
        [part.rawValue]
          + ReplicationDigest.quantiles.map { quantile in
            let isKnown = Double(row.answered) * (1 - quantile) >= 99.999
            guard isKnown, let value = row.parts[part].quantile(quantile) else { return "-" }
            return RoundedFigure.brief(value.milliseconds, halfWidth: nil)
          }
      })
  }
}
