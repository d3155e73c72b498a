/// A change of the scenario on the command line: `path=value`, such as
/// `architectures.optimized.pools.main.max=20`.
///
/// The path's parts are keys, or indices of a list from 0, or `*` for every entry; a key that
/// holds a point cannot be reached. Keys that are missing are made. The value is YAML.
public struct Override: Hashable, Sendable {
  /// `path=value`, as written.
  public var text: String

  /// A change as written after `--set`.
  public init(_ text: String) { self.text = text }
}

extension Override {
  /// The path's parts, each with its place.
  private var parts: [(key: String, place: Place)] {
    let path = text.unicodeScalars.prefix { $0 != "=" }
    var column = 1
    return path.split(separator: ".", omittingEmptySubsequences: false).map { part in
      defer { column += part.count + 1 }
      return (String(part), place(column: column, length: part.count))
    }
  }

  private func place(column: Int, length: Int) -> Place {
    Place(path: "--set", line: 1, column: column, length: length, lineText: text)
  }

  /// Changes `root`; what is wrong is added to `problems`.
  func apply(to root: inout YAMLNode, problems: inout [Diagnostic]) {
    guard let sign = text.unicodeScalars.firstIndex(of: "=") else {
      let place = place(column: 1, length: text.unicodeScalars.count)
      problems.append(
        Diagnostic(
          problem: .type(field: "--set", found: "\"\(text)\"", expected: "path=value"),
          place: place))
      return
    }
    let parts = parts
    guard parts.count <= TextChecks.nestingLimit else {
      let place = place(column: 1, length: 1)
      problems.append(
        Diagnostic(problem: .nesting(limit: TextChecks.nestingLimit), place: place))
      return
    }
    do {
      let value = try value(after: sign)
      set(value, at: parts[...], in: &root, problems: &problems)
    } catch {
      problems += error.all
    }
  }

  /// The value, read where it stands: blanks in place of the path keep its columns.
  private func value(after sign: String.Index) throws(Diagnostics) -> YAMLNode {
    let scalars = text.unicodeScalars
    let blanks = scalars.distance(from: scalars.startIndex, to: sign) + 1
    let written = String(repeating: " ", count: blanks) + text[scalars.index(after: sign)...]
    let source = try TextChecks.decode(Array(written.utf8), path: "--set").get()
    guard let (root, problems) = try? YAMLTree.read(source) else {
      if written.allSatisfy({ $0 == " " }) { return nothing }
      _ = try YAMLTree.read(source)
      return nothing
    }
    guard problems.isEmpty else { throw Diagnostics(problems.map(withText)) }
    return withText(root)
  }

  private var nothing: YAMLNode {
    YAMLNode(
      content: .scalar("", isPlain: true), place: place(column: 1, length: 1), name: "--set")
  }

  private func withText(_ diagnostic: Diagnostic) -> Diagnostic {
    var copy = diagnostic
    copy.place.lineText = text
    return copy
  }

  private func withText(_ node: YAMLNode) -> YAMLNode {
    var copy = node
    copy.place.lineText = text
    switch node.content {
    case .scalar: break
    case .sequence(let elements): copy.content = .sequence(elements.map(withText))
    case .mapping(let entries):
      copy.content = .mapping(
        entries.map { entry in
          var changed = entry
          changed.keyPlace.lineText = text
          changed.value = withText(entry.value)
          changed.value.namePlace?.lineText = text
          return changed
        })
    }
    return copy
  }

  private func set(
    _ value: YAMLNode, at path: ArraySlice<(key: String, place: Place)>, in node: inout YAMLNode,
    problems: inout [Diagnostic]
  ) {
    guard let (key, place) = path.first else {
      node.content = value.content
      node.place = value.place
      node.origin = nil
      return
    }
    if node.isNull { node.content = .mapping([]) }
    switch node.content {
    case .scalar:
      problems.append(
        Diagnostic(
          problem: .type(field: node.name, found: node.kind, expected: "a mapping"), place: place))
    case .sequence(var elements):
      let chosen = key == "*" ? Array(elements.indices) : Int(key).map { [$0] } ?? []
      if chosen.isEmpty || !chosen.allSatisfy(elements.indices.contains) {
        let indices = elements.indices.map { "\($0)" }
        problems.append(
          Diagnostic(
            problem: .unknownName(kind: "index of `\(node.name)`", name: key, valid: indices),
            place: place))
        return
      }
      for index in chosen {
        set(value, at: path.dropFirst(), in: &elements[index], problems: &problems)
      }
      node.content = .sequence(elements)
    case .mapping(var entries):
      if key != "*", !entries.contains(where: { $0.key == key }) {
        let empty = YAMLNode(
          content: .scalar("", isPlain: true), place: place, name: key, namePlace: place)
        entries.append(.init(key: key, keyPlace: place, value: empty))
      }
      for index in entries.indices where key == "*" || entries[index].key == key {
        set(value, at: path.dropFirst(), in: &entries[index].value, problems: &problems)
      }
      node.content = .mapping(entries)
    }
  }
}
