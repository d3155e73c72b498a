import Yams

/// Turns what Yams composed into our own tree: aliases and merges resolved, places found.
struct YAMLTree {
  private let source: SourceText
  private let composition: YAMLComposer.Composition
  private var anchors: [String: Anchored] = [:]
  /// How deep the value being converted lies.
  private var depth = 0
  private var nodeCount = 0
  private var isOverBudget = false
  /// What was found wrong on the way.
  private(set) var problems: [Diagnostic] = []

  /// An anchored value, measured once for all of its uses.
  private struct Anchored {
    let node: YAMLNode
    let size: Int
    let depth: Int
  }

  /// The most values that a scenario may have once aliases are written out.
  static let nodeLimit = 200_000

  init(_ source: SourceText, _ composition: YAMLComposer.Composition) {
    self.source = source
    self.composition = composition
  }

  /// The tree of a text; problems that leave a tree are told in `problems`.
  static func read(
    _ source: SourceText
  ) throws(Diagnostics) -> (root: YAMLNode, problems: [Diagnostic]) {
    var composer = YAMLComposer(source)
    let composition = try composer.compose()
    guard let root = composition.root else {
      throw Diagnostics([
        Diagnostic(problem: .empty, place: source.place(offset: 0, length: 1))
      ])
    }
    var tree = YAMLTree(source, composition)
    let node = tree.convert(root, name: "scenario", namePlace: nil)
    return (node, tree.problems)
  }

  private mutating func report(_ problem: Problem, _ place: Place, _ note: Diagnostic.Note? = nil) {
    problems.append(Diagnostic(problem: problem, place: place, note: note))
  }

  private mutating func convert(_ node: Node, name: String, namePlace: Place?) -> YAMLNode {
    nodeCount += 1
    depth += 1
    defer { depth -= 1 }
    let mark = Lead(node, in: source)
    if nodeCount > Self.nodeLimit { return tooMany(mark.place, name: name, namePlace: namePlace) }
    if let tag = mark.tag { report(.tag, tag) }
    if composition.aliases.contains(mark.start) {
      return resolveAlias(at: mark.start, name: name, namePlace: namePlace)
    }
    var result = YAMLNode(
      content: .scalar("", isPlain: true), place: mark.place, name: name, namePlace: namePlace)
    switch node {
    case .scalar(let scalar):
      result.content = .scalar(scalar.string, isPlain: scalar.style == .plain)
    case .sequence(let sequence):
      result.content = .sequence(
        sequence.map { convert($0, name: name, namePlace: namePlace) })
    case .mapping(let mapping):
      result.content = .mapping(entries(of: mapping))
    case .alias: break
    }
    if let anchor = mark.anchor {
      anchors[anchor] = Anchored(node: result, size: result.size, depth: result.depth)
    }
    return result
  }

  /// Nothing, in place of a value past the limit; reported once.
  private mutating func tooMany(_ place: Place, name: String, namePlace: Place?) -> YAMLNode {
    if !isOverBudget { report(.tooManyValues(limit: Self.nodeLimit), place) }
    isOverBudget = true
    return YAMLNode(
      content: .scalar("", isPlain: true), place: place, name: name, namePlace: namePlace,
      isUnresolved: true)
  }

  private mutating func resolveAlias(at offset: Int, name: String, namePlace: Place?) -> YAMLNode {
    let word = source.scalars[(offset + 1)...].prefix { Lead.isAnchorCharacter($0) }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: word)
    let anchor = String(view)
    let use = source.place(offset: offset, length: word.count + 1)
    let nothing = YAMLNode(
      content: .scalar("", isPlain: true), place: use, name: name, namePlace: namePlace,
      isUnresolved: true)
    guard let target = anchors[anchor] else {
      report(.undefinedAlias(anchor), use)
      return nothing
    }
    if isOverBudget { return nothing }
    guard depth + target.depth <= TextChecks.nestingLimit + 1 else {
      report(.nesting(limit: TextChecks.nestingLimit), use)
      return nothing
    }
    nodeCount += target.size
    guard nodeCount <= Self.nodeLimit else {
      report(.aliasBudget(limit: Self.nodeLimit), use)
      isOverBudget = true
      return nothing
    }
    var copy = target.node.aliased(at: use)
    copy.name = name
    copy.namePlace = namePlace
    return copy
  }

  private mutating func entries(of mapping: Node.Mapping) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var first: [String: Place] = [:]
    var merges: [YAMLNode] = []
    for (key, value) in mapping {
      let lead = Lead(key, in: source)
      guard case .scalar(let scalar) = key, !composition.aliases.contains(lead.start) else {
        report(composition.aliases.contains(lead.start) ? .aliasAsKey : .keyNotText, lead.place)
        continue
      }
      let name = composition.renamed[lead.start] ?? scalar.string
      let node = convert(value, name: name, namePlace: lead.place)
      if name == "<<", scalar.style == .plain {
        merges.append(node)
      } else if let before = first[name] {
        report(.duplicateKey(name), lead.place, .init(relation: .firstGiven, place: before))
      } else {
        first[name] = lead.place
        entries.append(.init(key: name, keyPlace: lead.place, value: node))
      }
    }
    for merge in merges { self.merge(merge, into: &entries) }
    return entries
  }

  /// Adds the keys of `<<` that are not there: what is given beside it wins, then what comes first.
  private mutating func merge(_ node: YAMLNode, into entries: inout [YAMLNode.Entry]) {
    switch node.content {
    case .mapping(let added):
      let known = Set(entries.map(\.key))
      entries += added.filter { !known.contains($0.key) }
    case .sequence(let elements):
      for element in elements { merge(element, into: &entries) }
    case .scalar:
      report(.type(field: "<<", found: node.kind, expected: "an alias of a mapping"), node.place)
    }
  }
}

/// Where a node starts, past its anchor and tag.
private struct Lead {
  /// The offset of its first character, past anchor and tag.
  private(set) var start: Int
  private(set) var anchor: String?
  /// Where its tag stands.
  private(set) var tag: Place?
  private let length: Int
  private let source: SourceText

  init(_ node: Node, in source: SourceText) {
    self.source = source
    start = node.mark.flatMap { source.offset(line: $0.line, column: $0.column) } ?? 0
    // An anchor before the first key of a block mapping belongs to the key.
    if case .mapping(let mapping) = node, let key = mapping.first?.key,
      let a = node.mark, let b = key.mark, a.line == b.line, a.column == b.column
    {
      self.length = Self.width(of: key, at: start, in: source)
      return
    }
    let scalars = source.scalars
    var at = start
    while at < scalars.count, scalars[at] == "&" || scalars[at] == "!" {
      let word = scalars[(at + 1)...].prefix { $0 != " " && !SourceText.isBreak($0) }
      if scalars[at] == "&" {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: word)
        anchor = String(view)
      } else {
        tag = source.place(offset: at, length: word.count + 1)
      }
      at += word.count + 1
      while at < scalars.count, scalars[at] == " " || SourceText.isBreak(scalars[at]) { at += 1 }
    }
    if at < scalars.count { start = at }
    length = Self.width(of: node, at: start, in: source)
  }

  var place: Place { source.place(offset: start, length: length) }

  static func isAnchorCharacter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && scalar.isASCII || scalar == "_" || scalar == "-"
      || (scalar.value >= 0x30 && scalar.value <= 0x39)
  }

  /// How many characters of the line show the node.
  private static func width(of node: Node, at start: Int, in source: SourceText) -> Int {
    let scalars = source.scalars
    guard start < scalars.count else { return 1 }
    let line = source.restOfLine(from: start)
    switch line.first {
    case "\"", "'": return quotedWidth(line)
    case "[", "{": return flowWidth(line)
    case "|", ">": return 1
    default: break
    }
    guard case .scalar(let scalar) = node else { return 1 }
    let written = scalar.string.unicodeScalars.count
    return max(1, min(written, line.count))
  }

  private static func quotedWidth(_ line: ArraySlice<Unicode.Scalar>) -> Int {
    guard let quote = line.first else { return 1 }
    var isEscaped = false
    for (index, scalar) in line.dropFirst().enumerated() {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\", quote == "\"" {
        isEscaped = true
      } else if scalar == quote {
        return index + 2
      }
    }
    return line.count
  }

  private static func flowWidth(_ line: ArraySlice<Unicode.Scalar>) -> Int {
    var depth = 0
    for (index, scalar) in line.enumerated() {
      if scalar == "[" || scalar == "{" { depth += 1 }
      if scalar == "]" || scalar == "}" { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return line.count
  }
}
