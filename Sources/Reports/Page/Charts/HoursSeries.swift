package import Experiments
package import Kernel
import Simulation

/// The p95 latency of one architecture over the span: a row for each replication, columns of equal
/// length, nil where too few frames were answered.
package struct HoursSeries {
  /// In milliseconds: by replication, then column.
  package let rows: [[Double?]]
  /// The numbers of the replications.
  let replications: [Int]
  /// When each column begins.
  package let starts: [SimTime]

  /// The series in at most `limit` columns; a column of several intervals has the highest of them.
  package init(_ result: ArchitectureResult, atMost limit: Int) {
    let count = result.replications.first?.timeline.count ?? 0
    let size = max(1, (count + limit - 1) / limit)
    let cuts = Array(stride(from: 0, to: count, by: size))
    starts = cuts.compactMap { result.replications.first?.timeline[$0].start }
    replications = result.replications.map(\.replication)
    rows = result.replications.map { digest in
      cuts.map { first in
        let end = min(first + size, digest.timeline.count)
        guard first < end else { return nil }
        return digest.timeline[first..<end].compactMap { $0.latency.p95?.milliseconds }.max()
      }
    }
  }

  /// The highest of all; nil when there is none.
  var highest: Double? { rows.joined().compactMap { $0 }.max() }

  /// The median over replications, where at least half of them have a figure.
  package func median(_ column: Int) -> Double? {
    let values = rows.compactMap { $0[column] }.sorted()
    return values.isEmpty || values.count * 2 < rows.count ? nil : values[(values.count - 1) / 2]
  }

  /// The highest over replications and which has it.
  package func worst(_ column: Int) -> (value: Double, replication: Int)? {
    var found: (value: Double, replication: Int)?
    for (row, number) in zip(rows, replications) {
      if let value = row[column], value > found?.value ?? -1 { found = (value, number) }
    }
    return found
  }
}
