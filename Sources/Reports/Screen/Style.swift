/// How a screen may look.
public struct Style: Hashable, Sendable {
  /// The number of columns; at least 40.
  public var width: Int
  /// Whether ANSI colours may be used.
  public var color: Bool
  /// Whether more than ASCII may be used.
  public var unicode: Bool

  /// The number of lines of the terminal; nil where the result is not read on one.
  public var height: Int?

  /// A look; by default that of a pipe.
  public init(
    width: Int = 80, color: Bool = false, unicode: Bool = true, height: Int? = nil
  ) {
    self.height = height
    self.width = max(40, width)
    self.color = color
    self.unicode = unicode
  }

  /// What a piece of text is for; colour adds nothing that the text lacks.
  enum Ink: String {
    case bold = "1"
    case dim = "2"
    case good = "32"
    case bad = "31"
    case doubt = "33"
  }

  func paint(_ text: String, _ ink: Ink) -> String {
    color && !text.isEmpty ? "\u{1b}[\(ink.rawValue)m\(text)\u{1b}[0m" : text
  }

  var winner: String { unicode ? "▸" : ">" }
  var plusMinus: String { unicode ? "±" : "+-" }
  var holds: String { unicode ? "✓" : "ok" }
  var fails: String { unicode ? "✗" : "FAIL" }
  var ellipsis: String { unicode ? "…" : "..." }
  var atMost: String { unicode ? "≤" : "<=" }
  var atLeast: String { unicode ? "≥" : ">=" }

  /// The eight heights of a sparkline, after the empty one.
  var bars: [Character] { Array(unicode ? " ▁▂▃▄▅▆▇█" : " .:-=+*#@") }
}
