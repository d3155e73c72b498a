import Capacity
import Experiments

/// One chart of the page as a picture of its own, for a slide: title, pictures and source.
struct Slide {
  private let figure: Figure
  private let source: String
  private var body = ""
  private var y = 0.0

  /// The width in the units of its drawing; shown twice as large.
  private static let width = 960.0
  private static let margin = 36.0
  private static let gap = 34.0

  /// A picture of `figure`; `source` says what made it.
  init(_ figure: Figure, source: String) {
    self.figure = figure
    self.source = source
    y = Self.margin
    write(figure.finding, size: 23, line: 29, characters: 58, weight: 700)
    y += 3
    write(figure.subtitle, size: 12.5, line: 17, characters: 124, colour: "#57606A")
    y += 12
    place()
    for note in figure.notes { write(note, size: 11, line: 15, characters: 160, colour: "#57606A") }
    y += 6
    write(source, size: 11, line: 15, characters: 160, colour: "#57606A")
    y += Self.margin - 18
  }

  /// The file.
  var text: String {
    let (width, height) = (SVG.number(Self.width), SVG.number(y))
    return HTML.tag(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(width) \(height)",
        "width": SVG.number(Self.width * 2), "height": SVG.number(y * 2), "role": "img",
        "font-family": "system-ui,-apple-system,Segoe UI,Roboto,DejaVu Sans,sans-serif",
      ],
      HTML.tag("title", [:], HTML.text(figure.finding))
        + HTML.tag("style", [:], HTML.text(PageStyle.standalone))
        + HTML.empty("rect", ["width": width, "height": height, "fill": "#fff"]) + body) + "\n"
  }

  /// How wide and high it is shown, in pixels.
  var size: (width: Int, height: Int) { (Int(Self.width * 2), Int((y * 2).rounded(.up))) }

  private var columns: Int {
    switch figure.layout {
    case .stack: 1
    case .pairs: 2
    case .grid: min(figure.panels.count, figure.panels.count == 4 ? 2 : 3)
    }
  }

  /// Panels row by row, each row as high as its highest.
  private mutating func place() {
    let columns = columns
    let inner = Self.width - 2 * Self.margin
    let wide = (inner - Self.gap * Double(columns - 1)) / Double(columns)
    var rows: [[Figure.Panel?]] = []
    for panel in figure.panels {
      let isNew =
        figure.layout == .pairs ? !panel.isBeside : (rows.last?.count ?? columns) >= columns
      if isNew || rows.isEmpty { rows.append([]) }
      rows[rows.count - 1].append(panel)
    }
    for row in rows {
      let top = y
      var tallest = 0.0
      for (column, panel) in row.enumerated() {
        guard let panel else { continue }
        let x = Self.margin + (wide + Self.gap) * Double(column)
        let head = panel.heading.isEmpty ? 0 : 24.0
        if head > 0 { words(panel.heading, x: x, y: top + 14, size: 12, weight: 700) }
        body += HTML.tag(
          "svg",
          [
            "x": SVG.number(x), "y": SVG.number(top + head), "width": SVG.number(wide),
            "height": SVG.number(panel.picture.height), "overflow": "visible",
          ], panel.picture.markup)
        tallest = max(tallest, head + panel.picture.height)
      }
      y = top + tallest + 20
    }
  }

  private mutating func write(
    _ text: String, size: Double, line: Double, characters: Int, weight: Int = 400,
    colour: String = "#1F2328"
  ) {
    for part in TextLayout.wrap(text, width: characters) {
      y += line
      words(part, x: Self.margin, y: y - line * 0.25, size: size, weight: weight, colour: colour)
    }
  }

  private mutating func words(
    _ text: String, x: Double, y: Double, size: Double, weight: Int, colour: String = "#1F2328"
  ) {
    let style = "fill:\(colour);font-size:\(SVG.number(size))px;font-weight:\(weight)"
    body += HTML.tag(
      "text", ["x": SVG.number(x), "y": SVG.number(y), "style": style], HTML.text(text))
  }
}

extension Report {
  /// A chart of the page for a slide.
  public struct Picture: Sendable {
    /// The text of the SVG file.
    public let svg: String
    /// How wide and high it is, in pixels.
    public let size: (width: Int, height: Int)
  }

  /// The names of the charts that these results have, in the order of the page.
  public var charts: [String] { Page.figures(PageFacts(self)).map(\.id) }

  /// The chart of that name; nil where these results have none.
  public func picture(_ chart: String) -> Picture? {
    guard let figure = Page.figures(PageFacts(self)).first(where: { $0.id == chart }) else {
      return nil
    }
    let files = figure.files.map(\.rawValue).joined(separator: ", ")
    let slide = Slide(
      figure,
      source: "\(comparison.scenario.name) · headroom \(version) · seed "
        + "\(comparison.scenario.seed) · draws \(files)")
    return Picture(svg: slide.text, size: slide.size)
  }
}
