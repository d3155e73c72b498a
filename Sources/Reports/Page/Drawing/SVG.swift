/// A picture as wide as the page allows: x is a share of its width, y is in pixels.
///
/// Text and marks keep their size from 320 pixels up; only curves are stretched.
struct SVG {
  /// Where a text is held.
  enum Anchor: String {
    case start
    case middle
    case end
  }

  private let title: String
  private let description: String
  /// In pixels.
  let height: Double
  private var body = ""

  /// An empty picture; the title is its finding, the description its numbers.
  init(title: String, description: String, height: Double) {
    self.title = title
    self.description = description
    self.height = height
  }

  /// The element.
  var markup: String {
    HTML.tag(
      "svg",
      ["role": "img", "width": "100%", "height": Self.number(height), "class": "chart"],
      HTML.tag("title", [:], HTML.text(title)) + HTML.tag("desc", [:], HTML.text(description))
        + body)
  }

  mutating func line(x1: Double, y1: Double, x2: Double, y2: Double, _ style: String) {
    body += HTML.empty(
      "line",
      [
        "x1": Self.share(x1), "y1": Self.number(y1), "x2": Self.share(x2), "y2": Self.number(y2),
        "class": style,
      ])
  }

  mutating func rectangle(x: Double, y: Double, width: Double, height: Double, _ style: String) {
    body += HTML.empty(
      "rect",
      [
        "x": Self.share(x), "y": Self.number(y), "width": Self.share(max(0, width)),
        "height": Self.number(max(0, height)), "class": style,
      ])
  }

  mutating func dot(x: Double, y: Double, radius: Double, _ style: String) {
    body += HTML.empty(
      "circle",
      ["cx": Self.share(x), "cy": Self.number(y), "r": Self.number(radius), "class": style])
  }

  /// A text whose baseline is at `y`, `shift` pixels to the right of `x`.
  mutating func text(
    _ text: String, x: Double, y: Double, shift: Double = 0, anchor: Anchor = .start,
    _ style: String = ""
  ) {
    var attributes = " x=\"\(Self.share(x))\" y=\"\(Self.number(y))\""
    if shift != 0 { attributes += " dx=\"\(Self.number(shift))\"" }
    if anchor != .start { attributes += " text-anchor=\"\(anchor.rawValue)\"" }
    if !style.isEmpty { attributes += " class=\"\(style)\"" }
    body += "<text\(attributes)>\(HTML.text(text))</text>"
  }

  /// Curves in a grid of `columns` by `height`, stretched to the width.
  mutating func stretched(y: Double, height: Double, columns: Double, _ paths: [Curve]) {
    let content = paths.filter { !$0.data.isEmpty }.map {
      HTML.empty("path", ["d": $0.data, "class": $0.style])
    }
    body += HTML.tag(
      "svg",
      [
        "y": Self.number(y), "width": "100%", "height": Self.number(height),
        "viewBox": "0 0 \(Self.number(columns)) \(Self.number(height))",
        "preserveAspectRatio": "none",
      ], content.joined())
  }

  /// The line that the readout moves, hidden until it is used.
  mutating func cursor(y1: Double, y2: Double) {
    line(x1: 0, y1: y1, x2: 0, y2: y2, "cursor")
  }

  /// A curve with its style.
  struct Curve {
    var data: String
    var style: String
  }

  /// At most two decimals, without needless zeros.
  static func number(_ value: Double) -> String {
    var text = RoundedFigure.decimal(value, place: -2)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  private static func share(_ value: Double) -> String { number(value * 100) + "%" }
}
