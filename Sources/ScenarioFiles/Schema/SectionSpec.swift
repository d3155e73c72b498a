/// A section of the scenario language as it is declared: which keys it has and what they take.
///
/// `ScenarioWalk` reads sections by code; a test feeds every section a key that means nothing and
/// holds the keys that the reader then names against these, so that neither can drift.
package struct SectionSpec: Sendable {
  /// Its name among all sections.
  package let id: String
  /// What diagnostics call it, where `*` stands for a name; several for one shape.
  package let names: [String]
  /// One sentence.
  package let about: String
  /// Its keys, in the order in which people should meet them.
  package let keys: [KeySpec]
  /// Of each group, exactly one key is given.
  package var exactlyOne: [[String]] = []
  /// Whether it stands within an architecture: `like:` may bring what is required, and a key
  /// without a value takes away.
  package var isInherited = false

  init(
    _ id: String, _ names: [String], _ about: String, _ keys: [KeySpec],
    exactlyOne: [[String]] = [], isInherited: Bool = false
  ) {
    self.id = id
    self.names = names
    self.about = about
    self.keys = keys
    self.exactlyOne = exactlyOne
    self.isInherited = isInherited
  }
}

/// A key of a section.
package struct KeySpec: Sendable {
  /// Whether it can be left out.
  package enum Presence: Sendable { case optional, required }

  /// The key.
  package let name: String
  /// What it takes.
  package let kind: ValueKind
  /// One sentence.
  package let about: String
  /// What holds without it, in words or as it would be written; nil where there is nothing to say.
  package let fallback: String?
  /// Whether it can be left out.
  package let presence: Presence

  init(
    _ name: String, _ kind: ValueKind, _ about: String, _ presence: Presence = .optional,
    default fallback: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.about = about
    self.fallback = fallback
    self.presence = presence
  }
}
