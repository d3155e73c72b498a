/// Just enough of XML to see that a text of elements and attributes is well-formed.
enum TinyXML {
  struct Malformed: Error { var at: String }

  /// Throws unless every element is closed in its turn, every attribute is quoted and there once,
  /// and every `&` begins an entity.
  static func check(_ text: String) throws {
    var rest = Substring(text)
    var open: [Substring] = []
    var roots = 0
    while let start = rest.firstIndex(of: "<") {
      try requireText(rest[..<start])
      rest = rest[start...].dropFirst()
      guard let end = rest.firstIndex(of: ">") else { throw Malformed(at: String(rest)) }
      let tag = rest[..<end]
      rest = rest[end...].dropFirst()
      if tag.hasPrefix("?") || tag.hasPrefix("!") { continue }
      if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else { throw Malformed(at: String(tag)) }
        continue
      }
      if open.isEmpty { roots += 1 }
      let name = tag.prefix(while: isName)
      try requireAttributes(tag.dropFirst(name.count))
      if !tag.hasSuffix("/") { open.append(name) }
    }
    guard open.isEmpty, roots == 1 else { throw Malformed(at: "the end") }
  }

  private static func isName(_ c: Character) -> Bool { c.isLetter || c.isNumber || c == "-" }

  private static func requireAttributes(_ text: Substring) throws {
    var rest = text
    var names: Set<Substring> = []
    while let first = rest.first(where: { $0 != " " }), first != "/" {
      rest = rest.drop { $0 == " " }
      let name = rest.prefix(while: isName)
      rest = rest.dropFirst(name.count)
      guard names.insert(name).inserted, rest.hasPrefix("=\"") else {
        throw Malformed(at: String(rest))
      }
      rest = rest.dropFirst(2)
      guard let end = rest.firstIndex(of: "\"") else { throw Malformed(at: String(rest)) }
      try requireText(rest[..<end])
      rest = rest[end...].dropFirst()
    }
  }

  private static func requireText(_ text: Substring) throws {
    let entities = ["&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#9;", "&#10;", "&#13;"]
    var rest = text
    while let start = rest.firstIndex(of: "&") {
      rest = rest[start...]
      guard let entity = entities.first(where: rest.hasPrefix) else {
        throw Malformed(at: String(rest))
      }
      rest = rest.dropFirst(entity.count)
    }
    guard text.unicodeScalars.allSatisfy({ $0.value >= 0x20 || $0 == "\n" }) else {
      throw Malformed(at: String(text))
    }
  }
}
