public import Capacity
public import Kernel

/// The policies that a replay is about, each with the limits of its pool.
public struct ReplayPlan: Sendable {
  /// One policy.
  public struct Candidate: Sendable {
    /// Its name: the policy's in a file of policies, the architecture's in a scenario.
    public var name: String
    /// The policy and its metrics.
    public var scaler: PoolAutoscaler
    /// The fewest and the most replicas.
    public var min: Int
    /// The most replicas.
    public var max: Int
    /// From launch to ready.
    public var start: SimDuration
  }

  /// The file's `name:`.
  public var name: String
  /// What policies that know the time of day take for the time of the first reading.
  public var clock: Clock
  /// At least one, in the order of the file.
  public var candidates: [Candidate]
}

extension ReplayPlan {
  /// The autoscalers of a scenario's architectures.
  init(_ scenario: Scenario) {
    name = scenario.name
    clock = scenario.clock
    candidates = scenario.architectures.flatMap { architecture in
      architecture.autoscalers.compactMap { scaler in
        guard let pool = architecture.pools.first(where: { $0.name == scaler.pool }) else {
          return nil
        }
        let isOnly = architecture.autoscalers.count == 1
        return Candidate(
          name: isOnly ? architecture.name : "\(architecture.name).\(pool.name)", scaler: scaler,
          min: pool.min, max: pool.max, start: pool.start.lengthSeldomExceeded)
      }
    }
  }
}

extension ScenarioReader {
  /// The policies of the file at `path`: a scenario's autoscalers, or a file of `policies:`.
  ///
  /// The first reading is at `start:`, or at `epoch` seconds since 1970 in UTC where a file of
  /// policies does not say. Throws all problems at once, in the order of the file; a scenario without an autoscaler is
  /// one.
  public func readReplayPlan(
    path: String, overrides: [Override] = [], epoch: Double? = nil
  ) throws(Diagnostics) -> ReplayPlan {
    try readTree(path: path, overrides: overrides) { root, walk in
      if root["policies"] != nil { return walk.replayPlan(root, epoch: epoch) }
      guard let scenario = walk.scenario(root) else { return nil }
      let plan = ReplayPlan(scenario)
      if plan.candidates.isEmpty {
        walk.report(.missingKey(["autoscaler"], of: "every architecture"), at: root.place)
      }
      return plan
    }
  }
}
