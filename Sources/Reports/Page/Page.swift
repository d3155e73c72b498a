import Capacity
import Experiments

/// The whole page: one file that asks nothing of anyone.
struct Page {
  private let facts: PageFacts
  private var report: Report { facts.report }

  init(_ report: Report) { facts = PageFacts(report) }

  /// The text of `report.html`.
  var text: String {
    "<!DOCTYPE html>\n"
      + HTML.tag("html", ["lang": "en"], head + "\n" + HTML.tag("body", [:], body) + "\n") + "\n"
  }

  private var head: String {
    let policy =
      "default-src 'none'; script-src 'sha256-\(SHA256.base64(PageScript.text))'; "
      + "style-src 'sha256-\(SHA256.base64(PageStyle.text))'; base-uri 'none'; form-action 'none'"
    let parts = [
      HTML.empty("meta", ["charset": "utf-8"]),
      HTML.empty("meta", ["http-equiv": "Content-Security-Policy", "content": policy]),
      HTML.empty("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      HTML.tag("title", [:], HTML.text("\(report.comparison.scenario.name) · headroom")),
      HTML.tag("style", [:], PageStyle.text),
    ]
    return HTML.tag("head", [:], parts.joined(separator: "\n"))
  }

  private var body: String {
    let figures = figures
    let links =
      figures.map { ($0.id, $0.question) } + [
        ("trust", "Can it be trusted?"), ("leans", "What does it lean on?"), ("words", "Words"),
      ]
    let contents = HTML.tag(
      "nav", ["aria-label": "Contents"],
      links.map { HTML.tag("a", ["href": "#\($0.0)"], HTML.text($0.1)) }.joined(separator: " "))
    // The verdicts stand before the contents, so that they print on the first page.
    return HTML.tag("header", [:], answer)
      + "\n"
      + HTML.tag(
        "main", [:],
        AnswerTable(facts).markup + warnings + contents + "\n"
          + figures.map(\.markup).joined(separator: "\n") + "\n" + closing)
      + "\n" + HTML.tag("script", [:], PageScript.text)
  }

  private var answer: String {
    let (first, rest) = Self.parted(report.headline)
    let partial =
      report.comparison.isPartial
      ? HTML.tag("p", ["class": "partial"], "PARTIAL results: the run was stopped early.") : ""
    return partial + HTML.tag("h1", [:], HTML.text(first))
      + (rest.isEmpty ? "" : HTML.tag("p", ["class": "lead"], HTML.text(rest)))
      + HTML.tag("p", ["class": "run"], HTML.text(run))
  }

  /// The first sentence and the rest.
  private static func parted(_ text: String) -> (first: String, rest: String) {
    var isEnd = false
    for index in text.indices {
      if isEnd, text[index] == " " {
        return (String(text[..<index]), String(text[text.index(after: index)...]))
      }
      isEnd = text[index] == "."
    }
    return (text, "")
  }

  private var run: String {
    let comparison = report.comparison
    let scenario = comparison.scenario
    var parts = [
      scenario.name,
      "\(facts.replications) of \(Words.duration(scenario.clock.measure)) × "
        + Words.count(comparison.results.count, "architecture"),
      "from \(scenario.clock.start)", "headroom \(report.version)", "seed \(scenario.seed)",
      Words.count(report.evaluation.warnings.count, "warning"),
    ]
    if !report.overrides.isEmpty {
      parts.append("changed: " + report.overrides.joined(separator: ", "))
    }
    let about = scenario.about.isEmpty ? "" : "\(scenario.about) "
    return about + parts.joined(separator: " · ")
  }

  private var warnings: String {
    let items = report.evaluation.warnings.map { warning in
      HTML.tag(
        "li", [:],
        HTML.tag("strong", [:], HTML.text(warning.slug)) + ": "
          + HTML.text(report.sentence(warning)))
    }
    return items.isEmpty ? "" : HTML.tag("ul", ["class": "warnings"], items.joined())
  }

  /// The charts that have something to say of these results, in the order of the questions.
  private var figures: [Figure] { Self.figures(facts) }

  static func figures(_ facts: PageFacts) -> [Figure] {
    [
      VerdictChart(facts).figure, TradeOffChart(facts)?.figure, DayChart(facts)?.figure,
      HoursChart(facts)?.figure, WaitChart(facts)?.figure, CauseChart(facts).figure,
      MoneyChart(facts)?.figure,
      BadDayChart(facts)?.figure,
    ].compactMap { $0 }
  }

  private var closing: String {
    TrustSection(facts).markup + "\n" + LeaningSection(facts).markup + "\n" + WordsSection.markup
  }
}

extension Report {
  /// The text of `report.html`: the answer, the evidence and what it leans on, in one file.
  public var page: String { Page(self).text }
}
