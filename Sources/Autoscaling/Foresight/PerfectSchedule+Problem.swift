public import Kernel

extension PerfectSchedule {
  /// What has to be met and what starting costs.
  public struct Problem: Hashable, Sendable {
    /// Replicas that must be ready; instants strictly ascending, none before the first step.
    public var required: [ReplicaStep]
    /// How long a replica starts; not negative.
    public var coldStart: SimDuration
    /// The least that a launched replica is charged for; not negative. The initial ones have had
    /// theirs.
    public var minimumCharge: SimDuration
    /// The beginning of the horizon.
    public var start: SimTime
    /// The end of the horizon; not before `start`.
    public var end: SimTime
    /// Replicas that are ready at the beginning; at least 0.
    public var initial: Int

    /// A problem.
    public init(
      required: [ReplicaStep], coldStart: SimDuration, minimumCharge: SimDuration = .zero,
      start: SimTime, end: SimTime, initial: Int = 0
    ) {
      self.required = required
      self.coldStart = coldStart
      self.minimumCharge = minimumCharge
      self.start = start
      self.end = end
      self.initial = initial
    }
  }
}

extension PerfectSchedule.Problem {
  func check() {
    precondition(coldStart >= .zero && minimumCharge >= .zero, "times are not negative")
    precondition(start <= end && initial >= 0, "a horizon does not go back")
    for (index, step) in required.enumerated() {
      precondition(step.replicas >= 0, "a number of replicas is not negative")
      precondition(index == 0 || required[index - 1].time < step.time, "instants must ascend")
    }
  }

  /// What is required within the horizon and can be ready, beginning with a step at its start;
  /// and the replica-time that cannot.
  func reachable() -> (needs: [ReplicaStep], shortfall: SimDuration) {
    let first = Swift.min(start + coldStart, end)
    var needs: [ReplicaStep] = []
    var shortfall = SimDuration.zero
    for (index, step) in required.enumerated() {
      let next = index + 1 < required.count ? Swift.min(required[index + 1].time, end) : end
      let begin = Swift.max(step.time, start)
      guard begin < next else { continue }
      if begin < first {
        let missing = Swift.max(0, step.replicas - initial)
        shortfall += (Swift.min(next, first) - begin) * Int64(missing)
        needs.append(ReplicaStep(time: begin, replicas: Swift.min(step.replicas, initial)))
      }
      if next > first {
        needs.append(ReplicaStep(time: Swift.max(begin, first), replicas: step.replicas))
      }
    }
    if needs.first?.time != start { needs.insert(ReplicaStep(time: start, replicas: 0), at: 0) }
    return (needs, shortfall)
  }
}
