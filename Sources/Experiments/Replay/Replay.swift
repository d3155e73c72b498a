public import Autoscaling
public import Capacity
public import Kernel

/// Observations of a real pool played through a policy: what it would have decided, and when.
///
/// The readings are the scrapes; the policy's window and lag apply to them.
public struct Replay: Sendable {
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
    /// The replicas that it asked for.
    public var decided: Int
    /// What its metrics alone asked for.
    public var recommended: Int
    /// Why.
    public var reason: ScalingReason
    /// What it saw, in the order of its metrics.
    public var seen: [Double?]
  }

  /// How large the policy may make the pool, and how long a replica takes to start.
  public struct Limits: Hashable, Sendable {
    /// The fewest replicas.
    public var min: Int
    /// The most.
    public var max: Int
    /// From launch to ready.
    public var start: SimDuration

    /// Limits of a pool.
    public init(min: Int, max: Int, start: SimDuration) {
      self.min = min
      self.max = max
      self.start = start
    }
  }

  private let observed: ObservedPool
  private let scaler: PoolAutoscaler
  private let limits: Limits
  private let mode: Mode
  /// For each metric of the policy, its place among those observed.
  private let columns: [Int]

  /// A replay; nil when a metric that the policy watches was not observed.
  public init?(
    _ observed: ObservedPool, through scaler: PoolAutoscaler, limits: Limits, mode: Mode
  ) {
    let columns = scaler.metrics.map { observed.metrics.firstIndex(of: $0) }
    guard columns.allSatisfy({ $0 != nil }), !observed.readings.isEmpty else { return nil }
    self.observed = observed
    self.scaler = scaler
    self.limits = limits
    self.mode = mode
    self.columns = columns.compactMap { $0 }
  }

  /// Every look from the first reading to the last, in order.
  public func steps() -> [Step] {
    var policy = scaler.policy
    var feeds = scaler.metrics.map { _ in MetricFeed(scaler.feed) }
    var fleet = FollowedFleet(observed.readings[0], limits: limits)
    var steps: [Step] = []
    var next = 0
    var now = observed.readings[0].time
    let end = now + observed.span
    while now <= end {
      while next < observed.readings.count, observed.readings[next].time <= now {
        record(observed.readings[next], ready: fleet.ready(at: now), &feeds)
        next += 1
      }
      let reading = observed.readings[next - 1]
      let seen = see(reading, fleet, &feeds, &policy, at: now)
      let decision = policy.decide(seen, at: now)
      let decided = Swift.min(Swift.max(decision.replicas, limits.min), limits.max)
      fleet.ask(for: decided, at: now)
      steps.append(
        Step(
          time: now, recorded: reading.replicas, decided: decided,
          recommended: decision.recommended, reason: decision.reason, seen: seen.metrics))
      now = now + policy.interval
    }
    return steps
  }

  private func record(
    _ reading: ObservedPool.Reading, ready: Int, _ feeds: inout [MetricFeed]
  ) {
    for (feed, column) in columns.enumerated() {
      var value = reading.values[column]
      if mode == .follow, scaler.metrics[feed] == .gpuUtilization, let share = value {
        let work = share * Double(reading.ready)
        value = ready > 0 ? Swift.min(1, work / Double(ready)) : nil
      }
      feeds[feed].record(value, at: reading.time)
    }
  }

  private func see(
    _ reading: ObservedPool.Reading, _ fleet: FollowedFleet, _ feeds: inout [MetricFeed],
    _ policy: inout any ScalingPolicy, at now: SimTime
  ) -> PoolObservation {
    var metrics: [Double?] = []
    for feed in feeds.indices {
      while let reading = feeds[feed].nextVisible(at: now) {
        policy.take(MetricSample(metric: feed, time: reading.time, value: reading.value))
      }
      metrics.append(feeds[feed].average(at: now))
    }
    switch mode {
    case .shadow:
      return PoolObservation(
        wanted: reading.replicas, ready: reading.ready,
        starting: Swift.max(0, reading.replicas - reading.ready), metrics: metrics)
    case .follow:
      let ready = fleet.ready(at: now)
      return PoolObservation(
        wanted: fleet.wanted, ready: ready, starting: fleet.wanted - ready, metrics: metrics)
    }
  }
}

/// A pool that does what a policy asks: down at once, up one start later.
private struct FollowedFleet {
  private(set) var wanted: Int
  private let start: SimDuration
  /// When each replica is ready, ascending; the last leave first.
  private var readyAt: [SimTime]

  init(_ first: ObservedPool.Reading, limits: Replay.Limits) {
    wanted = Swift.min(Swift.max(first.replicas, limits.min), limits.max)
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
