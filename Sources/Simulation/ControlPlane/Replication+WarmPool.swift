import Capacity
import Kernel

/// Machines kept prepared beside a pool.
extension Replication {
  /// Fills the warm pools; at the beginning all of it is prepared.
  mutating func beginWarmPool(of pool: Int) {
    guard let warm = pools[pool].pool.warm else { return }
    for _ in 0..<warm.count { launch(in: pool, isInitial: true, isSpare: true) }
  }

  /// A spare has gone through its start.
  mutating func becomeWarm(_ id: Int) {
    let pool = instances[id].pool
    instances[id].phase = .warm
    instances[id].warmAt = now
    pools[pool].preparing -= 1
    pools[pool].warm += 1
  }

  /// Makes the longest prepared spare a replica and has another prepared; false if there is none.
  mutating func wakeSpare(in pool: Int) -> Bool {
    guard pools[pool].warm > 0,
      let id = present.first(where: {
        instances[$0].pool == pool && instances[$0].phase == .warm
      })
    else { return false }
    instances[id].isSpare = false
    instances[id].isInitial = false
    instances[id].wokenAt = now
    instances[id].phase = .waking
    pools[pool].warm -= 1
    pools[pool].starting += 1
    recorder.countColdStart(at: now)
    scheduleStage(of: id, after: instances[id].stages.waking)
    refillWarmPool(of: pool)
    return true
  }

  /// Has as many spares prepared as there should be.
  mutating func refillWarmPool(of pool: Int) {
    guard let warm = pools[pool].pool.warm else { return }
    let there = present.count { instances[$0].pool == pool && instances[$0].isSpare }
    for _ in 0..<max(0, warm.count - there) { launch(in: pool, isSpare: true) }
  }

  /// A spare is gone: takes it out of the counts.
  mutating func discount(spare state: InstanceState) {
    if state.phase == .warm {
      pools[state.pool].warm -= 1
    } else if state.phase.isStarting {
      pools[state.pool].preparing -= 1
    }
  }
}
