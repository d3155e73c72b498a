/// One chart of the page: the question, what was found, the pictures and the figures behind them.
package struct Figure {
  /// A picture with the table that it draws.
  struct Panel {
    /// What it is about, shown over it; empty when the picture says so itself.
    var heading = ""
    var picture: SVG
    var table: DataTable
    /// Whether the rows of the table lie beside each other in time, from one edge to the other.
    var isTimeline = false
    /// Whether it stands at the right of the one before.
    var isBeside = false
  }

  /// How panels stand where there is room.
  enum Layout: String {
    /// Under each other.
    case stack
    /// As many beside each other as fit.
    case grid
    /// Two and two; a panel that follows another stands at its right.
    case pairs
  }

  /// The name in links, such as `money`.
  var id: String
  /// What the chart answers.
  var question: String
  /// The answer, from the figures.
  var finding: String
  /// The measure, its unit and how much of it.
  var subtitle: String
  /// The files that hold what is drawn.
  var files: [CSVTable]
  var panels: [Panel]
  /// How panels stand where there is room.
  var layout = Layout.stack
  /// What else to know, under the pictures.
  var notes: [String] = []

  /// The section.
  var markup: String {
    let head =
      HTML.tag("p", ["class": "question"], HTML.text(question))
      + HTML.tag("h2", ["id": id], HTML.text(finding))
      + HTML.tag("p", ["class": "measure"], HTML.text(subtitle))
    let figures = panels.map(figure).joined()
    let notes = notes.map { HTML.tag("p", ["class": "note"], HTML.text($0)) }.joined()
    let names = files.map { HTML.tag("code", [:], $0.rawValue) }.joined(separator: ", ")
    return HTML.tag(
      "section", ["aria-labelledby": id],
      head + HTML.tag("div", ["class": layout.rawValue], figures) + notes
        + HTML.tag("p", ["class": "source"], "Draws \(names)."))
  }

  private func figure(_ panel: Panel) -> String {
    let heading =
      panel.heading.isEmpty ? "" : HTML.tag("h3", [:], HTML.text(panel.heading))
    let table =
      HTML.tag("summary", [:], "Figures")
      + HTML.tag("div", ["class": "scroll"], panel.table.markup())
    return HTML.tag(
      "figure",
      [
        "data-read": panel.isTimeline ? "time" : "rows", "class": panel.isBeside ? "right" : "left",
      ],
      heading + HTML.tag("div", ["class": "picture"], panel.picture.markup)
        + HTML.tag("p", ["class": "readout", "aria-live": "polite"])
        + HTML.tag("details", [:], table))
  }
}
