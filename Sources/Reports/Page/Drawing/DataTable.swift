/// The figures that a chart draws, as a table.
struct DataTable {
  /// The heads of the columns with their units.
  var heads: [String]
  /// The rows, as long as the heads each.
  var rows: [[String]]
  /// How many columns at the left name the row.
  var keys = 1

  /// The element; the first columns are heads of their rows.
  func markup(_ style: String = "data") -> String {
    let top = heads.map { HTML.tag("th", ["scope": "col"], HTML.text($0)) }.joined()
    let body = rows.map { row in
      let cells = row.enumerated().map { column, cell in
        column == 0
          ? HTML.tag("th", ["scope": "row"], HTML.text(cell)) : HTML.tag("td", [:], HTML.text(cell))
      }
      return HTML.tag("tr", [:], cells.joined())
    }
    return HTML.tag(
      "table", ["class": style],
      HTML.tag("thead", [:], HTML.tag("tr", [:], top)) + HTML.tag("tbody", [:], body.joined()))
  }
}
