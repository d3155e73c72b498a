import Capacity
import Experiments
import Kernel
import Simulation

/// Where the frames that an architecture does not serve in time crowd together.
///
/// The shortest stretch of reporting intervals that holds four fifths of them, all replications
/// laid over each other. It is told only when it is at most a quarter of the span, so that it says
/// something, and only of an architecture that fails or leaves open a limit on such frames.
struct CheckReason {
  /// The finding as a sentence without a full stop.
  let text: String

  private static let least: Int64 = 100

  init?(_ report: Report, _ check: Check, architecture index: Int) {
    guard check.architectures[index].items.contains(where: Self.concernsLosses) else { return nil }
    let digests = report.comparison.results[index].replications
    guard let rows = digests.first?.timeline, !rows.isEmpty else { return nil }
    let lost = rows.indices.map { slot in
      digests.reduce(0) { $0 + Self.lost($1.timeline[slot].outcomes) }
    }
    let total = lost.reduce(0, +)
    guard total >= Self.least, let window = Self.shortest(lost, holding: total * 4 / 5 + 1),
      4 * window.count <= rows.count
    else { return nil }
    let share = Double(lost[window].reduce(0, +)) / Double(total)
    let there = Self.rate(digests, window)
    let mean = Self.rate(digests, rows.indices)
    let clock = report.comparison.scenario.clock
    let last = rows[window.upperBound - 1]
    text =
      "\(RoundedFigure.brief(share * 100, halfWidth: nil, finest: 0))% of the frames not served "
      + "in time end \(clock.clockText(rows[window.lowerBound].start)) to "
      + clock.clockText(last.start + last.length)
      + (there > 1.1 * mean ? Self.crowding(there, mean) : "")
  }

  /// Said when more is offered there than at other times.
  private static func crowding(_ there: Double, _ mean: Double) -> String {
    "; \(RoundedFigure.brief(there, halfWidth: nil)) frames a second are offered there, "
      + "\(RoundedFigure.brief(mean, halfWidth: nil)) on average"
  }

  /// Frames offered a second in some intervals, on average over replications.
  private static func rate(_ digests: [ReplicationDigest], _ slots: Range<Int>) -> Double {
    var frames: Int64 = 0
    var seconds = 0.0
    for digest in digests {
      for row in digest.timeline[slots] {
        frames += row.offered
        seconds += row.length.seconds
      }
    }
    return seconds > 0 ? Double(frames) / seconds : 0
  }

  private static func concernsLosses(_ item: CheckItem) -> Bool {
    switch item {
    case .overload: true
    case .objective(let checked):
      item.verdict != .holds && isLoss(checked.result.objective.metric)
    case .regression(let checked): item.verdict != .holds && isLoss(checked.metric)
    }
  }

  private static func isLoss(_ metric: Metric) -> Bool {
    [.lateOrDropped, .late, .dropped, .rejected, .failed].contains(metric)
  }

  private static func lost(_ outcomes: OutcomeCounts) -> Int64 {
    outcomes.total - outcomes[.served]
  }

  /// The first of the shortest ranges whose sum is at least `needed`.
  private static func shortest(_ counts: [Int64], holding needed: Int64) -> Range<Int>? {
    var best: Range<Int>?
    var start = 0
    var sum: Int64 = 0
    // Invariant: `sum` is that of `start...end`, and no later start reaches `needed` with `end`.
    for end in counts.indices {
      sum += counts[end]
      while sum - counts[start] >= needed {
        sum -= counts[start]
        start += 1
      }
      if sum >= needed, end - start + 1 < best?.count ?? .max { best = start..<end + 1 }
    }
    return best
  }
}
