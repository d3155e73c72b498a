/// What is looked at before the YAML parser sees a text.
enum TextChecks {
  /// The most bytes of a scenario; traces belong in CSV files.
  static let byteLimit = 4_000_000
  /// The deepest nesting of brackets or indentation.
  static let nestingLimit = 100

  /// The text of `bytes` without a byte order mark, or what is wrong with it.
  static func decode(_ bytes: [UInt8], path: String) -> Result<SourceText, Diagnostics> {
    func failure(_ problem: Problem, _ place: Place) -> Result<SourceText, Diagnostics> {
      .failure(Diagnostics([Diagnostic(problem: problem, place: place)]))
    }
    let start = Place(path: path, line: 1, column: 1, length: 1, lineText: "")
    if bytes.count > byteLimit {
      return failure(.tooLong(bytes: bytes.count, limit: byteLimit), start)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let valid = validPrefix(of: bytes)
      let before = SourceText(path: path, text: String(decoding: bytes[..<valid], as: UTF8.self))
      let place = before.place(offset: before.scalars.count, length: 1)
      return failure(.notUTF8(byte: valid), place)
    }
    let source = SourceText(
      path: path, text: text.hasPrefix("\u{FEFF}") ? withoutMark(text) : text)
    if let offset = source.scalars.firstIndex(where: isControl) {
      return failure(
        .controlCharacter(source.scalars[offset].value), source.place(offset: offset, length: 1))
    }
    if let offset = tooDeep(source) {
      return failure(.nesting(limit: nestingLimit), source.place(offset: offset, length: 1))
    }
    return .success(source)
  }

  private static func withoutMark(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
  }

  /// The number of bytes before the first that is not UTF-8. Complexity: O(n log n).
  private static func validPrefix(of bytes: [UInt8]) -> Int {
    var (low, high) = (0, bytes.count)
    // Invariant: the first `low` bytes hold no error, apart from a character cut at the end.
    while high - low > 1 {
      let middle = (low + high) / 2
      if isValidButForItsEnd(bytes[..<middle]) { low = middle } else { high = middle }
    }
    while low > 0, String(validating: bytes[..<low], as: UTF8.self) == nil { low -= 1 }
    return low
  }

  private static func isValidButForItsEnd(_ bytes: ArraySlice<UInt8>) -> Bool {
    (0...3).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
  }

  /// Whether libyaml refuses the character.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85: false
    case 0..<0x20, 0x7F..<0xA0, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// The first place that is nested too deep, in brackets or by indentation, or nil.
  static func tooDeep(_ source: SourceText) -> Int? {
    var brackets = BracketDepth()
    for (offset, scalar) in source.scalars.enumerated() {
      brackets.step(scalar)
      if brackets.depth > nestingLimit { return offset }
    }
    return tooIndented(source)
  }

  private static func tooIndented(_ source: SourceText) -> Int? {
    var indents: [Int] = []
    for (number, text) in source.numberedLines {
      let scalars = Array(text.unicodeScalars)
      var column = 0
      // Invariant: `indents` ascends and ends with the levels that hold the column.
      while column < scalars.count, let opens = Self.opensLevel(scalars, at: column) {
        if opens { push(column, onto: &indents) }
        if indents.count > nestingLimit { return source.start(ofLine: number) + column }
        column += 1
      }
      if column < scalars.count { push(column, onto: &indents) }
      if indents.count > nestingLimit { return source.start(ofLine: number) + column }
    }
    return nil
  }

  /// Whether an indicator of a list or key stands at `column`; nil at the line's text.
  private static func opensLevel(_ line: [Unicode.Scalar], at column: Int) -> Bool? {
    if line[column] == " " { return false }
    let isIndicator = line[column] == "-" || line[column] == "?" || line[column] == ":"
    let isAlone = column + 1 == line.count || line[column + 1] == " "
    return isIndicator && isAlone ? true : nil
  }

  private static func push(_ column: Int, onto indents: inout [Int]) {
    while let last = indents.last, last >= column { indents.removeLast() }
    indents.append(column)
  }
}

/// How many brackets are open, outside of quotes and comments.
private struct BracketDepth {
  private(set) var depth = 0
  private var quote: Unicode.Scalar?
  private var isComment = false
  private var isEscaped = false
  private var before: Unicode.Scalar = "\n"

  mutating func step(_ scalar: Unicode.Scalar) {
    defer { before = scalar }
    if SourceText.isBreak(scalar) {
      isComment = false
    } else if isComment {
      return
    } else if let open = quote {
      if isEscaped {
        isEscaped = false
      } else if open == "\"", scalar == "\\" {
        isEscaped = true
      } else if scalar == open {
        quote = nil
      }
    } else if scalar == "#", isBlank(before) {
      isComment = true
    } else if scalar == "\"" || scalar == "'",
      isBlank(before) || "[{,:".unicodeScalars.contains(before)
    {
      quote = scalar
    } else if scalar == "[" || scalar == "{" {
      depth += 1
    } else if scalar == "]" || scalar == "}" {
      depth = max(depth - 1, 0)
    }
  }

  private func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\t" || SourceText.isBreak(scalar)
  }
}
