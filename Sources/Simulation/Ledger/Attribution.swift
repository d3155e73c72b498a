import Capacity
import Kernel

/// Who is charged with what: compute by the GPU time that a population's batches took, everything
/// else by what it is counted by.
///
/// Idle time, starts and all else of a pool are shared like its GPU time over the measured span;
/// of a pool that nobody used like that of all pools; equally when nobody used any. What no frame
/// causes (storage, overhead) is shared like the GPU time of all pools.
struct Attribution {
  /// The populations' names.
  let populations: [String]
  /// Lane time in nanoseconds by pool, then population.
  let used: [[Int128]]
  /// Frames offered and answered, by population.
  let offered: [Int128]
  let answered: [Int128]

  /// The populations' weights for a charge on a pool, or on none alone.
  func weights(_ category: LedgerLine.Category, pool: Int?) -> [Int128] {
    switch category {
    case .egress, .featureStore, .telemetry: return answered
    case .requests where pool == nil: return offered
    case .deviceEnergy: return offered
    default: break
    }
    if let pool, used[pool].contains(where: { $0 > 0 }) { return used[pool] }
    return populations.indices.map { population in
      used.reduce(0) { $0 + $1[population] }
    }
  }
}
