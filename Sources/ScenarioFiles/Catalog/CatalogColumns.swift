/// Cells of fixed width, with two blanks before the first; trailing blanks are cut.
struct CatalogColumns {
  /// One column.
  enum Column {
    /// Text that starts at the left of so many places.
    case left(Int)
    /// A number that ends at the right of so many places.
    case right(Int)
  }

  /// From left to right.
  let columns: [Column]

  /// A line of the given cells, as many as there are columns; a cell too wide pushes the rest.
  func line(_ cells: [String]) -> String {
    precondition(cells.count == columns.count, "a line has a cell for each column")
    var line = " "
    for (cell, column) in zip(cells, columns) {
      switch column {
      case .left(let width): line += " " + cell + blanks(width - cell.count)
      case .right(let width): line += " " + blanks(width - cell.count) + cell
      }
    }
    while line.last == " " { line.removeLast() }
    return line
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(count, 0)) }
}

/// `text` in lines of at most `width` places, broken at blanks, or within a word that is longer;
/// the first line starts with `first`, the others with as many blanks.
func wrapped(_ text: String, first: String, width: Int = 80) -> [String] {
  let room = width - first.count
  precondition(room > 0, "a wrapped text needs room")
  var lines: [String] = [""]
  for word in text.split(separator: " ") {
    var rest = word
    if lines[lines.count - 1].isEmpty == false {
      if lines[lines.count - 1].count + 1 + min(rest.count, room) <= room {
        lines[lines.count - 1] += " "
      } else {
        lines.append("")
      }
    }
    while rest.count > room {
      lines[lines.count - 1] += rest.prefix(room)
      rest = rest.dropFirst(room)
      lines.append("")
    }
    lines[lines.count - 1] += rest
  }
  let margin = String(repeating: " ", count: first.count)
  return lines.enumerated().map { ($0.offset == 0 ? first : margin) + $0.element }
}

/// `value` with `places` decimals, rounded to nearest; must not be negative and below 10^12.
func decimal(_ value: Double, places: Int) -> String {
  var scale = 1
  for _ in 0..<places { scale *= 10 }
  let units = Int((value * Double(scale)).rounded())
  if places == 0 { return String(units) }
  let fraction = String(units % scale)
  return "\(units / scale)." + String(repeating: "0", count: places - fraction.count) + fraction
}

/// `value` with at most `places` decimals and no trailing zeros; any sign, below 10^12.
func shortDecimal(_ value: Double, places: Int = 4) -> String {
  var text = decimal(value.magnitude, places: places)
  while text.last == "0" { text.removeLast() }
  if text.last == "." { text.removeLast() }
  return value < 0 && text != "0" ? "-" + text : text
}
