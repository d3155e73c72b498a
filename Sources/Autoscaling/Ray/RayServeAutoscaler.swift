public import Kernel

/// Ray Serve's autoscaler: replicas in proportion to ongoing requests, after a delay.
///
/// After ray-project/ray 2.60 (`serve/autoscaling_policy.py`, `_private/autoscaling_state.py`).
/// Its samples are the pool's total of requests in service or waiting: metric 0, as a total.
/// Ray takes that sample in each replica and handle every 6 s and pushes it every 10 s; here the
/// metric's own interval and lag stand for both. It may be asked less often than every 0.1 s: then
/// a delay ends at the first look after it.
public struct RayServeAutoscaler: ScalingPolicy {
  /// What it is told to hold.
  public let settings: Settings
  private var delay = RayDelay()
  /// What was sampled within the look-back, oldest first, and the last sample whatever its age.
  private var points: [RayRequestTotal.Point] = []

  /// An autoscaler that has seen nothing yet.
  public init(_ settings: Settings) {
    precondition(settings.targetOngoingRequests > 0, "the target must be positive")
    self.settings = settings
  }

  /// The control loop's period.
  public var interval: SimDuration { settings.interval }

  /// Records the total of ongoing requests; samples without a value leave the last one standing.
  public mutating func take(_ sample: MetricSample) {
    guard let requests = sample.value, sample.metric == 0 else { return }
    points.append(.init(seconds: sample.time.seconds, requests: requests))
    forget(before: sample.time)
  }

  /// Looks at its pool: ready replicas run, wanted ones are the target.
  ///
  /// Without a sample ever taken, metric 0 of the observation is the total.
  public mutating func decide(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    guard let requests = requests(seen, at: now) else {
      let held = settings.bounded(seen.wanted)
      return ScalingDecision(replicas: held, recommended: seen.wanted, reason: .noMetric)
    }
    let asked = propose(
      running: seen.ready, target: seen.wanted, requests: requests, at: now)
    let replicas = settings.bounded(asked)
    let alone = Settings.ceiling(requests / settings.targetOngoingRequests)
    let reason = Self.reason(asked: asked, replicas: replicas, target: seen.wanted, alone: alone)
    return ScalingDecision(replicas: replicas, recommended: alone, reason: reason)
  }

  /// What the policy says before the bounds: the rules for zero replicas, factors, delays, gangs.
  ///
  /// `asked` stands in for the default policy's number, as a custom policy of Ray does. With no
  /// replica running the policy is not asked: requests start the upscaling factor's worth of
  /// replicas at once, and without any the target stays. With a minimum of 0, a target of one gang
  /// counts as 1, so that it can go to zero.
  public mutating func propose(
    running: Int, target: Int, requests: Double, asked: Double? = nil, at now: SimTime
  ) -> Int {
    let isLastGang = settings.gangSize > 1 && settings.min == 0 && target == settings.gangSize
    let target = isLastGang ? 1 : target
    if running == 0 {
      if requests <= 0 { return settings.wholeGangs(target) }
      return settings.wholeGangs(max(Settings.ceiling(settings.upscalingFactor), target))
    }
    let ratio = requests / (settings.targetOngoingRequests * Double(running))
    let desired = asked ?? Double(running) * ratio
    let scaled = max(0, settings.scaled(desired, from: running))
    return settings.wholeGangs(delay.apply(scaled, target: target, settings: settings, at: now))
  }

  private mutating func requests(_ seen: PoolObservation, at now: SimTime) -> Double? {
    if points.isEmpty { return seen.metrics.first ?? nil }
    forget(before: now)
    return RayRequestTotal.aggregate(points, from: nil, to: now.seconds, by: settings.aggregation)
  }

  /// A sample as old as the look-back is forgotten, as in Ray, but the last one stays.
  private mutating func forget(before now: SimTime) {
    let oldest = (now - settings.lookBack).seconds
    var stale = 0
    while stale < points.count - 1, points[stale].seconds <= oldest { stale += 1 }
    if stale > 0 { points.removeSubrange(0..<stale) }
  }

  private static func reason(
    asked: Int, replicas: Int, target: Int, alone: Int
  ) -> ScalingReason {
    if replicas < asked { return .atMaximum }
    if replicas > asked { return .atMinimum }
    if replicas == target { return alone == target ? .withinTolerance : .rayDelay }
    return .metric
  }
}

extension ScalingReason {
  /// The metric asks for another number, but not yet for as long as Ray's delay.
  static var rayDelay: ScalingReason { ScalingReason("upscale or downscale delay") }
}
