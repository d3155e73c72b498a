public import Autoscaling
public import Capacity
public import Kernel

/// Observations of a real pool played through a policy: what it would have decided, and when.
///
/// A sequence of the policy's looks, from the first reading to the last, made one by one: its
/// memory is that of the observations, however often the policy looks. The readings are the
/// scrapes, and where they are further apart than the policy scrapes, the last one is scraped again:
/// what counts samples (Knative's buckets, CloudWatch's minutes) finds as many as in life.
public struct Replay: Sendable, Sequence {
  /// What the policy is told that the pool has.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// The replicas that were recorded: at each look, what would it have done then?
    case shadow
    /// The replicas that it asked for itself, ready one start later: where would it have gone?
    ///
    /// Metrics that are totals stay as recorded; utilisation is spread over the replicas there
    /// would have been, at most 1; a wait stays as recorded, which no other fleet would have had.
    case follow
  }

  /// One look of the policy.
  public struct Step: Hashable, Sendable {
    /// When, from the first reading.
    public var time: SimTime
    /// The replicas that were recorded.
    public var recorded: Int
    /// The replicas that it was told were wanted.
    public var told: Int
    /// The replicas that it asked for.
    public var decided: Int
    /// What its metrics alone asked for.
    public var recommended: Int
    /// Why.
    public var reason: ScalingReason
    /// What it saw, in the order of its metrics.
    public var seen: [Double?]

    /// A look.
    public init(
      time: SimTime, recorded: Int, told: Int, decided: Int, recommended: Int,
      reason: ScalingReason, seen: [Double?] = []
    ) {
      self.time = time
      self.recorded = recorded
      self.told = told
      self.decided = decided
      self.recommended = recommended
      self.reason = reason
      self.seen = seen
    }
  }

  /// How large the policy may make the pool, and how long a replica takes to start.
  public struct Limits: Hashable, Sendable {
    /// The fewest replicas.
    public var min: Int
    /// The most; at least `min`.
    public var max: Int
    /// From launch to ready.
    public var start: SimDuration

    /// Limits of a pool.
    public init(min: Int, max: Int, start: SimDuration = .zero) {
      self.min = min
      self.max = max
      self.start = start
    }

    func bounded(_ replicas: Int) -> Int { Swift.min(Swift.max(replicas, min), max) }
  }

  let observed: ObservedPool
  let scaler: PoolAutoscaler
  let limits: Limits
  /// What the policy is told that the pool has.
  public let mode: Mode
  /// For each metric of the policy, its place among those observed.
  let columns: [Int]

  /// A replay; nil without a reading or when a metric that the policy watches was not observed.
  public init?(
    _ observed: ObservedPool, through scaler: PoolAutoscaler, limits: Limits, mode: Mode
  ) {
    let columns = scaler.metrics.compactMap { observed.metrics.firstIndex(of: $0) }
    guard columns.count == scaler.metrics.count, !observed.readings.isEmpty else { return nil }
    self.observed = observed
    self.scaler = scaler
    self.limits = limits
    self.mode = mode
    self.columns = columns
  }

  /// The policy's looks from the first reading on.
  public func makeIterator() -> Looks { Looks(self) }
}
