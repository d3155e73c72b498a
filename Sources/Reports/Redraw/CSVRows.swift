/// The rows of a file that a run wrote: RFC 4180 with `\n` as the end of a line.
struct CSVRows {
  private let table: CSVTable
  private let bytes: [UInt8]
  private let header: [String]
  private var at = 0
  private var line = 1

  /// Begins to read; the header must be the one that this version writes.
  init(_ table: CSVTable, _ bytes: [UInt8]) throws(RunProblem) {
    self.table = table
    self.bytes = bytes
    header = table.header
    let found = try record()
    guard found == table.header else {
      throw RunProblem(
        table.rawValue, line: 1,
        "the columns are not those that this version writes: "
          + "expected `\(table.header.joined(separator: ","))`")
    }
  }

  /// The next row, or nil at the end.
  mutating func next() throws(RunProblem) -> CSVRow? {
    guard at < bytes.count else { return nil }
    let first = line
    let fields = try record()
    guard fields.count == header.count else {
      throw RunProblem(
        table.rawValue, line: first,
        "the row has \(Words.count(fields.count, "field")), expected \(header.count)")
    }
    return CSVRow(file: table.rawValue, line: first, header: header, fields: fields)
  }

  private mutating func record() throws(RunProblem) -> [String] {
    let first = line
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    while at < bytes.count {
      let byte = bytes[at]
      at += 1
      if byte == UInt8(ascii: "\n") { line += 1 }
      if byte == UInt8(ascii: "\"") {
        if isQuoted, at < bytes.count, bytes[at] == UInt8(ascii: "\"") {
          field.append(byte)
          at += 1
        } else {
          isQuoted.toggle()
        }
      } else if isQuoted || (byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\n")) {
        field.append(byte)
      } else {
        fields.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
        if byte == UInt8(ascii: "\n") { return fields }
      }
    }
    throw RunProblem(table.rawValue, line: first, "the last row does not end")
  }
}
