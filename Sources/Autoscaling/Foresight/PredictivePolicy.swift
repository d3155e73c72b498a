public import Kernel

/// Replicas for the load that is expected by the time that a replica started now would serve.
///
/// The simplest model that keeps what the clouds say of theirs:
/// - Amazon EC2 Auto Scaling, "How predictive scaling works" (read 2026): needs 24 hours of data,
///   learns from up to 14 days, launches ahead by a buffer, and never scales in by itself, which
///   is left to a dynamic policy beside it.
/// - Google Compute Engine, "Using predictive autoscaling" (read 2026): covers current and
///   forecasted load, looking ahead by the initialisation time.
/// - KEDA's PredictKube scaler (2.17): a horizon of about the cool-down period.
///
/// None of them publishes its forecast; ours is a seasonal one. For each bin from now to a cold
/// start ahead it takes the safety quantile of the past seasons (`SeasonalProfile.peak`), the
/// largest of these, times today's level: the load of the last ended bins over their past means,
/// within limits. Since both factors look at the busier side, it errs towards more replicas.
/// Replicas carry the larger of that and the load of now, the highest of the last `stabilizeDown`.
/// A bin without past forecasts nothing: in the first season the policy only reacts.
public struct PredictivePolicy: ScalingPolicy {
  /// What the policy is told to hold.
  public let settings: Settings
  private var profile: SeasonalProfile
  private var level: LoadLevel
  private var highest: SlidingMaximum

  /// A policy that has seen nothing yet.
  public init(_ settings: Settings) {
    settings.check()
    self.settings = settings
    profile = SeasonalProfile(
      bin: settings.bin, season: settings.season, depth: settings.seasons,
      quantile: settings.quantile)
    level = LoadLevel(bins: settings.levelBins, limits: settings.levelLimits)
    highest = SlidingMaximum(window: settings.stabilizeDown, interval: settings.interval)
  }

  /// How often it looks.
  public var interval: SimDuration { settings.interval }

  /// Looks at the first metric, which must be a total over the pool.
  ///
  /// Without a sample the forecast alone may add replicas, and nothing is taken away.
  public mutating func decide(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    let load = seen.metrics.first.flatMap { $0 }.flatMap { $0 >= 0 ? $0 : nil }
    if let ended = profile.add(load, at: now) { level.add(ended) }
    let forecast = forecast(at: now)
    guard let load else { return decideBlind(seen, forecast) }
    let needed = Swift.max(load, forecast ?? 0)
    let held = highest.add(needed, at: now)
    let recommended = replicas(for: needed)
    let replicas = replicas(for: held)
    var reason: ScalingReason = needed > load ? .forecast : .metric
    if replicas > recommended { reason = .stabilized }
    return ScalingDecision(replicas: replicas, recommended: recommended, reason: reason)
      .bounded(from: settings.minimum, to: settings.maximum)
  }

  /// The load to expect until a replica started at `now` serves, or nil without a past.
  public func forecast(at now: SimTime) -> Double? {
    guard
      let peak = profile.peak(from: now, lead: settings.lead, seasons: settings.seasonsNeeded)
    else { return nil }
    return peak * level.ratio
  }

  private func decideBlind(_ seen: PoolObservation, _ forecast: Double?) -> ScalingDecision {
    let expected = replicas(for: forecast ?? 0)
    let isMore = expected > seen.wanted
    return ScalingDecision(
      replicas: isMore ? expected : seen.wanted, recommended: isMore ? expected : seen.wanted,
      reason: isMore ? .forecast : .noMetric
    ).bounded(from: settings.minimum, to: settings.maximum)
  }

  /// Replicas that carry a load; absurd loads ask for more than any maximum.
  private func replicas(for load: Double) -> Int {
    Int(Elementary.ceiling(Swift.min(load / settings.target, 1e9)))
  }
}
