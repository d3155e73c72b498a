import Autoscaling
import Capacity
import Experiments
import Kernel

extension ReplayReport {
  /// The most decisions that a screen shows of all policies together, and the fewest of each.
  private static let shownInAll = 12
  private static let shownOfEach = 3
  private static let nameWidth = 20
  private static let shortestName = 8

  /// What a terminal shows: the answer, a table, what the policies decided, what to bear in mind.
  public func screen(_ style: Style, files directory: String?) -> String {
    var lines = head(style) + [""]
    lines += TextLayout.wrap(answer, width: style.width).map { style.paint($0, .bold) }
    lines += [""] + table(style) + [""]
    for candidate in candidates { lines += decisions(of: candidate, style) }
    for caveat in caveats {
      lines += TextLayout.wrap("! " + caveat, width: style.width, indent: "  ").map {
        style.paint($0, .doubt)
      }
    }
    if let directory { lines.append(style.paint("files    \(directory)/: decisions.csv", .dim)) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// One line, or two where that is too long.
  private func head(_ style: Style) -> [String] {
    let told =
      switch mode {
      case .shadow: "told the recorded replicas"
      case .follow: "following \(candidates.count == 1 ? "its" : "their") own replicas"
      }
    let what = "headroom replay  \(path)"
    let how =
      "\(Words.count(observed.readings.count, "reading")) over \(Words.duration(observed.span)), "
      + "\(Words.count(candidates.count, "policy", "policies")) \(told)"
    let line = "\(what)  \(how)"
    return line.count <= style.width ? [line] : [what, "  \(how)"]
  }

  /// The table, with shorter names where it would be wider than the screen.
  private func table(_ style: Style) -> [String] {
    var table = table(names: Self.nameWidth, style)
    let excess = table.width - style.width
    if excess > 0 {
      table = self.table(names: max(Self.nameWidth - excess, Self.shortestName), style)
    }
    return table.heads.map { style.paint($0, .dim) } + table.rows
  }

  private func table(names width: Int, _ style: Style) -> ScreenTable {
    let ends = candidates.map { furthest($0.summary) }
    let summaries = candidates.map(\.summary)
    func cells(_ recorded: String, _ text: (ReplaySummary) -> String) -> [ScreenTable.Cell] {
      ([recorded] + summaries.map(text)).map { ScreenTable.Cell(value: $0) }
    }
    let known = summaries[0]
    let changes = mode == .shadow ? "otherwise" : "changes"
    return ScreenTable(
      names: [("", "recorded")]
        + candidates.map {
          ("", TextLayout.middleCut($0.name, width: width, ellipsis: style.ellipsis))
        },
      nameHead: "policy",
      columns: [
        .init(
          upper: "", lower: "mean",
          cells: cells(Self.mean(known.recorded)) { Self.mean($0.decided) }),
        .init(
          upper: "replicas", lower: "min",
          cells: cells("\(known.recorded.min)") { "\($0.decided.min)" },
          spans: true),
        .init(
          upper: "", lower: "max", cells: cells("\(known.recorded.max)") { "\($0.decided.max)" }),
        .init(
          upper: "", lower: "up",
          cells: cells(mode == .shadow ? "" : "\(known.recordedRises)") { "\($0.rises)" }),
        .init(
          upper: changes, lower: "down",
          cells: cells(mode == .shadow ? "" : "\(known.recordedFalls)") { "\($0.falls)" },
          spans: true),
        .init(
          upper: "time", lower: "apart", cells: cells("") { Self.percent($0.shareApart) }),
      ],
      ends: [""] + ends, endHeads: ("", "furthest apart"),
      endWidth: max(14, ends.map(\.count).max() ?? 0))
  }

  private func furthest(_ summary: ReplaySummary) -> String {
    guard let step = summary.furthest else { return "never" }
    return "\(step.decided) for \(step.recorded), \(clockText(step.time))"
  }

  private func decisions(of candidate: Candidate, _ style: Style) -> [String] {
    let all = candidate.summary.decisions
    guard !all.isEmpty else { return ["\(candidate.name) decided nothing.", ""] }
    let most = max(Self.shownOfEach, Self.shownInAll / candidates.count)
    // To leave out a single one would take as much room as it does.
    let shown = all.prefix(all.count <= most + 1 ? all.count : most)
    let widest = shown.map { "\($0.step.told)".count }.max() ?? 1
    let times = shown.map { clockText($0.step.time) }
    let width = times.map(\.count).max() ?? 0
    let lines = zip(shown, times).map { decision, time in
      let change =
        "\(TextLayout.right("\(decision.step.told)", widest)) to "
        + TextLayout.left("\(decision.step.decided)", widest + 1)
      let lead = "  \(TextLayout.left(time, width))  \(change)  "
      let room = style.width - lead.count
      return lead
        + TextLayout.cut(
          why(decision.step, candidate.scaler), width: room, ellipsis: style.ellipsis)
    }
    let rest = all.count - shown.count
    let more = rest > 0 ? ["  and \(Words.grouped(rest)) more in decisions.csv"] : []
    return ["\(candidate.name) decided"] + lines + more + [""]
  }

  /// Why a policy decided as it did, with what it saw.
  private func why(_ step: Replay.Step, _ scaler: PoolAutoscaler) -> String {
    let figures = zip(scaler.metrics, step.seen).map { metric, value in
      "\(metric.rawValue) \(value.map { Self.figure($0, of: metric) } ?? "unknown")"
    }
    return step.reason.words + (figures.isEmpty ? "" : ": \(figures.joined(separator: ", "))")
  }

  private static func figure(_ value: Double, of metric: PoolMetric) -> String {
    switch metric {
    case .gpuUtilization:
      RoundedFigure.brief(value * 100, halfWidth: nil, finest: 0) + "%"
    case .queueWait: RoundedFigure.brief(value * 1_000, halfWidth: nil, finest: 0) + " ms"
    case .concurrency, .arrivalRate, .queueLength, .streams:
      RoundedFigure.brief(value, halfWidth: nil, finest: -2)
    }
  }
}
