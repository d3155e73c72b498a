/// Text as XML 1.0 wants it.
enum XML {
  /// The value of an attribute, with its quotes.
  static func attribute(_ text: String) -> String { "\"" + escaped(text) + "\"" }

  /// Markup by its entities, line ends and tabs by their numbers, and what XML forbids (control
  /// characters, U+FFFE, U+FFFF) by the replacement character.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&apos;"
      case "\t", "\n", "\r": result += "&#\(scalar.value);"
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
