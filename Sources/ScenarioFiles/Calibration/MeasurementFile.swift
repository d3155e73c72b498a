/// A CSV file of measurements: its bytes and its header.
package struct MeasurementFile: Sendable {
  /// The path as it was given.
  package let path: String
  /// The names in the header.
  package let columns: [String]
  private let bytes: [UInt8]

  /// Reads the file at `path`; it must be UTF-8 and have a header and a row.
  package init(
    path: String, readFile: ScenarioReader.ReadFile = LocalFile.read(path:)
  ) throws(Diagnostics) {
    let start = Place(path: path, line: 1, column: 1, length: 1, lineText: "")
    do {
      bytes = try readFile(path)
    } catch {
      throw Diagnostics([Diagnostic(problem: .measurements(.unreadable(error)), place: start)])
    }
    self.path = path
    if let diagnostic = Self.encodingFault(bytes, path: path) { throw Diagnostics([diagnostic]) }
    var table = CSVTable(path: path, content: bytes)
    columns = table.columns
    guard !columns.isEmpty else {
      throw Diagnostics([Diagnostic(problem: .measurements(.empty), place: start)])
    }
    guard table.next() != nil else { throw fault(.noRows) }
  }

  /// The rows, from the first.
  var table: CSVTable { CSVTable(path: path, content: bytes) }

  /// Whether the header has all of `names`.
  func has(_ names: String...) -> Bool { names.allSatisfy(columns.contains) }

  /// One thing wrong with the file as a whole, at its header or one of the header's names.
  func fault(_ fault: MeasurementFault, at column: String? = nil) -> Diagnostics {
    Diagnostics([Diagnostic(problem: .measurements(fault), place: header(column))])
  }

  /// Fewer batch sizes than a fit needs.
  package func tooFewPoints(_ found: Int) -> Diagnostics {
    fault(.tooFew(found: found, needed: 2, of: "batch sizes"))
  }

  /// Fewer lengths than a fit needs, or all the same.
  package func tooFewLengths(ended: Int) -> Diagnostics {
    ended > 1 ? fault(.allAlike) : fault(.tooFew(found: ended, needed: 2, of: "finished lengths"))
  }

  /// Fewer arrivals than a shape needs, or none or all at once.
  package func tooFewArrivals(_ found: Int) -> Diagnostics {
    found > 2 ? fault(.allAlike) : fault(.tooFew(found: found, needed: 3, of: "arrivals"))
  }

  /// Throws what was found wrong in a table that was read to its end.
  func check(_ table: CSVTable) throws(Diagnostics) {
    if !table.faults.isEmpty {
      throw Diagnostics(
        table.faults.map { found in
          Diagnostic(problem: .traceRow(found.fault, alike: found.alike), place: found.place)
        })
    }
    if table.isCut { throw fault(.tooManyRows(limit: CSVTable.rowLimit)) }
  }

  /// The place of a name in the header, or of the whole header.
  private func header(_ column: String?) -> Place {
    let skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lines = bytes.dropFirst(skipped).split(separator: 0x0A, omittingEmptySubsequences: false)
    let number = lines.firstIndex { !$0.isEmpty && $0.first != 0x0D } ?? 0
    let text = String(decoding: lines[number].filter { $0 != 0x0D }, as: UTF8.self)
    var place = Place(
      path: path, line: number + 1, column: 1, length: text.unicodeScalars.count, lineText: text)
    if let column, let range = text.firstRange(of: column) {
      place.column = text[..<range.lowerBound].unicodeScalars.count + 1
      place.length = column.unicodeScalars.count
    }
    return place
  }

  /// Where the first byte is that is not UTF-8, if there is one.
  private static func encodingFault(_ bytes: [UInt8], path: String) -> Diagnostic? {
    guard String(validating: bytes, as: UTF8.self) == nil else { return nil }
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let number = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0
    let line = Array(lines[number])
    // No byte of a line is a part of a character of another line, so the line is judged alone.
    let good = line.indices.last { String(validating: line[..<$0], as: UTF8.self) != nil } ?? 0
    let before = String(decoding: line[..<good], as: UTF8.self)
    let place = Place(
      path: path, line: number + 1, column: before.unicodeScalars.count + 1, length: 1,
      lineText: before)
    return Diagnostic(problem: .notUTF8(byte: lines[number].startIndex + good), place: place)
  }
}
