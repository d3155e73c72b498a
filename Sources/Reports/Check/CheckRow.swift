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
    let number = RoundedFigure.brief(bound / unit.scale, halfWidth: nil)
    limit = (checked.moreIsWorse ? style.atMost : style.atLeast) + " " + unit.text(number)
    limitWords = "tolerance " + unit.text(number)
    note = Self.note(checked.doubt, settle: checked.replicationsToSettle, replications)
    if checked.replicationsToSettle != nil, note.hasPrefix("settle") { note += ", in both" }
    guard checked.doubt != .tooFewSamples, let change = checked.change else { return }
    let figure = CheckFigure(
      mean: change.mean, halfWidth: change.halfWidth, limit: bound, unit: unit)
    (now, interval) = (figure.now, figure.interval)
  }

  private static func note(
    _ doubt: ObjectiveResult.Doubt?, settle: Int?, _ replications: Int
  ) -> String {
    guard let doubt else { return "" }
    guard doubt == .intervalSpansLimit else { return doubt.words }
    guard let settle else { return "a tie with its limit" }
    let count = ScreenClosing.coarse(settle)
    return count > 10 * max(replications, 10)
      ? "a tie with its limit" : "settle: --replications \(count)"
  }

  /// The figure, its interval and its limit in one phrase: `1.42% (1.21 to 1.63), limit 1%`.
  var message: String {
    let range = interval.isEmpty ? "" : " (\(interval))"
    let bound = limitWords.isEmpty ? "" : ", \(limitWords)"
    let more = note.isEmpty ? "" : "; \(note)"
    return now + range + bound + more
  }
}
