/// Finds the name that was probably meant.
package enum Suggestion {
  /// What people write out of habit, and what it is called here.
  private static let synonyms: [String: [String]] = [
    "replicas": ["min", "count"], "instances": ["count", "pools"], "size": ["count"],
    "min_replicas": ["min"], "max_replicas": ["max"], "minimum": ["min"], "maximum": ["max"],
    "autoscaling": ["autoscaler"], "scaler": ["autoscaler"], "scaling": ["autoscaler"],
    "fps": ["rate"], "frame_rate": ["rate"], "framerate": ["rate"],
    "rtt": ["round_trip"], "latency": ["round_trip", "p95_latency"],
    "timeout": ["deadline", "max_wait"], "slo": ["deadline"],
    "users": ["demand", "concurrent"], "population": ["demand"], "populations": ["demand"],
    "concurrency": ["concurrent"], "length": ["duration"],
    "type": ["instance"], "machine": ["instance"], "instance_type": ["instance"],
    "batch": ["batching"], "batch_size": ["max"], "max_batch": ["max"],
    "days": ["measure"], "horizon": ["measure"], "duration": ["measure"],
    "random_seed": ["seed"], "runs": ["replications"], "description": ["about"],
    "gpu_util": ["gpu_utilization"], "p95": ["p95_latency"], "p99": ["p99_latency"],
    "p50": ["p50_latency"], "late_or_drop": ["late_or_dropped"], "std": ["sd"],
    "stddev": ["sd"], "max_latency": ["deadline"], "think_time": ["think"],
    "inherits": ["like"], "extends": ["like"], "vram": ["memory"], "cost": ["price"],
    "cold_start": ["start"], "least_connections": ["least_outstanding"],
    "drop-oldest": ["drop_oldest"], "oldest": ["drop_oldest"],
  ]

  /// The valid name nearest to `name`: at most two edits away or a known synonym, or nil.
  package static func nearest(to name: String, among valid: [String]) -> String? {
    let lowered = name.lowercased()
    if let same = valid.first(where: { $0.lowercased() == lowered }) { return same }
    if let known = synonyms[lowered]?.first(where: valid.contains) { return known }
    let limit = name.count <= 3 ? 1 : 2
    var best: (name: String, distance: Int)?
    for candidate in valid {
      let distance = edits(from: lowered, to: candidate.lowercased())
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.name
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two words
  /// (optimal string alignment); words over 64 characters count as far apart.
  static func edits(from a: String, to b: String) -> Int {
    let (x, y) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    guard x.count <= 64, y.count <= 64 else { return .max }
    if x.isEmpty || y.isEmpty { return max(x.count, y.count) }
    var rows = [Array(0...y.count)]
    for i in 1...x.count {
      var row = [i]
      for j in 1...y.count {
        var least = rows[i - 1][j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1)
        least = min(least, rows[i - 1][j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, x[i - 1] == y[j - 2], x[i - 2] == y[j - 1] {
          least = min(least, rows[i - 2][j - 2] + 1)
        }
        row.append(least)
      }
      rows.append(row)
    }
    return rows[x.count][y.count]
  }
}
