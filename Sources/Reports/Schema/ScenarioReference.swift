import ScenarioFiles

/// Every key of scenarios as Markdown tables, made from the declarations that the schema is made
/// from: the last part of `docs/scenarios.md`.
public enum ScenarioReference {
  /// The line of a page from which on it is generated.
  public static let mark = "<!-- From here on: headroom schema --markdown -->"

  /// From the mark to the end of the page.
  public static var markdown: String {
    var lines = [mark, "## Every key", ""]
    lines += introduction
    for chapter in ScenarioLanguage.chapters {
      lines += ["", "### Keys: \(chapter.title)"]
      for section in chapter.sections { lines += [""] + table(section) }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let introduction = [
    "What `headroom schema` gives an editor, as tables. Each stands under its shape's name; below",
    "that is where it is found, with *NAME* for a name of your own and *0* for an element of a",
    "list. *Required* is a key that must be there, unless `like:` brings it. A dash in the column",
    "of defaults means that nothing holds without the key, or that it is one of several from which",
    "to choose; the delays of each autoscaler are in [autoscalers.md](autoscalers.md). `notes` and",
    "`x-…` are free everywhere.",
  ]

  private static func table(_ section: SectionSpec) -> [String] {
    var lines = ["#### \(section.id)", section.about]
    let places = places[section.id] ?? []
    if !places.isEmpty { lines.append(words(places)) }
    for group in section.exactlyOne {
      lines.append("Exactly one of " + group.map { "`\($0)`" }.joined(separator: ", ") + ".")
    }
    lines = [lines[0], lines.dropFirst().joined(separator: " ")]
    lines += ["", "| key | takes | default | meaning |", "|---|---|---|---|"]
    let vouchers = ScenarioLanguage.vouchers.map(\.name)
    let isVouched = section.keys.suffix(vouchers.count).map(\.name) == vouchers
    let rows = section.keys.dropLast(isVouched ? vouchers.count : 0).map { key in
      let fallback = key.presence == .required ? "*required*" : fallback(key)
      return "| `\(key.name)` | \(key.kind.words) | \(fallback) | \(key.about) |"
    }
    return lines + rows + (isVouched ? [voucherRow(vouchers)] : [])
  }

  /// Who vouches for a figure is told once.
  private static func voucherRow(_ names: [String]) -> String {
    "| \(names.map { "`\($0)`" }.joined(separator: " ")) | text, dates | - | "
      + "Who [vouches](#sources) for it, and when. |"
  }

  /// Values stand in code, words do not.
  private static func fallback(_ key: KeySpec) -> String {
    guard let text = key.fallback else { return "-" }
    let isValue =
      text.first?.isNumber == true && !text.contains(" ") || text.hasPrefix("$")
      || text.contains("_") || ["true", "false", "spread", "max", "reject"].contains(text)
    return isValue ? "`\(text)`" : text
  }

  private static func words(_ places: [String]) -> String {
    let shown = places.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
    return "At \(shown)\(places.count > 3 ? " and elsewhere" : "")."
  }
}

extension ScenarioReference {
  /// Where each section is found, the shortest path first; none for the whole scenario.
  private static let places: [String: [String]] = {
    var places: [String: [String]] = [:]
    var front: [(id: String, path: String)] = [("scenario", "")]
    var seen: Set<String> = ["scenario"]
    let sections = Dictionary(uniqueKeysWithValues: ScenarioLanguage.sections.map { ($0.id, $0) })
    while !front.isEmpty {
      var next: [(id: String, path: String)] = []
      for (id, path) in front {
        for key in sections[id]?.keys ?? [] {
          let place = path.isEmpty ? key.name : "\(path).\(key.name)"
          for found in references(key.kind, place) {
            let known = places[found.id, default: []]
            if !known.contains(found.path) { places[found.id] = known + [found.path] }
            if seen.insert(found.id).inserted { next.append(found) }
          }
        }
      }
      front = next
    }
    return places
  }()

  private static func references(_ kind: ValueKind, _ path: String) -> [(id: String, path: String)]
  {
    switch kind {
    case .section(let id): [(id, path)]
    case .named(let value): references(value, path + ".NAME")
    case .keyed(_, let value): references(value, path + ".KEY")
    case .list(let value): references(value, path + ".0")
    case .either(let kinds): kinds.flatMap { references($0, path) }
    default: []
    }
  }
}
