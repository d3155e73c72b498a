import Capacity
import Experiments

extension CheckSuite {
  /// The verdicts in Markdown, for a job summary or a comment: always under 60 kB, at most 20
  /// lines before the fold, and one line after the markers when all holds and nothing changed.
  ///
  /// The markers, `<!-- headroom:<scenario> -->`, are the first line and never change, so that a
  /// later run can find its comment and edit it.
  public func markdown() -> String { CheckMarkdown(suite: self).text }
}

/// Puts the Markdown of a check together.
struct CheckMarkdown {
  let suite: CheckSuite
  private let style = Style()

  /// Bytes kept for what comes before the details and for their end.
  private static let budget = 56_000
  private static let rowsBeforeFold = 7
  private static let warningsBeforeFold = 3

  init(suite: CheckSuite) { self.suite = suite }

  var text: String {
    let isQuiet =
      suite.verdict == .holds && !suite.reports.contains { $0.check.isChanged }
    var lines = [markers]
    if isQuiet {
      lines.append("headroom: \(style.holds) " + quietWords)
      return lines.joined(separator: "\n") + "\n"
    }
    lines += ["### headroom: \(heading)", ""] + table(of: news, limit: Self.rowsBeforeFold)
    let warnings = warnings.prefix(Self.warningsBeforeFold)
    if !warnings.isEmpty { lines += [""] + warnings }
    lines += ["", "<details><summary>\(foldWords)</summary>", ""]
    return within(lines, details) + "\n</details>\n"
  }

  /// As much of the details as there is room for.
  private func within(_ lines: [String], _ details: [String]) -> String {
    var text = lines.joined(separator: "\n") + "\n"
    for line in details {
      guard text.utf8.count + line.utf8.count < Self.budget else {
        return text + "\nThere is more in check.json.\n"
      }
      text += line + "\n"
    }
    return text
  }

  private var markers: String {
    suite.reports.prefix(20).map { "<!-- headroom:\($0.check.origin.scenario.prefix(100)) -->" }
      .joined()
  }

  private var quietWords: String {
    let count = suite.count(.holds)
    let scenarios = suite.reports.count
    let place =
      scenarios == 1
      ? Self.safe(suite.reports[0].check.origin.scenario) : Words.count(scenarios, "scenario")
    let isCompared = suite.reports.contains { $0.check.pairing != nil }
    let all = count == 1 ? "the one thing asked holds" : "all \(count) hold"
    return "\(place): \(all)\(isCompared ? ", nothing changed" : "")."
  }

  private var heading: String {
    let sign =
      switch suite.verdict {
      case .holds: style.holds
      case .fails: style.fails
      case .unsettled: "?"
      }
    return "\(sign) " + Self.safe(subject)
  }

  /// What decides, with its figure and limit.
  private var subject: String {
    guard let decisive = suite.decisive(style: style) else { return suite.headline }
    return "\(decisive.place)\(decisive.row.name) \(decisive.row.phrase)"
  }

  private var foldWords: String {
    let parts = [Verdict.fails, .unsettled, .holds].compactMap { verdict -> String? in
      let count = suite.count(verdict)
      guard count > 0 else { return nil }
      switch verdict {
      case .fails: return "\(count) \(count == 1 ? "fails" : "fail")"
      case .unsettled: return "\(count) not settled"
      case .holds: return "\(count) \(count == 1 ? "holds" : "hold")"
      }
    }
    return parts.joined(separator: ", ") + "; assumptions; how to repeat"
  }

  /// A row with the block that it is of.
  private typealias Placed = (block: CheckBlock, row: CheckRow)

  private var all: [Placed] {
    suite.blocks(style: style).flatMap { block in block.rows.map { (block, $0) } }
  }

  /// What does not hold, failures first; when all holds, what changed.
  private var news: [Placed] {
    let rows = all
    let bad = [Verdict.fails, .unsettled].flatMap { verdict in
      rows.filter { $0.row.verdict == verdict }
    }
    if !bad.isEmpty { return bad }
    return suite.blocks(style: style).flatMap { block in
      zip(block.rows, block.architecture.items).filter { _, item in
        if case .regression(let regression) = item { regression.isChanged } else { false }
      }.map { (block, $0.0) }
    }
  }

  private func table(of rows: [Placed], limit: Int = .max) -> [String] {
    guard !rows.isEmpty else { return [] }
    let blocks = suite.blocks(style: style)
    let head = blocks.count == 1 ? name(blocks[0]) : ""
    var lines = [
      "| \(Self.safe(head)) | now | 95% interval | limit | was | |", "|:--|--:|:--|--:|--:|:-:|",
    ]
    for (block, row) in rows.prefix(limit) {
      let place = blocks.count > 1 ? "\(name(block)): " : ""
      let cells = [Self.safe(place + row.name), row.now, row.interval, row.limit, row.was]
      lines.append(
        "| " + (cells.map(Self.cell) + [sign(row)]).joined(separator: " | ") + " |")
    }
    if rows.count > limit { lines += ["", "and \(rows.count - limit) more below"] }
    return lines
  }

  private func name(_ block: CheckBlock) -> String {
    let parts = suite.reports.count > 1 ? [block.scenario] : []
    return (parts + [block.architecture.name]).map {
      TextLayout.middleCut($0, width: 40, ellipsis: style.ellipsis)
    }.joined(separator: ", ")
  }

  private func sign(_ row: CheckRow) -> String {
    switch row.verdict {
    case .holds: style.holds
    case .fails: style.fails
    case .unsettled: "? " + Self.cell(row.note)
    }
  }

  private var warnings: [String] {
    suite.reports.flatMap { report in
      let ofBaseline = report.warnings.filter { $0.slug.hasPrefix("baseline") }
      let others = report.warnings.filter { !$0.slug.hasPrefix("baseline") }
      return (ofBaseline + others).map { "- `\($0.slug)`: " + Self.safe($0.text) }
    }
  }

  private var details: [String] {
    var lines = table(of: all)
    for reason in suite.reports.flatMap(\.reasons) {
      lines += ["", "Why: \(Self.safe("\(reason.architecture): \(reason.text)"))."]
    }
    let warnings = warnings.dropFirst(Self.warningsBeforeFold)
    if !warnings.isEmpty { lines += [""] + warnings }
    for report in suite.reports {
      let origin = report.check.origin
      lines += [
        "",
        "`\(origin.scenario)`: seed \(origin.seed), "
          + "\(Words.count(origin.replications, "replication")), headroom \(suite.version); the "
          + "same call gives the same figures. It leans on:",
      ]
      lines += report.provenance.map { entry in
        let parts = [entry.value, entry.quality.rawValue, entry.source, entry.date]
        return "- "
          + Self.safe(entry.subject + ": " + parts.filter { !$0.isEmpty }.joined(separator: ", "))
      }
    }
    return lines
  }

  private static func cell(_ text: String) -> String { text.isEmpty ? "" : safe(text) }

  /// Text that Markdown and HTML show as it is, in one line.
  private static func safe(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "|", "\\", "`", "$", "*", "_", "[", "]", "#", "@", "~":
        result += "\\"
        result.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20: result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
