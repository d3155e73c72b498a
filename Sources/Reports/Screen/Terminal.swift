import Capacity
import Experiments

extension Report {
  /// The screen of `compare`, with a line end.
  ///
  /// At 80 columns three architectures take at most 24 lines and five at most 30; what gives way
  /// is named in `TerminalScreen.Squeeze`. A screen that is longer than the terminal is high ends with
  /// the answer once more.
  public func terminal(style: Style, facts: RunFacts) -> String {
    TerminalScreen(self, style: style, facts: facts).text
  }
}

/// Puts the parts of the screen together within its budget of lines.
struct TerminalScreen {
  /// What gives way, one thing after the other, when the screen is too long.
  enum Squeeze: Int, CaseIterable, Comparable {
    case nothing
    case blankLines
    case assumptionsToOneLine
    case warningsToOneLine
    case warningsToOne
    case picture

    static func < (a: Squeeze, b: Squeeze) -> Bool { a.rawValue < b.rawValue }
  }

  private let report: Report
  private let style: Style
  private let closing: ScreenClosing
  private let facts: RunFacts

  init(_ report: Report, style: Style, facts: RunFacts) {
    self.report = report
    self.style = style
    self.facts = facts
    closing = ScreenClosing(report, style: style, facts: facts)
  }

  /// The whole screen.
  var text: String {
    var lines: [String] = []
    for squeeze in Squeeze.allCases {
      lines = assemble(squeeze)
      if lines.count <= budget { break }
    }
    if let height = style.height, lines.count >= height { lines += headline }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Three lines for each architecture past the third; a narrow screen has no budget.
  private var budget: Int {
    style.width < 80 ? .max : 24 + 3 * max(0, report.comparison.results.count - 3)
  }

  private func assemble(_ squeeze: Squeeze) -> [String] {
    let table = ComparisonTable(report, style: style)
    let blank = squeeze < .blankLines ? [""] : []
    var lines = title + [""] + headline + [""] + table.lines + table.legend
    if squeeze < .picture, let picture { lines += blank + picture }
    let warnings = closing.warnings(
      oneLineEach: squeeze >= .warningsToOneLine, atMost: squeeze >= .warningsToOne ? 1 : 3)
    let rest =
      warnings + closing.assumed(maximumLines: squeeze >= .assumptionsToOneLine ? 1 : 2)
      + closing.foresight + closing.settle + closing.files + closing.run
    return lines + blank + rest
  }

  private var title: [String] {
    let comparison = report.comparison
    var lines = ScreenTitle(
      command: "compare", path: facts.scenarioPath, architectures: comparison.results.count,
      replications: comparison.replications
    ).lines(width: style.width).map { style.paint($0, .dim) }
    if comparison.isPartial {
      lines.append(
        style.paint(
          "PARTIAL: \(comparison.replications) of \(comparison.scenario.replications) "
            + "replications of each architecture", .doubt))
    }
    return lines
  }

  private var headline: [String] {
    TextLayout.wrap(report.headline, width: style.width).map { style.paint($0, .bold) }
  }

  private var picture: [String]? {
    DayPicture(report, architecture: report.evaluation.subject, style: style)?.lines
  }
}
