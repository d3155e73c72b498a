import Kernel

/// A pool that does what a policy asks: down at once, up one start later.
struct FollowedFleet {
  private(set) var wanted: Int
  private let start: SimDuration
  /// When each replica is ready, ascending; the last leave first.
  private var readyAt: [SimTime]

  /// A pool as it was first observed, all of it ready, within the limits.
  init(_ first: ObservedPool.Reading, limits: Replay.Limits) {
    wanted = limits.bounded(first.replicas)
    start = limits.start
    readyAt = Array(repeating: first.time, count: wanted)
  }

  func ready(at now: SimTime) -> Int {
    var count = readyAt.count
    while count > 0, readyAt[count - 1] > now { count -= 1 }
    return count
  }

  mutating func ask(for replicas: Int, at now: SimTime) {
    wanted = replicas
    if readyAt.count > replicas { readyAt.removeLast(readyAt.count - replicas) }
    while readyAt.count < replicas { readyAt.append(now + start) }
  }
}
