import Capacity
import Experiments
import Kernel
import Simulation

/// Why frames are late: what the fleet was doing in the interval in which they ended badly.
package struct CauseChart {
  /// What an interval looked like, the first that fits.
  enum Cause: String, CaseIterable {
    /// Spot capacity was taken in this interval or the one before.
    case preempted = "capacity just taken back"
    /// More capacity was on its way.
    case starting = "more instances starting"
    /// Nothing was there to serve.
    case none = "no instance ready"
    /// Lanes were busy nine tenths of the time or more, and nothing was on its way.
    case full = "full, nothing starting"
    /// There was room: network, batching, or a burst too short for the interval to show.
    case room = "room left"

    /// As the end of a sentence.
    var phrase: String {
      switch self {
      case .preempted: "just after capacity was taken back"
      case .starting: "while more instances were starting"
      case .none: "with no instance ready"
      case .full: "with every lane busy and nothing starting"
      case .room: "with lanes free: in bursts, batches, the network or a slow model"
      }
    }
  }

  private let facts: PageFacts
  private let rows: [Row]

  /// The bad frames of one architecture by cause.
  private struct Row {
    var index: Int
    var counts: [Int64]
    /// How long the fleet was in each state, late frames or not, in seconds.
    var seconds: [Double]
    var outcomes: OutcomeCounts
    var total: Int64 { counts.reduce(0, +) }
  }

  /// The causes over all replications.
  package init(_ facts: PageFacts) {
    self.facts = facts
    rows = facts.order.map { index in
      var counts = Cause.allCases.map { _ in Int64(0) }
      var seconds = Cause.allCases.map { _ in 0.0 }
      var outcomes = OutcomeCounts()
      for digest in facts.result(index).replications {
        let taken = digest.instances.filter { $0.end == .interrupted }.map(\.gone)
        for row in digest.timeline {
          let bad = row.outcomes.total - row.outcomes[.served]
          outcomes = outcomes + row.outcomes
          guard let place = Cause.allCases.firstIndex(of: Self.cause(row, taken)) else { continue }
          seconds[place] += row.length.seconds
          counts[place] += bad
        }
      }
      return Row(index: index, counts: counts, seconds: seconds, outcomes: outcomes)
    }
  }

  private static func cause(_ row: TimelineRow, _ taken: [SimTime]) -> Cause {
    let from = SimTime(nanoseconds: row.start.nanoseconds - row.length.nanoseconds)
    let to = row.start + row.length
    if taken.contains(where: { $0 >= from && $0 < to }) { return .preempted }
    if row.starting >= 0.05 { return .starting }
    if row.ready + row.draining < 0.05 { return .none }
    return (row.utilization ?? 0) >= 0.9 ? .full : .room
  }

  /// The chart; without pictures for architectures that have no late frame.
  var figure: Figure {
    let late = rows.filter { $0.total > 0 }
    let clean = rows.filter { $0.total == 0 }.map { facts.name($0.index) }
    return Figure(
      id: "causes", question: "Why are frames late?", finding: finding,
      subtitle: "Frames late, dropped, rejected or failed, by the state of the fleet in the "
        + "interval in which they ended, and how much of the time it was in that state.",
      files: [.timeline, .instances], panels: late.map(panel), layout: .grid,
      notes: clean.isEmpty || late.isEmpty ? [] : ["No late frame: \(Words.list(clean))."])
  }

  /// The most common state of the architecture with the most late frames.
  package var finding: String {
    guard let worst = rows.max(by: { share($0) < share($1) }), worst.total > 0,
      let place = worst.counts.indices.max(by: { worst.counts[$0] < worst.counts[$1] })
    else {
      return rows.count == 1
        ? "No frame of \(facts.name(rows[0].index)) is late." : "No architecture has a late frame."
    }
    let part = RoundedFigure.decimal(
      Double(worst.counts[place]) / Double(worst.total) * 100, place: 0)
    return "\(part)% of the late frames of \(facts.name(worst.index)) ended "
      + "\(Cause.allCases[place].phrase)."
  }

  private func share(_ row: Row) -> Double {
    Double(row.total) / Double(max(row.outcomes.total, 1))
  }

  private func bar(_ row: Row, _ place: Int) -> BarPanel.Bar {
    let cause = Cause.allCases[place]
    let share = Double(row.counts[place]) / Double(row.total)
    let part =
      share > 0 && share < 0.005
      ? "<1" : RoundedFigure.brief(share * 100, halfWidth: nil, limits: [100], finest: 0)
    let style = cause == .preempted ? "fspot" : cause == .starting ? "fwait" : "fbad"
    return BarPanel.Bar(
      name: cause.rawValue, value: share, text: "\(part)% in \(time(row, place)) of the time",
      style: style)
  }

  private func time(_ row: Row, _ place: Int) -> String {
    let all = row.seconds.reduce(0, +)
    let share = all > 0 ? row.seconds[place] / all * 100 : 0
    return share > 0 && share < 0.5
      ? "<1%" : RoundedFigure.decimal(share, place: 0) + "%"
  }

  private func panel(_ row: Row) -> Figure.Panel {
    let bars = Cause.allCases.indices.filter { row.counts[$0] > 0 }.map { bar(row, $0) }
    let kinds = Outcome.allCases.filter { $0 != .served && row.outcomes[$0] > 0 }.map {
      "\(Words.grouped(Int(row.outcomes[$0]))) \($0.name)"
    }
    let name = facts.name(row.index)
    return Figure.Panel(
      heading: "\(name): \(kinds.joined(separator: ", "))",
      picture: BarPanel.picture(
        bars, largest: 1, title: "Why frames of \(name) are late",
        description: bars.map { "\($0.name): \($0.text)." }.joined(separator: " ")),
      table: DataTable(
        heads: ["state of the fleet", "frames", "of the time"],
        rows: Cause.allCases.indices.map { place in
          [
            Cause.allCases[place].rawValue, Words.grouped(Int(row.counts[place])),
            time(row, place),
          ]
        }))
  }
}
