/// Measurements of the time of batches, as they stand in a file.
package struct CurveMeasurements: Sendable {
  /// How the columns are called.
  package enum Layout: String, Hashable, Sendable {
    /// `batch,latency_ms`, optionally with `gpu`, `model`, `precision`, `throughput_per_s`.
    case own = "batch,latency_ms"
    /// What Triton's perf_analyzer writes with `-f`; microseconds.
    case perfAnalyzer = "perf_analyzer's"
    /// `model,input,gpu,precision,batch,throughput_per_s,latency_ms_mean`.
    case table = "batch,throughput_per_s,latency_ms_mean"
    /// `model,gpu,concurrent_partitions,batch,latency_ms`.
    case partitions = "concurrent_partitions,batch,latency_ms"
  }

  /// One row.
  package struct Row: Hashable, Sendable {
    /// Its line in the file, from 1.
    package var line: Int
    /// The batch size; at least 1.
    package var batch: Int
    /// The time of a batch in seconds; positive.
    package var seconds: Double
    /// How many copies of the model shared the GPU.
    package var copies: Int
    /// Throughput times time over batch size: 1 when both were measured together, nil when there
    /// is no throughput.
    package var consistency: Double?

    /// How far from 1 `consistency` may be.
    package static let tolerance = 0.1

    /// Whether throughput and time contradict each other.
    package var isInconsistent: Bool {
      consistency.map { ($0 - 1).magnitude > Self.tolerance } ?? false
    }
  }

  /// Which rows are wanted; nil wants all, if they are alike.
  package struct Filter: Hashable, Sendable {
    /// The values wanted by column: `model`, `gpu`, `precision`, `input`.
    package var values: [String: String]
    /// The batch size of a perf_analyzer file that does not say it.
    package var batch: Int?

    /// A filter.
    package init(_ values: [String: String] = [:], batch: Int? = nil) {
      self.values = values
      self.batch = batch
    }
  }

  /// The columns that tell curves apart, in the order in which they are asked for.
  static let identity = ["model", "gpu", "precision", "input"]

  /// How the columns are called.
  package var layout: Layout
  /// The rows that are wanted, in the order of the file.
  package var rows: [Row]
  /// What the wanted rows have in the columns that tell curves apart, without empty ones.
  package var identity: [String: String]
  /// What the wanted rows of one copy have in the column `source`, ascending, without empty ones.
  package var sources: [String]
  /// How many rows have no time of their own, so that it is batch size over throughput.
  package var fromThroughput: Int
  /// How many rows of perf_analyzer were left out because of their concurrency.
  package var concurrent: Int
}
