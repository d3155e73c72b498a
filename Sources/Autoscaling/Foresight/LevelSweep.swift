import Kernel

/// The launches and stops of all levels of a perfect schedule, found in one pass over the needs.
///
/// Levels that are not needed now but were before, or run initially, wait in a stack: those that
/// ended last are the lowest, hence on top, and are the first to be needed again. Each step pushes
/// at most one group, so all of it is O(n) but for the sort that the caller does.
struct LevelSweep {
  /// Replicas more, or fewer, from an instant on.
  struct Change {
    var time: SimTime
    var replicas: Int
  }

  /// Adjacent levels that are not needed since the same instant.
  private struct Group {
    var levels: Int
    var since: SimTime
  }

  private let coldStart: SimDuration
  private var idle: [Group] = []
  private var changes: [Change] = []

  /// The changes, in no order; `needs` begin at the start of the horizon and lie within it.
  static func changes(of needs: [ReplicaStep], _ problem: PerfectSchedule.Problem) -> [Change] {
    var sweep = LevelSweep(coldStart: problem.coldStart)
    if problem.initial > 0 {
      sweep.idle.append(Group(levels: problem.initial, since: problem.start))
    }
    var current = 0
    for need in needs {
      if need.replicas > current {
        sweep.begin(need.replicas - current, at: need.time)
      } else if need.replicas < current {
        sweep.idle.append(Group(levels: current - need.replicas, since: need.time))
      }
      current = need.replicas
    }
    for group in sweep.idle { sweep.change(-group.levels, at: group.since) }
    return sweep.changes
  }

  private init(coldStart: SimDuration) { self.coldStart = coldStart }

  private mutating func begin(_ levels: Int, at time: SimTime) {
    var left = levels
    while left > 0, let group = idle.last {
      let taken = Swift.min(left, group.levels)
      if time - group.since > coldStart {
        change(-taken, at: group.since)
        change(taken, at: time - coldStart)
      }
      left -= taken
      idle[idle.count - 1].levels -= taken
      if idle[idle.count - 1].levels == 0 { idle.removeLast() }
    }
    if left > 0 { change(left, at: time - coldStart) }
  }

  private mutating func change(_ replicas: Int, at time: SimTime) {
    changes.append(Change(time: time, replicas: replicas))
  }
}
