import Capacity
import Experiments

/// What the figures lean on: every input with its source, and the scenario itself.
struct LeaningSection {
  private let facts: PageFacts
  private var entries: [Provenance] { facts.report.comparison.scenario.provenance }

  init(_ facts: PageFacts) { self.facts = facts }

  /// The section.
  var markup: String {
    let scenario =
      HTML.tag("summary", [:], "The scenario as it was read")
      + HTML.tag("pre", [:], Self.preformatted(facts.report.scenarioText))
    return HTML.tag(
      "section", ["aria-labelledby": "leans"],
      HTML.tag("p", ["class": "question"], "What does it lean on?")
        + HTML.tag("h2", ["id": "leans"], HTML.text(finding))
        + (entries.isEmpty
          ? "" : HTML.tag("div", ["class": "scroll"], table.markup("data words sources")))
        + HTML.tag("details", [:], scenario)
        + HTML.tag("p", ["class": "source"], "Also in <code>manifest.json</code>."))
  }

  /// How much of it anybody vouches for.
  var finding: String {
    let assumed = entries.count { $0.quality == .assumed }
    let measured = entries.count { $0.quality == .measured || $0.quality == .calibrated }
    if entries.isEmpty { return "The scenario states all its figures without a source." }
    let all = Words.count(entries.count, "input")
    if assumed == 0 { return "Each of \(all) has a source; \(measured) measured by you." }
    let verb = assumed == 1 ? "is" : "are"
    return "\(assumed) of \(all) \(verb) assumed: nobody vouches for "
      + (assumed == 1 ? "it." : "them.")
  }

  /// Line ends stay as they are, where text elsewhere has them by number.
  private static func preformatted(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { HTML.text(String($0)) }.joined(separator: "\n")
  }

  private var table: DataTable {
    let weakest: [Provenance.Quality] = [.assumed, .catalog, .calibrated, .measured]
    return DataTable(
      heads: ["input", "value", "how it is known", "source", "date"],
      rows: weakest.flatMap { quality in
        Self.alike(entries.filter { $0.quality == quality }).map { group in
          [
            Self.subject(group), group[0].value, group[0].quality.rawValue, group[0].source,
            group[0].date,
          ]
        }
      })
  }

  /// Entries that say the same of several things, together where the first of them is.
  private static func alike(_ entries: [Provenance]) -> [[Provenance]] {
    var groups: [[Provenance]] = []
    for entry in entries {
      let place = groups.firstIndex { group in
        let first = group[0]
        return parted(first.subject)?.what == parted(entry.subject)?.what
          && parted(entry.subject) != nil && first.value == entry.value
          && first.source == entry.source && first.date == entry.date
      }
      if let place { groups[place].append(entry) } else { groups.append([entry]) }
    }
    return groups
  }

  /// `boot of a main, b main and 3 more`.
  private static func subject(_ group: [Provenance]) -> String {
    guard group.count > 1 else { return group[0].subject }
    let names = group.compactMap { parted($0.subject)?.of }
    let shown = names.count > 3 ? Array(names.prefix(2)) + ["\(names.count - 2) more"] : names
    return "\(parted(group[0].subject)?.what ?? "") of \(Words.list(shown))"
  }

  /// `boot of a main` in two.
  private static func parted(_ subject: String) -> (what: String, of: String)? {
    guard let range = subject.firstRange(of: " of ") else { return nil }
    return (String(subject[..<range.lowerBound]), String(subject[range.upperBound...]))
  }
}
