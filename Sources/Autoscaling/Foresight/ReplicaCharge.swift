import Kernel

/// What a schedule is charged for when the oldest replica always stops first.
///
/// That is the least for a given schedule: a charge is convex in a life's length, and stopping the
/// oldest makes lives as equal as they can be.
struct ReplicaCharge {
  private struct Launch {
    var time: SimTime
    var replicas: Int
    var minimum: SimDuration
  }

  private var running: [Launch] = []
  private var oldest = 0
  private var total = SimDuration.zero

  /// The charged time of the steps, the first of which are the initial replicas and a change at
  /// the start, if any.
  static func total(_ steps: [ReplicaStep], _ problem: PerfectSchedule.Problem) -> SimDuration {
    var charge = ReplicaCharge()
    charge.running.append(
      Launch(time: problem.start, replicas: problem.initial, minimum: .zero))
    var replicas = problem.initial
    for step in steps {
      let change = step.replicas - replicas
      if change > 0 {
        charge.running.append(
          Launch(time: step.time, replicas: change, minimum: problem.minimumCharge))
      } else {
        charge.stop(-change, at: step.time)
      }
      replicas = step.replicas
    }
    charge.stop(replicas, at: problem.end)
    return charge.total
  }

  private mutating func stop(_ replicas: Int, at time: SimTime) {
    var left = replicas
    while left > 0 {
      let launch = running[oldest]
      let stopped = Swift.min(left, launch.replicas)
      total += Swift.max(time - launch.time, launch.minimum) * Int64(stopped)
      running[oldest].replicas -= stopped
      left -= stopped
      if running[oldest].replicas == 0 { oldest += 1 }
    }
  }
}
