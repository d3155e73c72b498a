public import Kernel

/// The core of the Kubernetes Horizontal Pod Autoscaler: one metric, ratio to its target,
/// tolerance, pods that are not ready yet, stabilisation windows, bounds.
///
/// After the documentation's "Algorithm details": desired = ceil(ready × metric / target), nothing
/// within the tolerance; when scaling up, pods that are not ready count with a metric of zero.
public struct HorizontalPodAutoscaler: Sendable {
  /// What the autoscaler is told to hold.
  public struct Settings: Hashable, Sendable {
    /// The fewest replicas; at least 0.
    public var min: Int
    /// The most replicas; at least `min`.
    public var max: Int
    /// What the metric should be on average over ready replicas; positive.
    public var target: Double
    /// How far the ratio may be from 1 before anything changes; Kubernetes says 0.1.
    public var tolerance: Double
    /// A scale-down goes to the highest recommendation of this much time; Kubernetes says 300 s.
    public var stabilizeDown: SimDuration
    /// A scale-up goes to the lowest recommendation of this much time; Kubernetes says none.
    public var stabilizeUp: SimDuration

    /// Settings with the defaults of Kubernetes.
    public init(
      min: Int, max: Int, target: Double, tolerance: Double = 0.1,
      stabilizeDown: SimDuration = .minutes(5), stabilizeUp: SimDuration = .zero
    ) {
      self.min = min
      self.max = max
      self.target = target
      self.tolerance = tolerance
      self.stabilizeDown = stabilizeDown
      self.stabilizeUp = stabilizeUp
    }
  }

  /// What the autoscaler sees at one look.
  public struct Observation: Hashable, Sendable {
    /// The replicas that it asked for last.
    public var wanted: Int
    /// Replicas that serve.
    public var ready: Int
    /// Replicas that are starting.
    public var unready: Int
    /// The metric's mean over ready replicas, or nil when there is no sample.
    public var metric: Double?

    /// What is seen at one look.
    public init(wanted: Int, ready: Int, unready: Int = 0, metric: Double?) {
      self.wanted = wanted
      self.ready = ready
      self.unready = unready
      self.metric = metric
    }
  }

  /// What the autoscaler asks for.
  public struct Decision: Hashable, Sendable {
    /// Replicas from now on.
    public var replicas: Int
    /// What it would ask for without bounds and windows.
    public var recommended: Int
    /// What decided it: the ratio, the tolerance, a window or a bound.
    public var reason: Reason

    /// A number of replicas and why.
    public init(replicas: Int, recommended: Int, reason: Reason) {
      self.replicas = replicas
      self.recommended = recommended
      self.reason = reason
    }
  }

  /// What decided.
  public enum Reason: String, Hashable, Sendable {
    /// No metric, so nothing changes.
    case noMetric = "no metric"
    /// The ratio is within the tolerance.
    case withinTolerance = "within tolerance"
    /// The ratio of metric and target.
    case ratio = "ratio to target"
    /// A recommendation of the recent past holds the replicas where they are.
    case stabilized = "stabilisation window"
    /// The most replicas allowed.
    case atMax = "maximum"
    /// The fewest replicas allowed.
    case atMin = "minimum"
  }

  private let settings: Settings
  /// Recommendations within the longer window, oldest first.
  private var recommendations: [(time: SimTime, replicas: Int)] = []

  /// An autoscaler that has seen nothing yet.
  public init(_ settings: Settings) { self.settings = settings }

  /// Looks at the replicas and decides; instants must not go back.
  public mutating func decide(_ seen: Observation, at now: SimTime) -> Decision {
    let (recommended, reason) = recommend(seen)
    let held = stabilize(recommended, wanted: seen.wanted, at: now)
    let bounded = Swift.min(Swift.max(held, settings.min), settings.max)
    var why = held == recommended ? reason : .stabilized
    if bounded < held { why = .atMax }
    if bounded > held { why = .atMin }
    return Decision(replicas: bounded, recommended: recommended, reason: why)
  }

  private func recommend(_ seen: Observation) -> (Int, Reason) {
    guard let metric = seen.metric, seen.ready > 0 else { return (seen.wanted, .noMetric) }
    let ratio = metric / settings.target
    if (ratio - 1).magnitude <= settings.tolerance { return (seen.wanted, .withinTolerance) }
    guard ratio > 1, seen.unready > 0 else {
      return (Self.ceiling(ratio * Double(seen.ready)), .ratio)
    }
    let all = Double(seen.ready + seen.unready)
    let damped = ratio * Double(seen.ready) / all
    if damped <= 1 + settings.tolerance { return (seen.wanted, .withinTolerance) }
    return (Self.ceiling(damped * all), .ratio)
  }

  /// Rounds up; a metric that is absurdly high asks for a number that every maximum is below.
  private static func ceiling(_ replicas: Double) -> Int {
    Int(Elementary.ceiling(Swift.min(replicas, 1e9)))
  }

  private mutating func stabilize(_ recommended: Int, wanted: Int, at now: SimTime) -> Int {
    let window = Swift.max(settings.stabilizeUp, settings.stabilizeDown)
    // A recommendation as old as its window no longer counts, as in Kubernetes.
    recommendations.removeAll { $0.time <= now - window }
    var lowest = recommended
    var highest = recommended
    for past in recommendations {
      if past.time > now - settings.stabilizeUp { lowest = Swift.min(lowest, past.replicas) }
      if past.time > now - settings.stabilizeDown { highest = Swift.max(highest, past.replicas) }
    }
    recommendations.append((now, recommended))
    if wanted < lowest { return lowest }
    if wanted > highest { return highest }
    return wanted
  }
}
