import Capacity
import Experiments
import Kernel

extension ReplayReport {
  /// The answer in a sentence.
  public var answer: String {
    switch mode {
    case .shadow: candidates.count == 1 ? shadowOfOne(candidates[0]) : shadowOfSeveral
    case .follow: candidates.count == 1 ? courseOfOne(candidates[0]) : courseOfSeveral
    }
  }

  private func shadowOfOne(_ candidate: Candidate) -> String {
    let summary = candidate.summary
    guard let first = summary.decisions.first else {
      return "\(candidate.name) would have decided as recorded at every look."
    }
    return "\(candidate.name) would have decided otherwise than recorded "
      + "\(Self.times(summary)), first at \(clockText(first.step.time)), "
      + "from \(first.step.told) to \(first.step.decided)."
  }

  private var shadowOfSeveral: String {
    let most = candidates.max { $0.summary.shareApart < $1.summary.shareApart }
    let least = candidates.min { $0.summary.shareApart < $1.summary.shareApart }
    guard let most, let least, most.summary.shareApart > 0 else {
      return "All \(candidates.count) policies would have decided as recorded at every look."
    }
    let rest = least.summary.shareApart
    return "Of \(candidates.count) policies \(most.name) would have asked for other replicas than "
      + "recorded most of the time (\(Self.percent(most.summary.shareApart))), \(least.name) "
      + (rest == 0 ? "never." : "least (\(Self.percent(rest))).")
  }

  private func courseOfOne(_ candidate: Candidate) -> String {
    let summary = candidate.summary
    let mean = Self.mean(summary.decided)
    let recorded = Self.mean(summary.recorded)
    return "\(candidate.name) would have run \(mean) replicas on average, "
      + "\(Self.comparison(summary)) the \(recorded) recorded, with "
      + "\(Words.count(summary.decisions.count, "change")) where "
      + "\(Self.changes(recordedIn: summary)) recorded."
  }

  private var courseOfSeveral: String {
    let most = candidates.max { $0.summary.decided.mean < $1.summary.decided.mean }
    let least = candidates.min { $0.summary.decided.mean < $1.summary.decided.mean }
    guard let most, let least else { return "" }
    let summary = least.summary
    // Policies look at different instants; the first one's stand for all.
    let recorded = candidates[0].summary.recorded
    return "Of \(candidates.count) policies \(least.name) would have run the fewest replicas, "
      + "\(Self.mean(summary.decided)) on average, and \(most.name) the most, "
      + "\(Self.mean(most.summary.decided)); \(Self.mean(recorded)) were recorded."
  }

  /// `12 times (8 up, 4 down)`.
  private static func times(_ summary: ReplaySummary) -> String {
    "\(times(summary.decisions.count)) (\(summary.rises) up, \(summary.falls) down)"
  }

  private static func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(Words.grouped(count)) times"
    }
  }

  static func percent(_ share: Double) -> String {
    share > 0 && share < 0.005 ? "<1%" : RoundedFigure.decimal(share * 100, place: 0) + "%"
  }

  static func mean(_ course: ReplaySummary.Course) -> String {
    RoundedFigure.decimal(course.mean, place: -1)
  }

  private static func comparison(_ summary: ReplaySummary) -> String {
    let difference = summary.decided.mean - summary.recorded.mean
    let text = RoundedFigure.decimal(difference.magnitude, place: -1)
    return text == "0.0" ? "as many as" : "\(text) \(difference < 0 ? "fewer" : "more") than"
  }

  private static func changes(recordedIn summary: ReplaySummary) -> String {
    let count = summary.recordedRises + summary.recordedFalls
    return count == 1 ? "1 was" : "\(Words.grouped(count)) were"
  }
}
