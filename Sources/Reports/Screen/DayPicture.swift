import Capacity
import Experiments
import Kernel
import Simulation

/// The span of one replication as sparklines: users, instances and trouble over time.
///
/// The replication is that of median cost, a real one: a mean over replications would smear the
/// steps of scaling.
struct DayPicture {
  private let result: ArchitectureResult
  private let digest: ReplicationDigest
  private let clock: Clock
  private let style: Style
  private static let labelWidth = 11

  /// The picture of an architecture; nil with fewer than eight intervals.
  init?(_ report: Report, architecture: Int, style: Style) {
    let result = report.comparison.results[architecture]
    guard let digest = Self.medianReplication(result), digest.timeline.count >= 8 else {
      return nil
    }
    self.result = result
    self.digest = digest
    self.style = style
    clock = report.comparison.scenario.clock
  }

  /// The replication whose cost is the median; of an even number the cheaper of the middle two.
  static func medianReplication(_ result: ArchitectureResult) -> ReplicationDigest? {
    let sorted = result.replications.sorted { a, b in
      let left = a.metrics[.cost] ?? 0
      let right = b.metrics[.cost] ?? 0
      return left != right ? left < right : a.replication < b.replication
    }
    return sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2]
  }

  /// Five lines: what it is, three sparklines, the hours.
  var lines: [String] {
    let span = clock.measure == .days(1) ? "a day" : Words.duration(clock.measure)
    let title =
      "\(span) of \(result.architecture.name) (replication "
      + "\(digest.replication), of median cost; every line starts at 0)"
    return [
      TextLayout.cut(title, width: style.width, ellipsis: style.ellipsis),
      demand,
      line(instancesLabel, instances, peak: mostInstances),
      lateLine,
      style.paint(PictureAxis(clock, columns: columns).text(indent: Self.labelWidth), .dim),
    ]
  }

  private var columns: Int { min(48, digest.timeline.count, style.width - 31) }

  /// The rows of each column of the picture.
  private var groups: [ArraySlice<TimelineRow>] {
    let rows = digest.timeline
    return (0..<columns).map { column in
      rows[(column * rows.count / columns)..<((column + 1) * rows.count / columns)]
    }
  }

  private static func billed(_ row: TimelineRow) -> Double {
    row.starting + row.ready + row.draining
  }

  private static func troubled(_ rows: some Sequence<TimelineRow>) -> Double {
    var counts = OutcomeCounts()
    for row in rows { counts = counts + row.outcomes }
    guard counts.total > 0 else { return 0 }
    return Double(counts.total - counts[.served]) / Double(counts.total)
  }

  /// Users, or frames a second where users are not there to be counted.
  private var demand: String {
    let users = digest.timeline.map(\.users).max() ?? 0
    if users > 0 { return line("users", groups.map { $0.map(\.users).max() ?? 0 }, peak: users) }
    let rates = groups.map { $0.map(Self.frameRate).max() ?? 0 }
    return line("frames/s", rates, peak: digest.timeline.map(Self.frameRate).max() ?? 0)
  }

  private static func frameRate(_ row: TimelineRow) -> Double {
    Double(row.offered) / row.length.seconds
  }

  /// Replicas where nodes are billed that hold several of them.
  private var isOfReplicas: Bool { result.architecture.pools.contains { $0.nodes != nil } }

  private var instancesLabel: String { isOfReplicas ? "replicas" : "instances" }

  /// The most at any instant, as the table has it; intervals hold means, which are below it.
  private var mostInstances: Double {
    let means = digest.timeline.map(Self.billed).max() ?? 0
    return isOfReplicas ? means : digest.metrics[.maxInstances] ?? means
  }

  private var instances: [Double] { groups.map { $0.map(Self.billed).max() ?? 0 } }

  private func line(_ label: String, _ values: [Double], peak: Double) -> String {
    let place = peak < 9.95 ? -1 : 0
    var most = RoundedFigure.decimal(peak, place: place)
    if most.hasSuffix(".0") { most.removeLast(2) }
    return row(label, values, "max \(most)")
  }

  private var lateLine: String {
    let values = groups.map { Self.troubled($0) }
    guard let worst = values.max(), worst > 0, let column = values.firstIndex(of: worst) else {
      return row("late %", values, "none")
    }
    let at = groups[column].first?.start ?? .zero
    let percent = worst * 100
    let share = RoundedFigure.decimal(percent, place: RoundedFigure.exponent(percent) - 1)
    return row("late %", values, "max \(share), \(clock.clockText(at))")
  }

  private func row(_ label: String, _ values: [Double], _ note: String) -> String {
    let name = TextLayout.left(" " + label, Self.labelWidth)
    return name + Sparkline.text(values, bars: style.bars) + "  " + note
  }
}

/// A line of bars, the highest for the largest value, from zero.
enum Sparkline {
  /// One character for each value; what is above zero is never drawn as nothing.
  static func text(_ values: [Double], bars: [Character]) -> String {
    let top = values.max() ?? 0
    let steps = Double(bars.count - 1)
    return String(
      values.map { value in
        guard value > 0, top > 0 else { return bars[0] }
        return bars[max(1, Int((value / top * steps).rounded()))]
      })
  }
}
