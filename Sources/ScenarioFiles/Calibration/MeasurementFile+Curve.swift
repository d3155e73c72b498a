extension MeasurementFile {
  /// The measured times of batches, of the one curve that `filter` asks for.
  package func curve(_ filter: CurveMeasurements.Filter) throws(Diagnostics) -> CurveMeasurements {
    guard let layout = curveLayout else {
      throw fault(.unknownLayout(.curve, columns: columns))
    }
    if layout == .perfAnalyzer { return try perfAnalyzer(batch: filter.batch) }
    let (chosen, identity) = try choose(filter)
    var table = table
    var found = CurveMeasurements(
      layout: layout, rows: [], identity: identity, sources: [], fromThroughput: 0, concurrent: 0)
    var index = 0
    var sources: Set<String> = []
    while let row = table.next() {
      defer { index += 1 }
      guard chosen[index] else { continue }
      read(row, of: &table, into: &found)
      guard columns.contains("source"), found.rows.last?.copies == 1 else { continue }
      sources.insert(table.field(row, "source") ?? "")
    }
    try check(table)
    found.sources = sources.filter { !$0.isEmpty }.sorted()
    return found
  }

  private func read(
    _ row: CSVTable.Row, of table: inout CSVTable, into found: inout CurveMeasurements
  ) {
    let name = found.layout == .table ? "latency_ms_mean" : "latency_ms"
    let speed =
      columns.contains("throughput_per_s")
      ? "throughput_per_s" : "throughput_per_s_one_partition"
    let copies =
      found.layout == .partitions ? table.whole(row, "concurrent_partitions", in: 1...64) : 1
    guard let batch = table.whole(row, "batch", in: 1...100_000), let copies else { return }
    var throughput: Double?
    if columns.contains(speed), let text = table.field(row, speed), !text.isEmpty {
      throughput = table.positive(row, speed)
      if throughput == nil { return }
    }
    if let throughput, table.field(row, name)?.isEmpty == true {
      let seconds = Double(batch) / throughput
      found.rows.append(
        .init(line: row.line, batch: batch, seconds: seconds, copies: copies, consistency: nil))
      found.fromThroughput += 1
      return
    }
    guard let milliseconds = table.positive(row, name) else { return }
    let seconds = milliseconds / 1_000
    found.rows.append(
      .init(
        line: row.line, batch: batch, seconds: seconds, copies: copies,
        consistency: throughput.map { $0 * seconds / Double(batch) }))
  }

  /// Which rows `filter` wants, and what they have in common.
  private func choose(
    _ filter: CurveMeasurements.Filter
  ) throws(Diagnostics) -> (chosen: [Bool], identity: [String: String]) {
    for (column, _) in filter.values.sorted(by: { $0.key < $1.key })
    where column == "input" && !columns.contains(column) {
      throw fault(.noColumn(column, columns: columns))
    }
    let names = CurveMeasurements.identity.filter(columns.contains)
    var table = table
    var cells: [[String]] = []
    while let row = table.next() { cells.append(names.map { table.field(row, $0) ?? "" }) }
    try check(table)
    var chosen = [Bool](repeating: true, count: cells.count)
    var identity: [String: String] = [:]
    for (index, name) in names.enumerated() {
      let value = try value(
        name, wanted: filter.values[name],
        among: zip(cells, chosen).filter(\.1).map { $0.0[index] })
      for row in cells.indices where cells[row][index] != value { chosen[row] = false }
      if !value.isEmpty { identity[name] = value }
    }
    return (chosen, identity)
  }

  /// The one value of a column among `found`: the wanted one, or the only one.
  private func value(
    _ name: String, wanted: String?, among found: [String]
  ) throws(Diagnostics) -> String {
    let choices = Set(found).sorted()
    guard let wanted else {
      guard choices.count == 1 else {
        throw fault(
          .several(flag: name, choices: choices.map { $0.isEmpty ? "\"\"" : $0 }), at: name)
      }
      return choices[0]
    }
    if choices.contains(wanted) { return wanted }
    let alike = choices.filter { $0.lowercased() == wanted.lowercased() }
    if alike.count == 1 { return alike[0] }
    // A file that says nothing here does not contradict the flag.
    if choices == [""] { return "" }
    throw fault(.noSuchRow(flag: name, text: wanted, choices: choices), at: name)
  }
}
