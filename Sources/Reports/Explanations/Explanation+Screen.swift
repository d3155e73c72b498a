extension Explanation {
  /// The explanation as people read it, in lines of at most `width` characters.
  public func screen(width: Int) -> String {
    var lines = ["\(word)  (\(kind.noun)\(unit.isEmpty ? "" : ", in \(unit)"))"]
    lines += Self.paragraph("", text.meaning, width)
    if !text.reason.isEmpty { lines += Self.paragraph("why   ", text.reason, width) }
    if !text.advice.isEmpty { lines += Self.paragraph("do    ", text.advice, width) }
    let examples = example.split(separator: "\n")
    for (index, line) in examples.enumerated() {
      lines += Self.paragraph(index == 0 ? "e.g.  " : "      ", String(line), width)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every word by kind, in lines of at most `width` characters.
  public static func list(width: Int) -> String {
    var lines = ["headroom explain WORD says what it means, why it matters and what to do."]
    for kind in Kind.allCases {
      let words = all.filter { $0.kind == kind }.map(\.word).joined(separator: "  ")
      lines += ["", kind.heading] + paragraph("", words, width, gap: "  ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func paragraph(
    _ label: String, _ text: String, _ width: Int, gap: String = " "
  ) -> [String] {
    let indent = "  " + String(repeating: " ", count: label.count)
    var lines: [String] = []
    var line = "  " + label
    var isEmpty = true
    for word in text.split(whereSeparator: \.isWhitespace) {
      if !isEmpty, line.count + gap.count + word.count > width {
        lines.append(line)
        (line, isEmpty) = (indent, true)
      }
      line += (isEmpty ? "" : gap) + word
      isEmpty = false
    }
    return isEmpty ? lines : lines + [line]
  }
}
