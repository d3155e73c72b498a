import Capacity
import Experiments
import Kernel
import Statistics

/// The lines under the table: warnings, what the figures lean on, and what to do next.
struct ScreenClosing {
  private let report: Report
  private let style: Style
  private let facts: RunFacts

  init(_ report: Report, style: Style, facts: RunFacts) {
    self.report = report
    self.style = style
    self.facts = facts
  }

  /// The worst warnings, then how many more there are.
  func warnings(oneLineEach: Bool, atMost limit: Int) -> [String] {
    let all = report.evaluation.warnings
    let more = all.count - min(all.count, limit)
    return all.prefix(limit).enumerated().flatMap { place, warning in
      let isLast = place == min(all.count, limit) - 1
      let note = isLast && more > 0 ? " \(counted(more))" : ""
      return lines(of: warning, isOneLine: oneLineEach, note: note)
    }
  }

  /// `+2 more in report.html`.
  private func counted(_ more: Int) -> String {
    let place = facts.outputDirectory == nil ? "with --plain" : "in report.html"
    return "+\(more) more \(place)"
  }

  private func lines(of warning: Warning, isOneLine: Bool, note: String) -> [String] {
    let text = "! " + report.words(warning)
    if isOneLine {
      let line = TextLayout.cut(text, width: style.width - note.count, ellipsis: style.ellipsis)
      return [style.paint(line + note, .doubt)]
    }
    var wrapped = TextLayout.wrap(text, width: style.width, indent: "  ")
    if !note.isEmpty, let last = wrapped.last {
      if last.count + note.count <= style.width {
        wrapped[wrapped.count - 1] += note
      } else {
        wrapped.append(" " + note)
      }
    }
    return wrapped.map { style.paint($0, .doubt) }
  }

  /// What the figures lean on: curves, prices, cold starts, then the rest.
  func assumed(maximumLines: Int) -> [String] {
    let provenance = report.comparison.scenario.provenance
    var items = Self.ordered(provenance).map(Self.phrase)
    let saysMonth = provenance.contains { $0.subject.hasSuffix("month") }
    if report.evaluation.costMetric == .costPerMonth, !saysMonth {
      let month = report.comparison.scenario.clock.month
      items.append("month \(PlainDecimal.text(month.hours)) h")
    }
    guard !items.isEmpty else { return [] }
    var kept = items.count
    var lines = lead("assumed", items.joined(separator: "; "))
    let place = facts.outputDirectory == nil ? "" : " in manifest.json"
    while lines.count > maximumLines, kept > 1 {
      kept -= 1
      let more = "; +\(items.count - kept) more" + place
      lines = lead("assumed", items.prefix(kept).joined(separator: "; ") + more)
    }
    return lines
  }

  /// What weighs most on latency and cost first, then the weakest, then as the scenario has them.
  private static func ordered(_ provenance: [Provenance]) -> [Provenance] {
    let weakest: [Provenance.Quality] = [.assumed, .catalog, .calibrated, .measured]
    let kinds = ["curve", "price", "cold", ""]
    return kinds.indices.flatMap { kind in
      weakest.flatMap { quality in
        provenance.filter { entry in
          entry.quality == quality
            && kinds.firstIndex { entry.subject.hasPrefix($0) } == kind
        }
      }
    }
  }

  private static func phrase(_ entry: Provenance) -> String {
    let value = entry.value.isEmpty ? "" : " \(entry.value)"
    let date = entry.date.isEmpty ? "" : ", \(entry.date)"
    let quality = entry.quality == .assumed ? "" : " (\(entry.quality.rawValue)\(date))"
    return entry.subject + value + quality
  }

  /// How far from perfect each architecture is; nothing without a bound.
  var foresight: [String] {
    guard let foresight = report.evaluation.foresight else { return [] }
    let summaries = report.evaluation.summaries
    let sign = style.unicode ? "×" : "x"
    let items = foresight.distances.map { distance in
      let ratio = RoundedFigure.brief(
        distance.ratio.mean, halfWidth: distance.ratio.halfWidth, finest: -2)
      return "\(summaries[distance.architecture].name) \(ratio)\(sign)"
    }
    let bound = summaries[foresight.bound].name
    return lead("perfect", "instance-hours over those of \(bound): " + Words.list(items))
  }

  /// The command that would close an open verdict; nothing when none is open.
  var settle: [String] {
    guard let open = report.evaluation.toSettle else { return [] }
    let name = report.evaluation.summaries[open.architecture].name
    let count = Self.coarse(open.replications)
    if count > 10 * max(report.comparison.scenario.replications, 10) {
      return lead(
        "settle?",
        "treat \(name) as a tie with its limit: it would take about "
          + "\(Words.grouped(count)) replications")
    }
    let command =
      "headroom compare \(facts.scenarioPath) --only \(name) --replications \(count)"
    let timed = command + time(of: count)
    return lead("settle?", timed.count <= style.width - 9 ? timed : command)
  }

  /// How long that many replications of one architecture take, by what these took; nothing when
  /// they take a few seconds only.
  private func time(of count: Int) -> String {
    let runs = report.comparison.replications * report.comparison.results.count
    guard let elapsed = facts.elapsedSeconds, runs > 0 else { return "" }
    let seconds = elapsed / Double(runs) * Double(count)
    return seconds < 10 ? "" : " (\(ProgressLine.duration(ProgressLine.coarse(seconds))))"
  }

  /// Rounded up to two digits, as an estimate deserves.
  static func coarse(_ count: Int) -> Int {
    var step = 1
    while count / step >= 100 { step *= 10 }
    return (count + step - 1) / step * step
  }

  /// Where the files are.
  var files: [String] {
    guard let directory = facts.outputDirectory else { return [] }
    let tables = CSVTable.allCases.count
    return lead("files", "\(directory)/: report.html, \(tables) CSV, analysis.ipynb")
  }

  /// What would repeat the run, and how long it took.
  var run: [String] {
    let comparison = report.comparison
    var text = "seed \(comparison.scenario.seed), headroom \(report.version)"
    if let elapsed = facts.elapsedSeconds {
      let runs = comparison.replications * comparison.results.count
      text +=
        ", \(Words.count(runs, "replication")) in \(ProgressLine.duration(elapsed)) on "
        + Words.count(facts.threads, "thread")
    }
    return lead("run", text)
  }

  private func lead(_ label: String, _ text: String) -> [String] {
    let indent = String(repeating: " ", count: 9)
    return TextLayout.wrap(text, width: style.width - 9).enumerated().map { index, line in
      style.paint((index == 0 ? TextLayout.left(label, 9) : indent) + line, .dim)
    }
  }
}
