import Capacity
import Kernel
import Simulation

/// Measured sweeps of Triton's dynamic batcher against their predictions.
struct TritonSection {
  /// What was predicted and how far off it is, row by row.
  struct Errors: Sendable {
    var throughput: [Double] = []
    var p99: [Double] = []
    var rows: [(clients: Int, throughput: Double, p99: Double)] = []
  }

  /// Medians over sweeps of the median error of each: throughput, p99.
  private(set) var medians = (0.0, 0.0)

  /// The largest errors of single rows: throughput, p99.
  private(set) var worst = (0.0, 0.0)

  mutating func text() async throws -> String {
    let found = try await Parallel.map(TritonSweep.all) {
      try Self.errors(of: $0, TritonPrediction($0))
    }
    var table = MarkdownTable(
      "sweep", "rows predicted", "throughput: median error", "mean signed", "p99: median error",
      "mean signed")
    for (sweep, errors) in zip(TritonSweep.all, found) {
      table.add(
        sweep.name, String(errors.rows.count), Self.median(errors.throughput),
        Self.mean(errors.throughput), Self.median(errors.p99), Self.mean(errors.p99))
    }
    let throughput = found.map { Figure.median($0.throughput.map(\.magnitude)) ?? 0 }
    let p99 = found.map { Figure.median($0.p99.map(\.magnitude)) ?? 0 }
    worst = (
      found.flatMap(\.throughput).map(\.magnitude).max() ?? 0,
      found.flatMap(\.p99).map(\.magnitude).max() ?? 0
    )
    medians = (Figure.median(throughput) ?? 0, Figure.median(p99) ?? 0)
    table.add(
      "**median over sweeps**", String(found.reduce(0) { $0 + $1.rows.count }),
      "**\(Figure.percent(medians.0))**", "", "**\(Figure.percent(medians.1))**", "")
    table.add(
      "median over all rows", "", Self.median(found.flatMap(\.throughput)),
      Self.mean(found.flatMap(\.throughput)), Self.median(found.flatMap(\.p99)),
      Self.mean(found.flatMap(\.p99)))
    return table.text + "\n\nSome rows of each sweep:\n\n" + Self.samples(found)
  }

  /// Predicts every `step`-th row.
  static func errors(
    of sweep: TritonSweep, _ prediction: TritonPrediction, step: Int = 1
  ) throws -> Errors {
    var errors = Errors()
    for index in stride(from: 0, to: sweep.online.count, by: step) {
      let row = sweep.online[index]
      let result = try prediction.run(clients: row.clients)
      let throughput = result.metrics[.framesServed].map { $0 / prediction.span.seconds } ?? 0
      let p99 = result.metrics[.p99Latency] ?? 0
      errors.rows.append((row.clients, throughput, p99))
      errors.throughput.append(throughput / row.throughput - 1)
      errors.p99.append(p99 / row.p99 - 1)
    }
    return errors
  }

  private static func samples(_ found: [Errors]) -> String {
    var table = MarkdownTable(
      "sweep", "clients", "throughput measured, 1/s", "predicted", "p99 measured, ms",
      "predicted")
    for (sweep, errors) in zip(TritonSweep.all, found) {
      let last = sweep.online.count - 1
      for index in [0, last / 4, last / 2, last] {
        let row = sweep.online[index]
        table.add(
          sweep.name, String(row.clients), Figure.fixed(row.throughput, 1),
          Figure.fixed(errors.rows[index].throughput, 1), Figure.fixed(row.p99, 2),
          Figure.fixed(errors.rows[index].p99, 2))
      }
    }
    return table.text
  }

  static func median(_ errors: [Double]) -> String {
    Figure.percent(Figure.median(errors.map(\.magnitude)) ?? 0)
  }

  static func mean(_ errors: [Double]) -> String {
    Figure.percent(errors.reduce(0, +) / Double(max(errors.count, 1)))
  }
}
