import Experiments

/// What only the command knows about a check. It is shown on the screen and never in files.
public struct CheckFacts: Hashable, Sendable {
  /// The scenario files as the user named them.
  public var scenarioPaths: [String]
  /// The baseline compared with, or nil.
  public var baselinePath: String?
  /// The baselines that were recorded.
  public var savedPaths: [String] = []
  /// Where the files went: a phrase for each place.
  public var files: [String] = []
  /// How long it took, or nil to say nothing.
  public var elapsedSeconds: Double?
  /// The number of threads.
  public var threads: Int

  /// What the command knows.
  public init(scenarioPaths: [String], baselinePath: String? = nil, threads: Int = 1) {
    self.scenarioPaths = scenarioPaths
    self.baselinePath = baselinePath
    self.threads = threads
  }
}

extension CheckSuite {
  /// The screen of `check`, with a line end: the verdict first, then one block for each
  /// architecture; of several scenarios those architectures of which all holds take one line.
  public func terminal(style: Style, facts: CheckFacts) -> String {
    CheckScreen(suite: self, style: style, facts: facts).text
  }
}

/// Puts the screen of `check` together.
struct CheckScreen {
  let suite: CheckSuite
  let style: Style
  let facts: CheckFacts
  private var isCompact: Bool { suite.reports.count > 1 }

  var text: String {
    let lines =
      title + [""] + headline + [""] + blocks + legend + reasons + warnings + closing
    return lines.joined(separator: "\n") + "\n"
  }

  private var title: [String] {
    let path = isCompact ? Words.count(suite.reports.count, "scenario") : facts.scenarioPaths[0]
    let architectures = suite.reports.flatMap { $0.check.architectures }
    let who =
      architectures.count == 1
      ? TextLayout.middleCut(architectures[0].name, ellipsis: style.ellipsis)
      : Words.count(architectures.count, "architecture")
    var parts = ["headroom check", path, who]
    if !isCompact {
      parts[2] += ", " + Words.count(suite.reports[0].check.origin.replications, "replication")
    }
    if let baseline = facts.baselinePath { parts.append("against \(baseline)") }
    return TextLayout.packed(parts, gap: "  ", width: style.width).map { style.paint($0, .dim) }
  }

  private var headline: [String] {
    TextLayout.wrap(suite.headline(style: style), width: style.width)
      .map { style.paint($0, .bold) }
  }

  private var blocks: [String] {
    let blocks = suite.blocks(style: style)
    return blocks.flatMap { block -> [String] in
      let place = TextLayout.middleCut(
        block.architecture.name, ellipsis: style.ellipsis)
      let name = isCompact ? "\(block.scenario), \(place)" : place
      if isCompact, block.verdict == .holds {
        return ["  \(style.paint(style.holds, .good)) \(name): \(block.holding)", ""]
      }
      let table = CheckTable(
        name: blocks.count > 1 ? name : "", rows: block.rows, style: style)
      return table.lines + [""]
    }
  }

  private var legend: [String] {
    let hasPoints = suite.blocks(style: style).contains { block in
      block.rows.contains { $0.limit.hasSuffix(" pt") }
    }
    let text =
      "\(style.holds) \(style.fails) the whole 95% interval is on one side of the limit, "
      + "? it is not" + (hasPoints ? "; pt percentage points" : "")
    return TextLayout.fitted(text, width: style.width).map { style.paint($0, .dim) }
  }

  private var reasons: [String] {
    suite.reports.flatMap { report in
      report.reasons.flatMap { reason in
        let name = report.check.architectures.count > 1 || isCompact ? reason.architecture : ""
        let subject = name.isEmpty ? "" : "\(name): "
        return TextLayout.wrap(
          "why: \(subject)\(reason.text)", width: style.width, indent: "     ")
      }
    }
  }

  /// Three of each scenario at most, those that concern the baseline first.
  private var warnings: [String] {
    suite.reports.flatMap { report -> [String] in
      let all =
        report.warnings.filter { $0.slug.hasPrefix("baseline") }
        + report.warnings.filter { !$0.slug.hasPrefix("baseline") }
      let subject = isCompact ? report.check.origin.scenario + ": " : ""
      let more = all.count > 3 ? " +\(all.count - 3) more in check.json" : ""
      return all.prefix(3).enumerated().flatMap { index, warning in
        TextLayout.wrap(
          "! \(warning.slug): \(subject)\(warning.text)" + (index == 2 ? more : ""),
          width: style.width, indent: "  "
        ).map { style.paint($0, .doubt) }
      }
    }
  }

  private var closing: [String] {
    var lines: [String] = []
    if let baseline = facts.baselinePath, suite.verdict == .holds,
      suite.reports.contains(where: \.check.isBetter), facts.savedPaths.isEmpty
    {
      let paths = facts.scenarioPaths.joined(separator: " ")
      lines += lead(
        "better",
        "than the baseline; to record it: headroom check \(paths) "
          + "--save-baseline \(baseline)")
    }
    for path in facts.savedPaths { lines += lead("saved", path) }
    for file in facts.files { lines += lead("files", file) }
    return lines + lead("run", run)
  }

  private var run: String {
    let first = suite.reports[0].check.origin
    let isOneSeed = suite.reports.allSatisfy { $0.check.origin.seed == first.seed }
    var text = isOneSeed ? "seed \(first.seed), " : ""
    text += "headroom \(suite.version)"
    if let elapsed = facts.elapsedSeconds {
      let runs = suite.reports.reduce(0) {
        $0 + $1.check.origin.replications * $1.check.architectures.count
      }
      text +=
        ", \(Words.count(runs, "replication")) in \(ProgressLine.duration(elapsed)) on "
        + Words.count(facts.threads, "thread")
    }
    return text
  }

  private func lead(_ label: String, _ text: String) -> [String] {
    let indent = String(repeating: " ", count: 9)
    return TextLayout.wrap(text, width: style.width - 9).enumerated().map { index, line in
      style.paint((index == 0 ? TextLayout.left(label, 9) : indent) + line, .dim)
    }
  }
}
