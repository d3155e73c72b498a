public import Kernel

/// How many replicas of a pool are still warming up: those that start, and those that have served
/// for less than the warm-up time.
///
/// After the Amazon EC2 Auto Scaling User Guide, "Default instance warmup": the time begins when
/// an instance is in service. A pool shows only how many serve, so the newest are taken to leave
/// first.
public struct WarmUp: Hashable, Sendable {
  private struct Batch: Hashable, Sendable {
    var ends: SimTime
    var replicas: Int
  }

  private let time: SimDuration
  private var batches: [Batch] = []
  private var ready: Int?

  /// A warm-up of `time`, at least 0; what serves at the first look is warm.
  public init(_ time: SimDuration) { self.time = time }

  /// Replicas that serve but are not warm, after a look at `ready` of them.
  public mutating func warming(ready: Int, at now: SimTime) -> Int {
    while let oldest = batches.first, oldest.ends <= now { batches.removeFirst() }
    let change = ready - (self.ready ?? ready)
    self.ready = ready
    if change > 0, time > .zero { batches.append(Batch(ends: now + time, replicas: change)) }
    if change < 0 { remove(-change) }
    var warming = 0
    for batch in batches { warming += batch.replicas }
    return warming
  }

  private mutating func remove(_ replicas: Int) {
    var left = replicas
    while left > 0, let newest = batches.last {
      let gone = Swift.min(left, newest.replicas)
      left -= gone
      batches[batches.count - 1].replicas -= gone
      if gone == newest.replicas { batches.removeLast() }
    }
  }
}
