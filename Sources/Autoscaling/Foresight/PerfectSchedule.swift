public import Kernel

/// The launches and stops with the fewest instance-hours that keep enough replicas ready, given
/// the whole future: the bound that no policy can beat.
///
/// **Rules.** Replicas are alike. One that is launched at t starts for `coldStart`, is ready from
/// then on, and is paid from t until it stops. `initial` replicas are ready at the beginning of
/// the horizon; nothing is launched before. At every instant of the horizon, `required` replicas
/// must be ready as far as that is possible: what is above `initial` within the first cold start
/// cannot be, and is told as `shortfall`. All that runs at the end of the horizon stops there.
///
/// **Method.** Level k is needed while k or more are required. Each gap between two needs of a
/// level, and the one from the beginning to the first need of a level that runs initially, is
/// kept if it is no longer than a cold start; else it is released and launched again a cold start
/// before the next need. O(n log n) for n steps, whatever the number of replicas, since levels
/// that begin and end together are moved as one.
///
/// **Why nothing is cheaper.** Let r(t) be the ready replicas of any schedule that keeps enough.
/// Its instance time is the integral of r plus a cold start for each launch that becomes ready
/// (others only cost). r rises above k at most as often as there are launches, summed over k: so
/// its instance time is at least the sum over levels k of the length of U(k) = {t: r(t) ≥ k} plus
/// a cold start for each interval of U(k), but for one that begins at the beginning when
/// k ≤ `initial`. U(k) holds every need of level k, so it is a choice of gaps to keep; a kept gap
/// costs its length, a released one a cold start, and the needs themselves the same in any case.
/// Keeping the gaps no longer than a cold start is therefore least for each level, and the levels'
/// best choices together are a schedule, for at each instant the levels that are up number at
/// least as many as are required. A released gap is longer than a cold start, so its launch comes
/// after its stop. ∎
///
/// **Minimum charge.** A launched replica lives for at least a cold start, so a minimum charge no
/// longer than that changes nothing and `billedTime` is the least that there is. A longer one
/// makes levels depend on each other (an old replica may stop in place of a young one, which here
/// it does, the best for a given schedule); then `instanceTime` is still a lower bound of any
/// schedule's bill, and `billedTime` what this schedule is charged, which may not be the least.
public struct PerfectSchedule: Hashable, Sendable {
  /// The replicas to want, starting and ready, from each instant on: at least one step, the first
  /// at the beginning of the horizon, no two alike in a row.
  public let wanted: [ReplicaStep]
  /// The time that all replicas live within the horizon together.
  public let instanceTime: SimDuration
  /// The time that they are charged for; a minimum charge counts in full even past the end.
  public let billedTime: SimDuration
  /// The replica-time that is required and no schedule could have ready.
  public let shortfall: SimDuration

  /// Solves the problem; O(n log n) in its steps.
  public init(_ problem: Problem) {
    problem.check()
    let (needs, shortfall) = problem.reachable()
    var changes = LevelSweep.changes(of: needs, problem)
    changes.sort { $0.time < $1.time }
    wanted = Self.steps(from: problem, changes)
    instanceTime = Self.area(under: wanted, until: problem.end)
    billedTime = ReplicaCharge.total(wanted, problem)
    self.shortfall = shortfall
  }

  private static func steps(from problem: Problem, _ changes: [LevelSweep.Change]) -> [ReplicaStep]
  {
    var steps = [ReplicaStep(time: problem.start, replicas: problem.initial)]
    var replicas = problem.initial
    for (index, change) in changes.enumerated() {
      replicas += change.replicas
      // Changes at one instant are one step, so that a stop and a launch there cancel.
      if index + 1 < changes.count, changes[index + 1].time == change.time { continue }
      if steps[steps.count - 1].time == change.time { steps.removeLast() }
      if steps.last?.replicas == replicas { continue }
      steps.append(ReplicaStep(time: change.time, replicas: replicas))
    }
    return steps
  }

  private static func area(under steps: [ReplicaStep], until end: SimTime) -> SimDuration {
    var area = SimDuration.zero
    for (index, step) in steps.enumerated() {
      let next = index + 1 < steps.count ? steps[index + 1].time : end
      area += (next - step.time) * Int64(step.replicas)
    }
    return area
  }

  /// The replicas to want at `time`; those of the first step before it. O(log n).
  public func replicas(at time: SimTime) -> Int { wanted[index(at: time)].replicas }

  /// The last step that is not after `time`, or the first one.
  private func index(at time: SimTime) -> Int {
    var low = 0
    var high = wanted.count
    // Steps before `low` are not after `time`; those from `high` on are.
    while low < high {
      let middle = (low + high) / 2
      if wanted[middle].time <= time { low = middle + 1 } else { high = middle }
    }
    return Swift.max(low - 1, 0)
  }
}
