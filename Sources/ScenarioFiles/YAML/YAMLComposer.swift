import Yams

/// Composes a text with Yams, with aliases and duplicate keys taken out of its sight.
///
/// Yams replaces an alias by what it stands for and forgets where it stood, and it stops at the
/// first duplicate key. So each `*` is shown to it as `_`: a scalar that starts at such a place is
/// an alias. And of a duplicate key the first is shown under another name of the same length.
struct YAMLComposer {
  /// What came of a text.
  struct Composition {
    /// The root, or nil of an empty text.
    var root: Node?
    /// The offsets of scalars that are aliases.
    var aliases: Set<Int>
    /// The true names of keys that were renamed, by offset.
    var renamed: [Int: String]
  }

  private let source: SourceText
  private var renamed: [Int: String] = [:]
  private var renaming: [Int: Unicode.Scalar] = [:]

  /// More duplicate keys than this are not told one by one; each costs a parse.
  private var duplicateLimit: Int { source.scalars.count > 200_000 ? 1 : 20 }

  init(_ source: SourceText) { self.source = source }

  /// The node tree of the text.
  mutating func compose() throws(Diagnostics) -> Composition {
    let stars = Set(source.scalars.indices.filter { source.scalars[$0] == "*" })
    let masked = try parse(masking: stars)
    var starts: Set<Int> = []
    if let masked { collectStarts(masked, into: &starts) }
    let aliases = stars.intersection(starts)
    // A star within a text is no alias and must keep its looks.
    let root = aliases == stars ? masked : try parse(masking: aliases)
    return Composition(root: root, aliases: aliases, renamed: renamed)
  }

  private mutating func parse(masking stars: Set<Int>) throws(Diagnostics) -> Node? {
    while true {
      var edits = renaming
      for star in stars { edits[star] = "_" }
      do {
        return try Yams.compose(
          yaml: source.text(replacing: edits), .basic, .default, .utf8)
      } catch let error as YamlError {
        if case .duplicatedKeysInMapping(let names, let context) = error,
          let name = names.first, rename(name, at: context.mark)
        {
          continue
        }
        throw Diagnostics(YAMLFault(error, in: source).diagnostics)
      } catch {
        throw Diagnostics([
          Diagnostic(problem: .syntax("\(error)"), place: source.place(offset: 0, length: 1))
        ])
      }
    }
  }

  /// Shows the key at `mark` under another name from now on; false when that cannot be done.
  private mutating func rename(_ name: String, at mark: Mark) -> Bool {
    guard renamed.count < duplicateLimit,
      var offset = source.offset(line: mark.line, column: mark.column),
      offset < source.scalars.count
    else { return false }
    let key = offset
    if source.scalars[offset] == "\"" || source.scalars[offset] == "'" { offset += 1 }
    let length = name.unicodeScalars.count
    guard length > 0, offset + length <= source.scalars.count,
      source.scalars[offset..<(offset + length)].elementsEqual(name.unicodeScalars)
    else { return false }
    // Letters of a private plane, which no one types, one for each renamed key.
    guard let unlike = Unicode.Scalar(0xF_0000 + UInt32(renamed.count)) else { return false }
    for place in offset..<(offset + length) { renaming[place] = unlike }
    renamed[key] = name
    return true
  }

  private func collectStarts(_ node: Node, into starts: inout Set<Int>) {
    if let mark = node.mark, let offset = source.offset(line: mark.line, column: mark.column),
      case .scalar = node
    {
      starts.insert(offset)
    }
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping {
        collectStarts(key, into: &starts)
        collectStarts(value, into: &starts)
      }
    case .sequence(let sequence):
      for element in sequence { collectStarts(element, into: &starts) }
    case .scalar, .alias: break
    }
  }
}

/// An error of Yams as diagnostics.
private struct YAMLFault {
  let diagnostics: [Diagnostic]

  init(_ error: YamlError, in source: SourceText) {
    let (problem, mark): (Problem, Mark?) =
      switch error {
      case .scanner(_, let text, let mark, _), .parser(_, let text, let mark, _),
        .composer(_, let text, let mark, _):
        (.syntax(text), mark)
      case .duplicatedKeysInMapping(let names, let context):
        (.duplicateKey(names.first ?? ""), context.mark)
      case .reader(let text, _, _, _), .writer(let text), .emitter(let text),
        .representer(let text):
        (.syntax(text), nil)
      case .no, .memory, .dataCouldNotBeDecoded: (.syntax("out of memory"), nil)
      }
    let last = source.scalars.count
    let offset = mark.flatMap { source.offset(line: $0.line, column: $0.column) } ?? last
    let tabs = Self.tabs(in: source, near: offset)
    guard tabs.isEmpty else {
      diagnostics = tabs
      return
    }
    diagnostics = [Diagnostic(problem: problem, place: source.place(offset: offset, length: 1))]
  }

  /// The tabs that indent lines, when the parser stopped at a tab or in a line indented with one.
  private static func tabs(in source: SourceText, near offset: Int) -> [Diagnostic] {
    func leadingTab(_ text: String) -> Int? {
      let blanks = text.unicodeScalars.prefix { $0 == " " || $0 == "\t" }
      return blanks.enumerated().first { $0.element == "\t" }?.offset
    }
    let stop = source.place(offset: offset, length: 1)
    let isAtTab = offset < source.scalars.count && source.scalars[offset] == "\t"
    guard isAtTab || leadingTab(stop.lineText) != nil else { return [] }
    let found = source.numberedLines.compactMap { number, text in
      leadingTab(text).map { source.place(offset: source.start(ofLine: number) + $0, length: 1) }
    }
    return (found.isEmpty ? [stop] : found).map { Diagnostic(problem: .tab, place: $0) }
  }
}
