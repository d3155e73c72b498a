/// Fitting text into columns, counted in characters (none used here is wider than one).
enum TextLayout {
  /// Breaks at spaces so that no line is longer than `width`, if its words allow.
  static func wrap(_ text: String, width: Int, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      let lead = lines.isEmpty ? "" : indent
      if line.isEmpty {
        line = lead + word
      } else if line.count + 1 + word.count <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = indent + word
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// The text as it is if it fits, else broken at spaces.
  static func fitted(_ text: String, width: Int, indent: String = "") -> [String] {
    text.count <= width ? [text] : wrap(text, width: width, indent: indent)
  }

  /// As many items on a line as fit, `gap` between them; an item longer than a line is broken.
  static func packed(
    _ items: [String], gap: String = "    ", width: Int
  ) -> [String] {
    var lines: [String] = []
    for item in items {
      if let last = lines.last, last.count + gap.count + item.count <= width {
        lines[lines.count - 1] = last + gap + item
      } else {
        lines += fitted(item, width: width)
      }
    }
    return lines
  }

  /// A name of at most `width` characters, cut in the middle.
  static func middleCut(_ name: String, width: Int = 20, ellipsis: String) -> String {
    guard name.count > width else { return name }
    let kept = width - ellipsis.count
    return name.prefix((kept + 1) / 2) + ellipsis + name.suffix(kept / 2)
  }

  /// As many whole words as fit into `width`, with an ellipsis when some do not.
  static func cut(_ text: String, width: Int, ellipsis: String) -> String {
    guard text.count > width else { return text }
    let first = wrap(text, width: width - ellipsis.count - 1).first ?? ""
    return first + " " + ellipsis
  }

  /// Spaces before the text.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  /// Spaces after the text.
  static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Without spaces at the end.
  static func trimmed(_ text: String) -> String {
    var text = text
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
