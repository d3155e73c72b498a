import Experiments

/// The rows of one architecture under their heads.
struct CheckTable {
  /// What stands over the rows, or empty.
  let name: String
  let rows: [CheckRow]
  let style: Style

  private static let heads = ["now", "95% interval", "limit", "was"]
  private static let gap = 2

  /// The heads and a line for each row; notes that do not fit go below theirs. When the columns
  /// do not fit, each row is a phrase below its name.
  var lines: [String] {
    width > style.width ? narrow : [head] + rows.flatMap(wide)
  }

  /// The columns that hold anything.
  private var columns: [Int] {
    (0..<Self.heads.count).filter { column in rows.contains { !cells($0)[column].isEmpty } }
  }

  private func cells(_ row: CheckRow) -> [String] { [row.now, row.interval, row.limit, row.was] }

  private func width(_ column: Int) -> Int {
    rows.reduce(Self.heads[column].count) { max($0, cells($1)[column].count) }
  }

  private var nameWidth: Int {
    rows.reduce(name.count) { max($0, indent.count + $1.name.count) }
  }

  /// Room for the sign.
  private var indent: String { String(repeating: " ", count: style.unicode ? 4 : 7) }

  private var width: Int {
    columns.reduce(nameWidth) { $0 + Self.gap + width($1) }
  }

  private var head: String {
    let heads = columns.map { TextLayout.right(Self.heads[$0], width($0) + Self.gap) }.joined()
    return style.paint(TextLayout.trimmed(TextLayout.left(name, nameWidth) + heads), .dim)
  }

  private func wide(_ row: CheckRow) -> [String] {
    let cells = cells(row)
    let figures = columns.map { TextLayout.right(cells[$0], width($0) + Self.gap) }.joined()
    let line = TextLayout.trimmed(TextLayout.left(row.name, nameWidth - indent.count) + figures)
    let first = sign(row.verdict) + line
    if row.note.isEmpty { return [first] }
    let end = indent.count + line.count
    if end + 2 + row.note.count <= style.width { return [first + "  " + row.note] }
    let below = TextLayout.wrap(row.note, width: style.width - indent.count - 2)
    return [first] + below.map { indent + "  " + $0 }
  }

  private var narrow: [String] {
    let head = name.isEmpty ? [] : [style.paint(name, .dim)]
    return head
      + rows.flatMap { row -> [String] in
        let was = row.was.isEmpty ? "" : ", was \(row.was)"
        let text = TextLayout.wrap(row.message + was, width: style.width - indent.count - 2)
        return [sign(row.verdict) + row.name] + text.map { indent + "  " + $0 }
      }
  }

  private func sign(_ verdict: Verdict) -> String {
    let (text, ink): (String, Style.Ink) =
      switch verdict {
      case .holds: (style.holds, .good)
      case .fails: (style.fails, .bad)
      case .unsettled: ("?", .doubt)
      }
    let spaces = String(repeating: " ", count: indent.count - 2 - text.count)
    return "  " + style.paint(text, ink) + spaces
  }
}
