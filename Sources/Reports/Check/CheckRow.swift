import Capacity
import Experiments
import Statistics

/// One item of a check as text, the same on every screen and in every file.
struct CheckRow {
  /// What became of it.
  var verdict: Verdict
  /// What is checked, such as `p99 frame latency` or `p99 frame latency, change`.
  var name: String
  /// The figure with its unit; `-` when it cannot be told.
  var now: String
  /// Its 95% interval, without the unit; empty without a figure.
  var interval = ""
  /// The limit with its side; empty for an overload.
  var limit = ""
  /// The limit alone, as it is named in a sentence.
  var limitWords = ""
  /// The baseline's value, without the unit; empty for a change and without a baseline.
  var was = ""
  /// What more there is to say; empty when all is said.
  var note = ""

  /// The row of an item on a screen of a style, in a run of so many replications.
  init(_ item: CheckItem, style: Style, replications: Int) {
    verdict = item.verdict
    switch item {
    case .overload(let overload):
      name = "serves what it is offered"
      now = "no"
      note = "overloaded in \(overload.replications) of \(Words.count(overload.of, "replication"))"
    case .objective(let checked):
      name = checked.result.objective.metric.words
      now = "-"
      fill(checked, style, replications)
    case .regression(let checked):
      name = checked.metric.words + ", change"
      now = "-"
      fill(checked, style, replications)
    }
  }

  private mutating func fill(_ checked: CheckObjective, _ style: Style, _ replications: Int) {
    let asked = checked.result.objective
    limit = (asked.direction == .atMost ? style.atMost : style.atLeast) + " " + asked.limitText
    limitWords = "limit " + (asked.direction == .atMost ? "" : "at least ") + asked.limitText
    note = Self.note(
      checked.result.doubt, settle: checked.result.replicationsToSettle, replications)
    guard checked.isShown, let interval = checked.interval else { return }
    let figure = CheckFigure(
      mean: interval.mean, halfWidth: interval.halfWidth, limit: asked.limit, was: checked.was,
      unit: CheckFigure.Unit(asked.metric, for: interval.mean))
    (now, self.interval, was) = (figure.now, figure.interval, figure.was)
  }

  private mutating func fill(_ checked: CheckRegression, _ style: Style, _ replications: Int) {
    let isRelative = checked.change?.isRelative ?? (checked.metric.unit != .ratio)
    let unit = CheckFigure.Unit(changeOf: checked.metric, isRelative: isRelative)
    let bound = checked.moreIsWorse ? checked.tolerance : -checked.tolerance
    let number = Self.exact(bound / unit.scale)
    limit = (checked.moreIsWorse ? style.atMost : style.atLeast) + " " + unit.text(number)
    limitWords = "tolerance " + unit.text(number)
    note = Self.note(checked.doubt, settle: checked.replicationsToSettle, replications)
    if checked.doubt == .intervalSpansLimit, checked.change?.isPaired == false {
      note = "pairs would narrow it"
    } else if note.hasPrefix(Self.settle) {
      note += " in both runs"
    }
    guard checked.doubt != .tooFewSamples, let change = checked.change else { return }
    let figure = CheckFigure(
      mean: change.mean, halfWidth: change.halfWidth, limit: bound, unit: unit)
    (now, interval) = (figure.now, figure.interval)
  }

  private static let settle = "settle: --replications "

  /// A number that somebody wrote, without the noise of its last bits.
  private static func exact(_ value: Double) -> String {
    PlainDecimal.text(Double(RoundedFigure.decimal(value, place: -6)) ?? value)
  }

  private static func note(
    _ doubt: ObjectiveResult.Doubt?, settle count: Int?, _ replications: Int
  ) -> String {
    guard let doubt else { return "" }
    guard doubt == .intervalSpansLimit else { return doubt.words }
    guard let needed = count else { return "a tie with its limit" }
    let count = ScreenClosing.coarse(needed)
    return count > 10 * max(replications, 10)
      ? "a tie with its limit" : "\(settle)\(count)"
  }

  /// The figure, its interval and its limit: `1.42% (1.21 to 1.63), limit 1%`; why it is open,
  /// but not what would settle it.
  var phrase: String {
    let range = interval.isEmpty ? "" : " (\(interval))"
    let bound = limitWords.isEmpty ? "" : ", \(limitWords)"
    let reason = note.isEmpty || note.hasPrefix(Self.settle) ? "" : "; \(note)"
    return now + range + bound + reason
  }

  /// All that there is to say: the phrase, and what would settle it.
  var message: String {
    phrase + (note.hasPrefix(Self.settle) ? "; \(note)" : "")
  }
}
