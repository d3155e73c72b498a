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
    /// The fewest replicas.
    public var min: Int
    /// The most replicas.
    public var max: Int
    /// From launch to ready.
    public var start: SimDuration
  }

  /// The file's `name:`, or its file name.
  public var name: String
  /// When the first reading was, in the time that schedules are written in; nil if nothing says.
  public var start: CivilTime?
  /// At least one, in the order of the file.
  public var candidates: [Candidate]
  /// What scales pools in the file and cannot be replayed, such as `perfect.main: clairvoyant`.
  public var leftOut: [String] = []
}

extension ReplayPlan {
  /// The autoscalers of a scenario's architectures.
  init(_ scenario: Scenario) {
    name = scenario.name
    start = CivilTime(scenario.clock.start)
    candidates = scenario.architectures.flatMap(Self.candidates)
    leftOut = scenario.architectures.flatMap { architecture in
      architecture.clairvoyants.map { "\(architecture.name).\($0.pool): clairvoyant" }
        + architecture.mixes.map { _ in "\(architecture.name): cheapest" }
    }
  }

  private static func candidates(of architecture: Architecture) -> [Candidate] {
    let isOnly = architecture.autoscalers.count == 1
    return architecture.autoscalers.compactMap { scaler in
      guard let pool = architecture.pools.first(where: { $0.name == scaler.pool }) else {
        return nil
      }
      return Candidate(
        name: isOnly ? architecture.name : "\(architecture.name).\(pool.name)", scaler: scaler,
        min: pool.min, max: pool.max, start: pool.start.lengthSeldomExceeded)
    }
  }
}

extension ScenarioReader {
  /// The policies of the file at `path`: a scenario's autoscalers, or a file of `policies:`.
  ///
  /// `epoch`, the first reading's seconds since 1970, is the time of the first reading; only
  /// `start:` of a file of policies comes before it, since that is said of the readings alone.
  /// Throws all problems at once, in the order of the file; a scenario in which nothing can be
  /// replayed is one.
  public func readReplayPlan(
    path: String, overrides: [Override] = [], epoch: CivilTime? = nil
  ) throws(Diagnostics) -> ReplayPlan {
    let clock = epoch.map { Override("clock.start=\($0.text)") }
    return try readTree(path: path, overrides: overrides) { root, walk in
      if root["policies"] != nil || root["architectures"] == nil {
        return walk.replayPlan(root, epoch: epoch)
      }
      var root = root
      clock?.apply(to: &root, problems: &walk.problems)
      guard let scenario = walk.scenario(root) else { return nil }
      let plan = ReplayPlan(scenario)
      if plan.candidates.isEmpty {
        let place = root["architectures"]?.namePlace ?? root.place
        walk.report(.missingKey(["autoscaler"], of: "every architecture"), at: place)
      }
      return plan
    }
  }
}
