import Experiments
import Kernel

extension ReplayReport {
  /// The most changes of one policy on the screen.
  private static let shownChanges = 12

  /// What a terminal shows: the answer, a table, the changes of each policy.
  public func screen(_ style: Style, files directory: String?) -> String {
    var lines = [head, ""]
    lines += TextLayout.wrap(answer, width: style.width).map { style.paint($0, .bold) }
    lines += [""] + table(style)
    for candidate in candidates { lines += [""] + changes(of: candidate, style) }
    if let directory {
      lines += ["", style.paint("files    \(directory)/: decisions.csv", .dim)]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var head: String {
    let readings = Words.count(observed.readings.count, "reading")
    let told =
      switch mode {
      case .shadow: "told what was recorded"
      case .follow: "following themselves"
      }
    return "headroom replay  \(path)  \(readings) over \(Words.duration(observed.span)), "
      + "\(candidates.count == 1 ? "one policy" : "\(candidates.count) policies") \(told)"
  }

  /// One sentence on the first policy, or on the policy that would have run the fewest replicas.
  public var answer: String {
    let least = candidates.min { $0.summary.decided.mean < $1.summary.decided.mean }
    guard let candidate = least else { return "" }
    let summary = candidate.summary
    let difference = summary.decided.mean - summary.recorded.mean
    let share = RoundedFigure.brief(difference.magnitude, halfWidth: nil)
    let distance =
      difference.magnitude < 0.05
      ? "as many as" : "\(share) \(difference < 0 ? "fewer" : "more") than"
    let changes = summary.decided.rises + summary.decided.falls
    let before = summary.recorded.rises + summary.recorded.falls
    let verb = mode == .shadow ? "would have asked for" : "would have run"
    return "\(candidate.name) \(verb) "
      + "\(RoundedFigure.brief(summary.decided.mean, halfWidth: nil)) replicas on average, "
      + "\(distance) the \(RoundedFigure.brief(summary.recorded.mean, halfWidth: nil)) recorded, "
      + "with \(Words.count(changes, "change")) where \(before) "
      + "\(before == 1 ? "was" : "were") recorded."
  }

  private func table(_ style: Style) -> [String] {
    let recorded = candidates[0].summary.recorded
    let rows =
      [("recorded", recorded, nil as ReplaySummary?)]
      + candidates.map { ($0.name, $0.summary.decided, $0.summary) }
    func cells(_ text: (ReplaySummary.Course, ReplaySummary?) -> String) -> [ScreenTable.Cell] {
      rows.map { ScreenTable.Cell(value: text($0.1, $0.2)) }
    }
    func brief(_ value: Double) -> String { RoundedFigure.decimal(value, place: -1) }
    let table = ScreenTable(
      names: rows.map { ("", TextLayout.middleCut($0.0, ellipsis: style.ellipsis)) },
      nameHead: "policy",
      columns: [
        .init(upper: "", lower: "mean", cells: cells { course, _ in brief(course.mean) }),
        .init(upper: "replicas", lower: "min", cells: cells { course, _ in "\(course.min)" }),
        .init(upper: "", lower: "max", cells: cells { course, _ in "\(course.max)" }),
        .init(upper: "changes", lower: "up", cells: cells { course, _ in "\(course.rises)" }),
        .init(upper: "", lower: "down", cells: cells { course, _ in "\(course.falls)" }),
        .init(
          upper: "apart", lower: "mean",
          cells: cells { _, summary in summary.map { brief($0.meanApart) } ?? "" }),
      ],
      ends: [""] + candidates.map { furthest($0.summary) },
      endHeads: ("", "furthest apart"), endWidth: 24)
    return table.heads.map { style.paint($0, .dim) } + table.rows
  }

  private func furthest(_ summary: ReplaySummary) -> String {
    guard let step = summary.furthest else { return "never" }
    return "\(clockText(step.time)), \(step.decided) for \(step.recorded)"
  }

  private func changes(of candidate: Candidate, _ style: Style) -> [String] {
    let changes = candidate.summary.changes
    guard !changes.isEmpty else { return ["\(candidate.name) would have changed nothing."] }
    let shown = changes.prefix(Self.shownChanges)
    let rest = changes.count > shown.count ? ", the first \(shown.count) of \(changes.count)" : ""
    let times = shown.map { clockText($0.step.time) }
    let width = times.map(\.count).max() ?? 0
    let lines = zip(shown, times).map { change, time in
      let numbers =
        "\(TextLayout.right("\(change.from)", 5)) to "
        + TextLayout.left("\(change.step.decided)", 5)
      let line =
        "  \(TextLayout.left(time, width))  \(numbers) "
        + "recorded \(TextLayout.left("\(change.step.recorded)", 4)) "
        + why(change.step, candidate.scaler)
      return TextLayout.cut(line, width: style.width, ellipsis: style.ellipsis)
    }
    return ["changes of \(candidate.name)\(rest)"] + lines
  }
}
