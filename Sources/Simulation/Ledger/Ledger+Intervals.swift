import Capacity
import Kernel

extension Ledger {
  /// Each reporting interval's share of all charges; they add up to the total exactly.
  ///
  /// A pool's charges go by what its machines came to, those by the frame by the frames offered or answered,
  /// all others by time.
  func spread(over recorder: Recorder, _ rows: [TimelineRow]) -> [Money] {
    var sums = rows.map { _ in Money.zero }
    guard !rows.isEmpty else { return sums }
    for entry in entries {
      let parts = entry.amount.split(by: Self.weights(entry, recorder, rows))
      for (index, part) in parts.enumerated() { sums[index] += part }
    }
    return sums
  }

  private static func weights(
    _ entry: Entry, _ recorder: Recorder, _ rows: [TimelineRow]
  ) -> [Int128] {
    let lengths = rows.map { Int128($0.length.nanoseconds) }
    let weights: [Int128]
    switch (entry.category, entry.pool) {
    case (.requests, nil), (.deviceEnergy, _): weights = rows.map { Int128($0.offered) }
    case (.egress, _), (.featureStore, _), (.telemetry, _):
      weights = rows.map { Int128($0.outcomes[.served] + $0.outcomes[.late]) }
    case (.committedUnused, _), (_, nil): weights = lengths
    case (_, let pool?): weights = recorder.computeCosts.map { Int128($0[pool].nanodollars) }
    }
    return weights.contains { $0 > 0 } ? weights : lengths
  }
}
