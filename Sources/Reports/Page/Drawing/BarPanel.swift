/// Named bars from zero, each with its figure at the right.
struct BarPanel {
  /// One bar.
  struct Bar {
    var name: String
    var value: Double
    var text: String
    var style: String
  }

  private static let rowHeight = 34.0

  /// The picture of bars against `largest`, which other pictures share.
  static func picture(
    _ bars: [Bar], largest: Double, title: String, description: String
  ) -> SVG {
    var picture = SVG(
      title: title, description: description, height: Double(bars.count) * rowHeight + 4)
    for (place, bar) in bars.enumerated() {
      let y = Double(place) * rowHeight
      picture.text(bar.name, x: 0, y: y + 13)
      picture.text(bar.text, x: 1, y: y + 13, anchor: .end)
      picture.line(x1: 0, y1: y + 24, x2: 1, y2: y + 24, "track")
      let share = largest > 0 ? bar.value / largest : 0
      picture.rectangle(
        x: 0, y: y + 19, width: bar.value > 0 ? max(share, 0.003) : 0, height: 10, bar.style)
    }
    return picture
  }
}
