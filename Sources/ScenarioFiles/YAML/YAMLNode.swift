/// A value of a scenario file with the place where it stands.
struct YAMLNode: Hashable {
  /// What kinds of value there are.
  enum Content: Hashable {
    /// Text as written; `isPlain` when without quotes.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys and values in the order of the file; no key twice.
    case mapping([Entry])
  }

  /// A key with its value.
  struct Entry: Hashable {
    var key: String
    var keyPlace: Place
    var value: YAMLNode
  }

  var content: Content
  /// Where it stands; of a value that came through an alias, the alias.
  var place: Place
  /// Where an aliased value stands itself.
  var origin: Place?
  /// The key that it belongs to; of an element of a list, the list's key.
  var name: String
  /// Where that key stands.
  var namePlace: Place?
  /// Whether it stands for something that could not be found, which has been reported.
  var isUnresolved = false

  /// Whether it says "nothing": `null`, `~` or no text at all.
  var isNull: Bool {
    guard case .scalar(let text, isPlain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// The text of a scalar.
  var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// The entries of a mapping, or nil.
  var entries: [Entry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// The number of values in it, itself included.
  var size: Int {
    switch content {
    case .scalar: 1
    case .sequence(let elements): elements.reduce(1) { $0 + $1.size }
    case .mapping(let entries): entries.reduce(1) { $0 + $1.value.size }
    }
  }

  /// The value of a key, or nil.
  subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }

  /// The number of levels in it: 1 of a scalar.
  var depth: Int {
    switch content {
    case .scalar: 1
    case .sequence(let elements): 1 + (elements.map(\.depth).max() ?? 0)
    case .mapping(let entries): 1 + (entries.map(\.value.depth).max() ?? 0)
    }
  }

  /// What it is, for people.
  var kind: String {
    if isNull { return "nothing" }
    switch content {
    case .scalar(let text, _): return "\"\(text)\""
    case .sequence: return "a list"
    case .mapping: return "a mapping"
    }
  }

  /// The value on one line, as YAML's flow style writes it.
  var flowText: String {
    switch content {
    case .scalar(let text, _): text
    case .sequence(let elements): "[" + elements.map(\.flowText).joined(separator: ", ") + "]"
    case .mapping(let entries):
      "{" + entries.map { "\($0.key): \($0.value.flowText)" }.joined(separator: ", ") + "}"
    }
  }

  /// The value as it appears through the alias at `use`.
  func aliased(at use: Place) -> YAMLNode {
    var copy = self
    copy.origin = origin ?? place
    copy.place = use
    switch content {
    case .scalar: break
    case .sequence(let elements): copy.content = .sequence(elements.map { $0.aliased(at: use) })
    case .mapping(let entries):
      copy.content = .mapping(
        entries.map { Entry(key: $0.key, keyPlace: use, value: $0.value.aliased(at: use)) })
    }
    return copy
  }
}
