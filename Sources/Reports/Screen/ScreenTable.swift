/// A table of right-aligned figures with two lines of heads, laid out to the narrowest it can be.
struct ScreenTable {
  /// One figure: decimal points of a column are under each other, `suffix` follows the value.
  struct Cell {
    var value: String
    var suffix = ""
  }

  /// A column of figures.
  struct Column {
    /// The upper head; a head that belongs to several columns stands over the last of them.
    var upper: String
    /// The lower head.
    var lower: String
    /// One for each row.
    var cells: [Cell]
    /// Whether the upper head may reach over the columns to the left.
    var spans = false
  }

  /// What stands before each row: a mark of one character and a name.
  var names: [(mark: String, name: String)]
  /// The head of the names.
  var nameHead: String
  /// The columns.
  var columns: [Column]
  /// What stands at the end of each row, already painted, and its head.
  var ends: [String]
  /// The two heads over the ends.
  var endHeads: (upper: String, lower: String)
  /// The width of the widest end as it is seen.
  var endWidth: Int

  private static let gap = 2

  /// How wide it is.
  var width: Int {
    nameWidth + layouts.reduce(0) { $0 + Self.gap + $1.width }
      + (endWidth > 0 ? Self.gap + endWidth : 0)
  }

  private var nameWidth: Int {
    max(nameHead.count, names.reduce(0) { max($0, $1.name.count + 2) })
  }

  /// Where the parts of a column are.
  private struct Layout {
    var whole = 0
    var fraction = 0
    var suffix = 0
    var width = 0
    /// The end of the values, from the column's left side.
    var valueEnd: Int { width - suffix }
  }

  private var layouts: [Layout] {
    columns.map { column in
      var layout = Layout()
      for cell in column.cells {
        let parts = Self.parts(cell.value)
        layout.whole = max(layout.whole, parts.whole.count)
        layout.fraction = max(layout.fraction, parts.fraction.count)
        layout.suffix = max(layout.suffix, cell.suffix.count)
      }
      let upper = column.spans ? 0 : column.upper.count
      layout.width = max(
        layout.whole + layout.fraction + layout.suffix, column.lower.count, upper)
      return layout
    }
  }

  /// The two lines of heads.
  var heads: [String] {
    var upper = String(repeating: " ", count: nameWidth)
    var lower = TextLayout.left(nameHead, nameWidth)
    for (column, layout) in zip(columns, layouts) {
      let end = lower.count + Self.gap + layout.width
      lower += String(repeating: " ", count: Self.gap) + Self.head(column.lower, layout)
      let text = column.spans ? column.upper : Self.head(column.upper, layout)
      let taken = TextLayout.trimmed(upper).count
      let start = max(taken == 0 ? 0 : taken + 1, end - text.count)
      guard column.spans || !column.upper.isEmpty else { continue }
      upper = TextLayout.left(upper, start) + text
    }
    if endWidth > 0 {
      upper = TextLayout.left(upper, lower.count + Self.gap) + endHeads.upper
      lower += String(repeating: " ", count: Self.gap) + endHeads.lower
    }
    return [TextLayout.trimmed(upper), TextLayout.trimmed(lower)]
  }

  /// The lines of the rows.
  var rows: [String] {
    let layouts = layouts
    return names.indices.map { row in
      let mark = TextLayout.left(names[row].mark, 1)
      var line = TextLayout.left("\(mark) \(names[row].name)", nameWidth)
      for (column, layout) in zip(columns, layouts) {
        line += String(repeating: " ", count: Self.gap) + Self.text(column.cells[row], layout)
      }
      if endWidth > 0 { line += String(repeating: " ", count: Self.gap) + ends[row] }
      return TextLayout.trimmed(line)
    }
  }

  private static func text(_ cell: Cell, _ layout: Layout) -> String {
    let parts = parts(cell.value)
    let value =
      TextLayout.right(parts.whole, layout.valueEnd - layout.fraction)
      + TextLayout.left(parts.fraction, layout.fraction)
    return TextLayout.left(value + TextLayout.left(cell.suffix, layout.suffix), layout.width)
  }

  /// A head ends where the values end, or begins where the column does if it is longer.
  private static func head(_ text: String, _ layout: Layout) -> String {
    let aligned = text.count <= layout.valueEnd ? TextLayout.right(text, layout.valueEnd) : text
    return TextLayout.left(aligned, layout.width)
  }

  private static func parts(_ value: String) -> (whole: String, fraction: String) {
    guard let point = value.firstIndex(of: "."), !value.contains("/") else { return (value, "") }
    return (String(value[..<point]), String(value[point...]))
  }
}
