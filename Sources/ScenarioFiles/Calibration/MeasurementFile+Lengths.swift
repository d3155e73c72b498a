/// Measured lengths of time, as they stand in a file.
package struct LengthMeasurements: Sendable {
  /// The column that they are in.
  package var column: String
  /// The lengths in seconds, all positive, with whether each had not ended when last seen.
  package var rows: [(seconds: Double, isCensored: Bool)]
}

extension MeasurementFile {
  private static let units: [(suffix: String, seconds: Double)] = [
    ("_us", 1e-6), ("_ms", 1e-3), ("_min", 60), ("_h", 3_600),
  ]
  private static let censoredName = "censored"

  /// The lengths of time of `kind`, in the column that is named, or has a known name, or is the
  /// only one of numbers. They are in seconds unless the name ends with another unit. A column
  /// `censored` has 1 where a length had not ended when it was last seen.
  package func lengths(
    _ kind: MeasurementKind, column: String? = nil
  ) throws(Diagnostics) -> LengthMeasurements {
    let name = try lengthColumn(kind, asked: column)
    let unit = Self.units.first { name.hasSuffix($0.suffix) }?.seconds ?? 1
    var table = table
    var found = LengthMeasurements(column: name, rows: [])
    while let row = table.next() {
      let open = has(Self.censoredName) ? table.whole(row, Self.censoredName, in: 0...1) : 0
      guard let value = table.positive(row, name), let open else { continue }
      found.rows.append((value * unit, open == 1))
    }
    try check(table)
    return found
  }

  private func lengthColumn(
    _ kind: MeasurementKind, asked: String?
  ) throws(Diagnostics) -> String {
    if let asked {
      guard columns.contains(asked) else { throw fault(.noColumn(asked, columns: columns)) }
      return asked
    }
    let known = Self.lengthKinds.filter { $0.kind == kind }.flatMap(\.names)
    if let name = columns.first(where: known.contains) { return name }
    var table = table
    guard let first = table.next() else { throw fault(.noRows) }
    let numeric = columns.filter { name in
      name != Self.censoredName && CSVTable.number(table.field(first, name) ?? "") != nil
    }
    if numeric.count == 1 { return numeric[0] }
    if numeric.isEmpty {
      guard columns.count == 1 else { throw fault(.unknownLayout(kind, columns: columns)) }
      return columns[0]
    }
    throw fault(.unclearColumn(choices: numeric))
  }
}
