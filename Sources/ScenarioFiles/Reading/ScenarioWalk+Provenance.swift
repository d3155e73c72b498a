import Capacity
import Kernel

extension ScenarioWalk {
  /// The keys that say who vouches for a figure.
  static let vouchers = ["source", "measured", "calibrated", "as_of"]

  /// Who vouches for a figure: `source:` with `measured:` or `calibrated:`, each with its date.
  mutating func voucher(_ section: Section?, subject: String, value: String) -> Provenance {
    var fact = Provenance(subject: subject, value: value, quality: .assumed)
    guard let section else { return fact }
    fact.source = text(section["source"], default: "")
    for (key, quality) in [("measured", Provenance.Quality.measured), ("calibrated", .calibrated)] {
      guard let date = section[key].flatMap({ self.date($0) }) else { continue }
      fact.date = date
      if section["source"] != nil { fact.quality = quality }
    }
    if let date = section["as_of"].flatMap({ self.date($0) }), fact.date.isEmpty {
      fact.date = date
    }
    return fact
  }

  private mutating func date(_ node: YAMLNode) -> String? {
    guard let text = text(node) else { return nil }
    if Civil.isDate(text) { return text }
    report(
      .type(field: node.name, found: node.kind, expected: "a date such as 2026-08-30"), at: node)
    return nil
  }

  /// A stage of a cold start, or another time that someone may vouch for, in seconds: a
  /// distribution, `SIZE at BANDWIDTH` where `transfers`, or `{catalog: NAME}`.
  mutating func vouchedTime(
    _ node: YAMLNode, subject: String, transfers: Bool = false,
    catalog entries: [(name: String, time: Distribution, provenance: Provenance)]
  ) -> Distribution? {
    if transfers, let text = node.text, text.contains(" at ") {
      lean(on: voucher(nil, subject: subject, value: text))
      return transfer(text, node)
    }
    guard node.entries != nil else {
      lean(on: voucher(nil, subject: subject, value: node.flowText))
      return distribution(node)
    }
    if node["catalog"] != nil { return catalogTime(node, subject, entries) }
    guard let time = distribution(node, beside: Self.vouchers) else { return nil }
    let section = Section(node: node, what: subject)
    var bare = node
    bare.content = .mapping(
      (node.entries ?? []).filter { !Self.vouchers.contains($0.key) && !Section.isFree($0.key) })
    lean(on: voucher(section, subject: subject, value: bare.flowText))
    return time
  }

  private mutating func catalogTime(
    _ node: YAMLNode, _ subject: String,
    _ entries: [(name: String, time: Distribution, provenance: Provenance)]
  ) -> Distribution? {
    guard let section = section(node, "`\(node.name)` with `catalog`", keys: ["catalog"]),
      let nameNode = section["catalog"], let name = text(nameNode)
    else { return nil }
    guard let entry = entries.first(where: { $0.name == name }) else {
      report(
        .unknownName(kind: "time of the catalog", name: name, valid: entries.map(\.name)),
        at: nameNode)
      return nil
    }
    var fact = entry.provenance
    fact.subject = subject
    lean(on: fact)
    return entry.time
  }

  /// The time that `SIZE at BANDWIDTH` takes.
  private mutating func transfer(_ text: String, _ node: YAMLNode) -> Distribution? {
    let words = text.split(separator: " ").map(String.init)
    guard words.count == 3, words[1] == "at" else {
      report(
        .type(field: node.name, found: node.kind, expected: "a time, or SIZE at BANDWIDTH"),
        at: node)
      return nil
    }
    let size = quantity(words[0], .size, node)
    let rate = quantity(words[2], .bandwidth, node)
    guard let size, let rate, within(0...1e15, size, node, unit: "B") != nil,
      within(1...1e15, rate, node, unit: "bps") != nil
    else { return nil }
    let seconds = size * 8 / rate
    let longest = Self.longest.seconds
    guard within(0...longest, seconds, node, unit: "s") != nil else { return nil }
    return .constant(seconds)
  }
}
