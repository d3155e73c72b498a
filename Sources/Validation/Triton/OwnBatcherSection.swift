/// Whether a sweep is predicted better with the batcher of the server's own release.
struct OwnBatcherSection {
  /// Numbers of clients at which batches formed ahead matter most, and all.
  private static let spans: [(name: String, clients: ClosedRange<Int>)] = [
    ("up to 96 clients", 0...96), ("from 104 clients on", 104...1_000),
  ]

  func text() async throws -> String {
    let sweeps = TritonSweep.all.filter { $0.ownBatcher != nil }
    var table = MarkdownTable(
      "batches", "rows", "throughput: median error", "mean signed", "p99: median error",
      "mean signed")
    for usesOwn in [false, true] {
      let found = try await Parallel.map(sweeps) { sweep in
        try TritonSection.errors(
          of: sweep, TritonPrediction(sweep, usesOwnBatcher: usesOwn, latencies: 1000))
      }
      for span in Self.spans {
        let errors = found.flatMap { sweep in
          sweep.rows.indices.filter { span.clients.contains(sweep.rows[$0].clients) }.map {
            (throughput: sweep.throughput[$0], p99: sweep.p99[$0])
          }
        }
        table.add(
          usesOwn ? "formed ahead, as in 21.12" : "taken by a free lane", span.name,
          TritonSection.median(errors.map(\.throughput)),
          TritonSection.mean(errors.map(\.throughput)), TritonSection.median(errors.map(\.p99)),
          TritonSection.mean(errors.map(\.p99)))
      }
    }
    return table.text
  }
}
