import Capacity
import Experiments
import Kernel
import Simulation

/// A real replication of every architecture: what was needed, what was there, what went wrong.
package struct DayChart {
  private let facts: PageFacts
  private let shown: [Shown]
  private let top: Axis
  private let worstShare: Double

  /// One replication of one architecture.
  private struct Shown {
    var index: Int
    var digest: ReplicationDigest
    var series: DaySeries
    var isWorst: Bool
  }

  /// The chart; nil when there are fewer than four intervals to draw.
  package init?(_ facts: PageFacts) {
    self.facts = facts
    shown = facts.order.flatMap { index -> [Shown] in
      let limit = 288  // a day by five minutes
      let median = facts.median(index).map {
        Shown(
          index: index, digest: $0, series: DaySeries($0.timeline, atMost: limit), isWorst: false)
      }
      let worst = facts.worst(index).map {
        Shown(
          index: index, digest: $0, series: DaySeries($0.timeline, atMost: limit / 2), isWorst: true
        )
      }
      return [median, worst].compactMap { $0 }
    }
    guard let first = shown.first, first.series.columns.count >= 4 else { return nil }
    let columns = shown.flatMap(\.series.columns)
    let capacity = columns.map { $0.capacity + $0.starting }.max() ?? 1
    let needed = columns.map(\.needed).max() ?? 0
    top = Axis(holding: max(capacity, min(needed, 1.5 * capacity)) * 1.02, marks: 3)
    let share = columns.map(\.troubled).max() ?? 0
    worstShare = min(1, max(0.01, share))
  }

  /// The chart.
  var figure: Figure {
    let span = facts.clock.measure == .days(1) ? "A day" : Words.duration(facts.clock.measure)
    return Figure(
      id: "day", question: "When does it hurt?", finding: finding,
      subtitle: "\(span) of each architecture: the replication of median trouble, and the worst "
        + "beside it. Instances, from 0; below, frames late or dropped, up to "
        + "\(PageFacts.percent(worstShare)). Clock: \(facts.clock.zone).",
      files: [.timeline, .decisions], panels: shown.map(panel),
      layout: shown.contains(where: \.isWorst) ? .pairs : .stack,
      notes: [
        "Dashed: instances that the offered frames would keep busy. Solid: instances that can "
          + "serve; filled red where they are too few. Amber: starting, not yet serving. "
          + "▲ ▼ scaling (ticks where dense), ✕ taken back by the spot market."
      ])
  }

  /// How long each architecture has more trouble than is tolerated.
  package var finding: String {
    let medians = shown.filter { !$0.isWorst }
    let times = medians.map { (name: facts.name($0.index), time: troubled($0)) }
    let limit = PageFacts.percent(facts.tolerated)
    let span = facts.clock.measure == .days(1) ? "a median day" : "the median replication"
    guard let most = times.max(by: { $0.time < $1.time }), most.time > .zero else {
      let who = times.count == 1 ? "\(times.first?.name ?? "") never has" : "No architecture has"
      return "\(who) more than \(limit) of frames late or dropped in any interval of \(span)."
    }
    let long =
      most.time >= facts.clock.measure ? "all through" : "for \(Words.duration(most.time)) of"
    let text = "\(most.name) has more than \(limit) of frames late or dropped \(long) \(span)"
    if times.count == 1 { return text + peak(medians, of: most.name) + "." }
    guard let least = times.min(by: { $0.time < $1.time }), least.time < most.time else {
      return text + ", and so has every other."
    }
    let other = least.time > .zero ? "for \(Words.duration(least.time))" : "never"
    return text + ", \(least.name) \(other)."
  }

  private func peak(_ medians: [Shown], of name: String) -> String {
    guard let one = medians.first(where: { facts.name($0.index) == name }) else { return "" }
    let columns = one.series.columns
    guard let worst = columns.indices.max(by: { columns[$0].troubled < columns[$1].troubled })
    else { return "" }
    let time = clock(worst, of: one.series)
    return ", most at \(time) (\(PageFacts.percent(columns[worst].troubled)))"
  }

  private func troubled(_ one: Shown) -> SimDuration {
    let seconds = one.series.columns.reduce(0) { sum, column in
      column.troubled > facts.tolerated ? sum + column.seconds : sum
    }
    return SimDuration(nanoseconds: Int64(seconds.rounded()) * 1_000_000_000)
  }

  private func clock(_ column: Int, of series: DaySeries) -> String {
    let before = series.columns[..<column].reduce(0) { $0 + $1.seconds }
    return facts.clock.clockText(SimTime(nanoseconds: Int64(before.rounded()) * 1_000_000_000))
  }

  private func panel(_ one: Shown) -> Figure.Panel {
    let share = PageFacts.percent(one.digest.metrics[.lateOrDropped] ?? 0)
    let which =
      one.isWorst
      ? "the worst" : facts.report.comparison.replications == 1 ? "the only" : "the median"
    let heading =
      "\(facts.name(one.index)), \(which) \(facts.spanNoun) "
      + "(number \(one.digest.replication)): \(share) late or dropped"
    return Figure.Panel(
      heading: heading, picture: picture(one, title: heading), table: table(one), isTimeline: true,
      isBeside: one.isWorst)
  }

  private static let plot = 110.0
  private static let strip = 34.0

  private func picture(_ one: Shown, title: String) -> SVG {
    let columns = one.series.columns
    let most = columns.map(\.capacity).max() ?? 0
    let short = columns.filter { $0.needed > $0.capacity * 1.02 }.count
    var picture = SVG(
      title: title,
      description: "At most \(RoundedFigure.brief(most, halfWidth: nil)) instances; fewer than "
        + "needed in \(Words.count(short, "interval")) of \(columns.count).",
      height: Self.plot + Self.strip + 44)
    let y = { (value: Double) in Self.plot * (1 - top.share(value)) }
    for value in top.ticks {
      picture.line(x1: 0, y1: y(value), x2: 1, y2: y(value), value == 0 ? "base" : "grid1")
    }
    picture.stretched(
      y: 0, height: Self.plot, columns: Double(columns.count), curves(columns, y))
    for value in top.ticks where value > 0 {
      picture.text(Axis.label(value), x: 0, y: y(value) - 3, "l halo")
    }
    marks(one, &picture)
    trouble(columns, &picture)
    ClockAxis(facts.clock).draw(into: &picture, y: Self.plot + Self.strip + 40)
    picture.cursor(y1: 0, y2: Self.plot + Self.strip + 26)
    return picture
  }

  private func curves(
    _ columns: [DaySeries.Column], _ y: (Double) -> Double
  ) -> [SVG.Curve] {
    let capacity = columns.map(\.capacity)
    let zero = columns.map { _ in 0.0 }
    let needed = columns.map(\.needed)
    return [
      SVG.Curve(data: Steps.area(capacity, over: zero, y), style: "fpale"),
      SVG.Curve(
        data: Steps.area(columns.map { $0.capacity + $0.starting }, over: capacity, y),
        style: "fwait"),
      SVG.Curve(
        data: Steps.area(
          needed, over: zip(capacity, needed).map { $1 > $0 * 1.02 ? $0 : $1 }, y),
        style: "fbad"),
      SVG.Curve(data: Steps.line(capacity, y), style: "cap"),
      SVG.Curve(data: Steps.line(needed, y), style: "need"),
    ]
  }

  /// The marks of scaling and of the spot market, under the plot.
  private func marks(_ one: Shown, _ picture: inout SVG) {
    let span = facts.clock.measure.seconds
    let base = Self.plot + 13
    let scaling = one.digest.decisions.filter { $0.from != $0.to && $0.who != "spot_market" }
    let isDense = scaling.count > 24
    var rug: [Int: Bool] = [:]
    for decision in scaling {
      let x = decision.time.seconds / span
      let isUp = decision.to > decision.from
      if !isDense {
        picture.text(isUp ? "▲" : "▼", x: x, y: base, anchor: .middle, isUp ? "lc l" : "l")
      } else if rug.updateValue(true, forKey: Int(x * 288) * 2 + (isUp ? 1 : 0)) == nil {
        let y = isUp ? base - 9 : base - 4
        picture.line(x1: x, y1: y, x2: x, y2: y + 5, isUp ? "cap thin" : "ref thin")
      }
    }
    if isDense {
      picture.text(
        "\(Words.grouped(scaling.count)) scaling steps", x: 1, y: base + 12, anchor: .end, "l")
    }
    for life in one.digest.instances where life.end == .interrupted && life.role == .replica {
      picture.text("✕", x: life.gone.seconds / span, y: base, anchor: .middle, "ls b")
    }
  }

  private func trouble(_ columns: [DaySeries.Column], _ picture: inout SVG) {
    let base = Self.plot + 26 + Self.strip
    picture.line(x1: 0, y1: base, x2: 1, y2: base, "base")
    let bars = columns.map(\.troubled)
    let isQuiet = bars.allSatisfy { $0 == 0 }
    picture.text(isQuiet ? "none late" : "late %", x: 0, y: base - Self.strip + 20, "l halo")
    let scale = { (value: Double) in Self.strip * (1 - min(1, value / worstShare)) }
    // What is beyond the tolerated is never drawn as nothing.
    let drawn = bars.map { $0 > facts.tolerated ? max($0, worstShare * 0.04) : $0 }
    picture.stretched(
      y: base - Self.strip, height: Self.strip, columns: Double(columns.count),
      [SVG.Curve(data: Steps.area(drawn, over: bars.map { _ in 0 }, scale), style: "fbad")])
  }

  private func table(_ one: Shown) -> DataTable {
    let series = DaySeries(one.digest.timeline, atMost: 96)
    let hasUsers = series.columns.contains { $0.users > 0 }
    let rows = series.columns.enumerated().map { place, column in
      [clock(place, of: series)]
        + (hasUsers
          ? [RoundedFigure.brief(column.users, halfWidth: nil, finest: 0)] : [])
        + [
          RoundedFigure.brief(
            Double(column.offered) / max(column.seconds, 1e-9), halfWidth: nil, finest: -1),
          RoundedFigure.brief(column.needed, halfWidth: nil, finest: -1),
          RoundedFigure.brief(column.capacity, halfWidth: nil, finest: -1),
          RoundedFigure.brief(column.starting, halfWidth: nil, finest: -1),
          RoundedFigure.brief(column.troubled * 100, halfWidth: nil, finest: -2),
        ]
    }
    return DataTable(
      heads: ["from"] + (hasUsers ? ["users"] : [])
        + ["frames/s", "needed", "serving", "starting", "late %"],
      rows: rows)
  }
}
