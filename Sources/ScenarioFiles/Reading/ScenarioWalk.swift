import Capacity
import Kernel

/// Walks the tree of a scenario and turns it into values, noting everything that is wrong.
///
/// Its functions return nil, or a harmless value, for what they could not read; they have then
/// reported why. Facets: one `ScenarioWalk+…` file for each section of a scenario.
struct ScenarioWalk {
  /// Reads a file that the scenario names, by a path that was made whole.
  typealias ReadFile = (String) throws(FileProblem) -> [UInt8]

  let catalog: Catalog
  /// The scenario's own path; what it names is relative to its folder.
  let path: String
  let readFile: ReadFile
  /// What was found wrong so far.
  var problems: [Diagnostic] = []
  /// What the figures lean on, in the order met, without repetition.
  private(set) var provenance: [Provenance] = []
  private var known: Set<Provenance> = []

  init(catalog: Catalog, path: String, readFile: @escaping ReadFile) {
    self.catalog = catalog
    self.path = path
    self.readFile = readFile
  }

  /// The most populations, models, architectures or pools of one architecture.
  static let nameLimit = 1_000
  /// The longest time that may be written: ten years.
  static let longest = SimDuration.days(3_653)

  mutating func report(_ problem: Problem, at place: Place, note: Diagnostic.Note? = nil) {
    problems.append(Diagnostic(problem: problem, place: place, note: note))
  }

  /// Reports about a value; one that came through an alias is shown at the alias.
  mutating func report(_ problem: Problem, at node: YAMLNode) {
    if node.isUnresolved { return }
    let note = node.origin.map { Diagnostic.Note(relation: .anchored, place: $0) }
    report(problem, at: node.place, note: note)
  }

  /// Reports a contradiction between a value and what is said at `other`.
  mutating func report(_ contradiction: Contradiction, at node: YAMLNode, against other: YAMLNode?)
  {
    let note = other.map { Diagnostic.Note(relation: .otherSide, place: $0.place) }
    report(.contradiction(contradiction), at: node.place, note: note)
  }

  /// Notes what a figure leans on.
  mutating func lean(on fact: Provenance) {
    if known.insert(fact).inserted { provenance.append(fact) }
  }

  /// Notes a default that was taken.
  mutating func assume(_ subject: String, _ value: String) {
    lean(
      on: Provenance(
        subject: subject, value: value, quality: .assumed, source: "default of headroom"))
  }

  /// The entries of a mapping of names to things, in order, without those free for people.
  mutating func named(_ node: YAMLNode, _ what: String) -> [YAMLNode.Entry] {
    guard let entries = node.entries else {
      report(.type(field: node.name, found: node.kind, expected: "a mapping of \(what)"), at: node)
      return []
    }
    let kept = entries.filter { !Section.isFree($0.key) }
    if kept.isEmpty {
      report(.missingKey([], of: "`\(node.name)`"), at: node.namePlace ?? node.place)
    }
    guard kept.count <= Self.nameLimit else {
      report(
        .range(
          field: "number of \(what)", text: "\(kept.count)", atLeast: nil,
          atMost: "\(Self.nameLimit)"), at: node.namePlace ?? node.place)
      return []
    }
    for entry in kept where !Self.isName(entry.key) {
      report(.badName(entry.key), at: entry.keyPlace)
    }
    return kept
  }

  /// Whether `text` is `[a-z0-9][a-z0-9._-]*`.
  static func isName(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, scalars.count <= 100 else { return false }
    func isPlain(_ scalar: Unicode.Scalar) -> Bool {
      (0x61...0x7A).contains(scalar.value) || (0x30...0x39).contains(scalar.value)
    }
    return isPlain(first) && scalars.allSatisfy { isPlain($0) || "._-".unicodeScalars.contains($0) }
  }
}

/// A mapping of a scenario whose keys are known.
struct Section {
  /// The mapping itself.
  let node: YAMLNode
  /// What it is, with its article, such as `a pool`.
  let what: String
  /// Its keys that are not known; each has been reported.
  var unknownKeys: [String] = []

  subscript(key: String) -> YAMLNode? {
    guard let node = node[key], !node.isNull else { return nil }
    return node
  }

  /// The keys that are given, of those named.
  func given(_ keys: [String]) -> [String] { keys.filter { self[$0] != nil } }

  /// Whether a key is left to people: `notes` and `x-…`.
  static func isFree(_ key: String) -> Bool { key == "notes" || key.hasPrefix("x-") }
}

extension ScenarioWalk {
  /// The mapping `node`, whose keys must be among `keys`; nil when it is not a mapping.
  mutating func section(_ node: YAMLNode, _ what: String, keys: [String]) -> Section? {
    guard let entries = node.entries else {
      report(.type(field: node.name, found: node.kind, expected: "a mapping"), at: node)
      return nil
    }
    var unknown: [String] = []
    for entry in entries where !keys.contains(entry.key) && !Section.isFree(entry.key) {
      unknown.append(entry.key)
      let origin = entry.value.origin.map { Diagnostic.Note(relation: .anchored, place: $0) }
      report(.unknownKey(entry.key, of: what, valid: keys), at: entry.keyPlace, note: origin)
    }
    return Section(node: node, what: what, unknownKeys: unknown)
  }

  /// The value of a key that must be there.
  mutating func required(_ key: String, in section: Section) -> YAMLNode? {
    if let node = section[key] { return node }
    let near = section.node
    if near[key]?.isUnresolved == true { return nil }
    // A misspelt key is one mistake, and has been reported with its right name.
    let isMisspelt = section.unknownKeys.contains {
      Suggestion.nearest(to: $0, among: [key]) == key
    }
    if isMisspelt { return nil }
    report(
      .missingKey([key], of: section.what),
      at: near[key]?.namePlace ?? near.namePlace ?? near.place)
    return nil
  }

  /// The one key of `keys` that is given; reports none and several. None is fine if `optional`.
  mutating func choice(
    of keys: [String], in section: Section, optional: Bool = false
  ) -> String? {
    let given = section.given(keys).sorted { a, b in
      guard let x = section[a]?.place, let y = section[b]?.place else { return false }
      return (x.line, x.column) < (y.line, y.column)
    }
    if given.count > 1, let second = section[given[1]] {
      report(.either(given[0], or: given[1]), at: second, against: section[given[0]])
      return nil
    }
    let isUnresolved = keys.contains { section.node[$0]?.isUnresolved == true }
    if given.isEmpty, !optional, !isUnresolved {
      report(
        .missingKey(keys, of: section.what), at: section.node.namePlace ?? section.node.place)
    }
    return given.first
  }

  /// Reports every given key of `keys` beside `base`, which excludes them.
  mutating func exclude(_ keys: [String], beside base: YAMLNode, in section: Section) {
    for key in section.given(keys) {
      guard let node = section[key] else { continue }
      report(.either(base.name, or: key), at: node, against: base)
    }
  }

  /// The elements of a list.
  mutating func list(_ node: YAMLNode, of what: String) -> [YAMLNode]? {
    guard case .sequence(let elements) = node.content else {
      report(.type(field: node.name, found: node.kind, expected: "a list of \(what)"), at: node)
      return nil
    }
    if elements.isEmpty {
      report(
        .type(field: node.name, found: "an empty list", expected: "a list of \(what)"), at: node)
    }
    return elements
  }

  /// A text.
  mutating func text(_ node: YAMLNode) -> String? {
    guard let text = node.text, !node.isNull else {
      report(.type(field: node.name, found: node.kind, expected: "text"), at: node)
      return nil
    }
    return text
  }

  /// The text of an optional key, or the default.
  mutating func text(_ node: YAMLNode?, default fallback: String) -> String {
    guard let node else { return fallback }
    return text(node) ?? fallback
  }

  /// `true` or `false`; nothing else is taken for one of them.
  mutating func flag(_ node: YAMLNode) -> Bool {
    guard case .scalar(let text, isPlain: true) = node.content, text == "true" || text == "false"
    else {
      report(.type(field: node.name, found: node.kind, expected: "true or false"), at: node)
      return false
    }
    return text == "true"
  }

  /// One of the names of a closed set.
  mutating func option<Value: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, of kind: String, as type: Value.Type
  ) -> Value? where Value.RawValue == String {
    guard let name = text(node) else { return nil }
    if let value = Value(rawValue: name) { return value }
    let valid = Value.allCases.map(\.rawValue)
    report(.unknownName(kind: kind, name: name, valid: valid), at: node)
    return nil
  }
}
