import Kernel

/// The rows of a CSV file with a header, read one by one, with the faults found in them.
///
/// RFC 4180, but for line ends within quotes. Empty lines are skipped. Of faults of the same kind
/// the first is kept with the lines of the others.
struct CSVTable {
  /// A row that was read.
  struct Row {
    /// Its line in the file, from 1.
    let line: Int
    /// Where it stands, in bytes.
    let bytes: Range<Int>
    /// Where its fields stand, quotes included.
    let fields: [Range<Int>]
  }

  /// The most rows that are read.
  static let rowLimit = 5_000_000

  private let path: String
  private let content: [UInt8]
  private var at = 0
  private var line = 0
  /// The names in the header.
  private(set) var columns: [String] = []
  /// The rows read so far, the header not counted.
  private(set) var rowCount = 0
  /// What was found wrong, the first of each kind with the lines of the others.
  private(set) var faults: [(fault: Problem.RowFault, place: Place, alike: [Int])] = []

  init(path: String, content: [UInt8]) {
    self.path = path
    self.content = content
    if content.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    guard let header = nextLine() else { return }
    columns = header.fields.map { Self.trimmed(text($0)) }
  }

  /// The next row, or nil at the end.
  mutating func next() -> Row? {
    guard rowCount < Self.rowLimit, let row = nextLine() else { return nil }
    rowCount += 1
    return row
  }

  /// Whether rows were left unread because there are too many.
  var isCut: Bool { rowCount == Self.rowLimit && at < content.count }

  private mutating func nextLine() -> Row? {
    while at < content.count {
      let start = at
      var fields: [Range<Int>] = []
      var fieldStart = start
      var isQuoted = false
      while at < content.count, content[at] != 0x0A {
        if content[at] == 0x22 { isQuoted.toggle() }
        if content[at] == 0x2C, !isQuoted {
          fields.append(fieldStart..<at)
          fieldStart = at + 1
        }
        at += 1
      }
      let end = at > start && content[at - 1] == 0x0D ? at - 1 : at
      fields.append(min(fieldStart, end)..<end)
      at += 1
      line += 1
      if end > start { return Row(line: line, bytes: start..<end, fields: fields) }
    }
    return nil
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  /// A field's text without its quotes.
  private func text(_ range: Range<Int>) -> String {
    let raw = String(decoding: content[range], as: UTF8.self)
    guard raw.count >= 2, raw.hasPrefix("\""), raw.hasSuffix("\"") else { return raw }
    return raw.dropFirst().dropLast().split(separator: "\"\"", omittingEmptySubsequences: false)
      .joined(separator: "\"")
  }

  /// The text of a row's field, or nil with a fault when the row is too short.
  mutating func field(_ row: Row, _ column: String) -> String? {
    guard let index = columns.firstIndex(of: column) else { return nil }
    guard index < row.fields.count else {
      add(.missing(column: column), row, column)
      return nil
    }
    return Self.trimmed(text(row.fields[index]))
  }

  /// A time in seconds, unless it says otherwise within ten years, or nil with a fault.
  mutating func seconds(
    _ row: Row, _ column: String, atLeast least: Double,
    atMost most: Double = ScenarioWalk.longest.seconds
  ) -> Double? {
    guard let text = field(row, column) else { return nil }
    if case .success(let number) = NumberText.read(text), number.rest.isEmpty,
      number.value >= least, number.value <= most
    {
      return number.value
    }
    let expected = least == 0 ? "a number of seconds from 0 up" : "a number of seconds"
    add(.value(column: column, text: text, expected: expected), row, column)
    return nil
  }

  /// A count from 0 to a billion, or nil with a fault.
  mutating func count(_ row: Row, _ column: String) -> Int? {
    guard let text = field(row, column) else { return nil }
    if let count = Int(text), (0...1_000_000_000).contains(count), !text.hasPrefix("+") {
      return count
    }
    let expected = "a whole number from 0 up to a billion"
    add(.value(column: column, text: text, expected: expected), row, column)
    return nil
  }

  /// Notes what is wrong with a row, at one of its columns.
  mutating func add(_ fault: Problem.RowFault, _ row: Row, _ column: String) {
    if let known = faults.firstIndex(where: { Self.isAlike($0.fault, fault) }) {
      if faults[known].alike.count < 100_000 { faults[known].alike.append(row.line) }
      return
    }
    let index = columns.firstIndex(of: column) ?? 0
    let range =
      index < row.fields.count ? row.fields[index] : row.bytes.upperBound..<row.bytes.upperBound
    let before = String(decoding: content[row.bytes.lowerBound..<range.lowerBound], as: UTF8.self)
    let place = Place(
      path: path, line: row.line, column: before.unicodeScalars.count + 1,
      length: String(decoding: content[range], as: UTF8.self).unicodeScalars.count,
      lineText: String(decoding: content[row.bytes], as: UTF8.self))
    faults.append((fault, place, []))
  }

  private static func isAlike(_ a: Problem.RowFault, _ b: Problem.RowFault) -> Bool {
    switch (a, b) {
    case (.missing(let x), .missing(let y)): x == y
    case (.value(let x, _, _), .value(let y, _, _)): x == y
    case (.notAscending, .notAscending), (.unequalStep, .unequalStep): true
    default: false
    }
  }
}
