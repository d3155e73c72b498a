extension MeasurementFile {
  private static let parts = [
    "Server Compute Input", "Server Compute Infer", "Server Compute Output",
  ]
  private static let batchNames = ["Batch", "Batch Size", "batch"]

  /// The times that Triton's server took for the batches of perf_analyzer, which writes
  /// microseconds: copying in, inferring, copying out. The wait before them is not the curve's.
  ///
  /// Of each batch size the rows of the lowest concurrency are kept: with more, copies share the
  /// GPU, or a dynamic batcher joins requests, and the batch is no longer the one that was asked.
  func perfAnalyzer(batch given: Int?) throws(Diagnostics) -> CurveMeasurements {
    let column = Self.batchNames.first { columns.contains($0) }
    guard column != nil || given != nil else { throw fault(.noBatch) }
    for part in Self.parts where !columns.contains(part) {
      throw fault(.noColumn(part, columns: columns))
    }
    var table = table
    var rows: [(row: CurveMeasurements.Row, load: Double)] = []
    while let row = table.next() {
      let batch = column.map { table.whole(row, $0, in: 1...100_000) } ?? given
      let load = columns.contains("Concurrency") ? table.positive(row, "Concurrency") : 1
      guard let batch, let load, let seconds = computeSeconds(row, &table) else { continue }
      let found = CurveMeasurements.Row(
        line: row.line, batch: batch, seconds: seconds, copies: 1, consistency: nil)
      rows.append((found, load))
    }
    try check(table)
    let kept = rows.filter { row in
      !rows.contains { $0.row.batch == row.row.batch && $0.load < row.load }
    }
    return CurveMeasurements(
      layout: .perfAnalyzer, rows: kept.map(\.row), identity: [:], sources: [], fromThroughput: 0,
      concurrent: rows.count - kept.count)
  }

  private func computeSeconds(_ row: CSVTable.Row, _ table: inout CSVTable) -> Double? {
    guard let input = table.notNegative(row, Self.parts[0]),
      let infer = table.positive(row, Self.parts[1]),
      let output = table.notNegative(row, Self.parts[2])
    else { return nil }
    return (input + infer + output) / 1e6
  }
}
