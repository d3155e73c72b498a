/// How figures and names are written in the YAML of a calibration and beside it.
enum CalibrationText {
  /// A positive number, or zero, to five significant digits.
  static func number(_ value: Double) -> String {
    guard value != 0 else { return "0" }
    let place = RoundedFigure.exponent(value) - 4
    return PlainDecimal.text(Double(RoundedFigure.decimal(value, place: place)) ?? value)
  }

  /// A time in milliseconds with its unit.
  static func milliseconds(_ seconds: Double) -> String { number(seconds * 1_000) + "ms" }

  /// A time in the unit that people would use.
  static func time(_ seconds: Double) -> String {
    switch seconds {
    case ..<1: milliseconds(seconds)
    case ..<600: number(seconds) + "s"
    case ..<7_200: number(seconds / 60) + "min"
    default: number(seconds / 3_600) + "h"
    }
  }

  /// A share as a percentage with one decimal.
  static func percent(_ share: Double) -> String { percentDigits(share) + "%" }

  /// As `percent`, without the sign.
  static func percentDigits(_ share: Double) -> String {
    RoundedFigure.decimal(100 * share, place: -1)
  }

  /// A YAML text in double quotes, on one line.
  static func quoted(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": escaped += "\\" + String(Character(scalar))
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "\"\(escaped)\""
  }

  /// A key of a mapping, quoted if it is more than letters, digits, dots, dashes and blanks.
  static func key(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.allSatisfy { scalar in
        scalar.isASCII
          && (scalar.properties.isAlphabetic || "0123456789._- ".contains(Character(scalar)))
      } && text.first?.isLetter == true
    return isPlain ? text : quoted(text)
  }

  /// A name as scenarios allow them, made from any text: `[a-z0-9][a-z0-9._-]*`.
  static func name(_ text: String) -> String {
    let marks = text.lowercased().unicodeScalars.map { scalar -> Character in
      let isAllowed =
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
        || "._-".unicodeScalars.contains(scalar)
      return isAllowed ? Character(scalar) : "-"
    }
    let name = String(marks).drop { $0 == "-" || $0 == "." || $0 == "_" }
    return name.isEmpty ? "model" : String(name)
  }

  /// A screen of `lines` with `yaml` below it, in ASCII where the style has no more.
  static func screen(_ lines: [String], yaml: String, _ style: Style) -> String {
    let text = lines.joined(separator: "\n") + "\n"
    guard !style.unicode else { return text + yaml }
    let words = ["²": "2", "·": "*", "…": "..."]
    return text.map { words[String($0)] ?? String($0) }.joined() + yaml
  }

  /// `lines` moved right by `spaces`.
  static func indented(_ lines: [String], by spaces: Int) -> [String] {
    lines.map { String(repeating: " ", count: spaces) + $0 }
  }
}
