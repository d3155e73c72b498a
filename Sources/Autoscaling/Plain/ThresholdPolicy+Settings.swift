public import Kernel

extension ThresholdPolicy {
  /// Two limits of one metric, in its unit; nil where there is none.
  public struct Threshold: Hashable, Sendable {
    /// Above this, and not at it, the pool is too small.
    public var upper: Double?
    /// Below this, and not at it, the pool may be too large; nil leaves the metric out of it.
    public var lower: Double?

    /// The limits of one metric; `lower` should not be above `upper`.
    public init(upper: Double? = nil, lower: Double? = nil) {
      self.upper = upper
      self.lower = lower
    }
  }

  /// By how much a pool changes at once.
  public enum Step: Hashable, Sendable {
    /// So many replicas; positive.
    case replicas(Int)
    /// So many hundredths of the replicas that are wanted; positive. The part is rounded down,
    /// but to no less than one replica, as `PercentChangeInCapacity` is in EC2 Auto Scaling.
    case percent(Double)

    /// The step from `wanted` replicas; at least 1.
    public func replicas(of wanted: Int) -> Int {
      switch self {
      case .replicas(let count): Swift.max(1, count)
      // The product comes first, since 10 · 30 / 100 is exact where 10 · 0.3 may not be.
      case .percent(let percent): Swift.max(1, Int(Swift.min(Double(wanted) * percent / 100, 1e9)))
      }
    }
  }

  /// What the policy is told to hold.
  public struct Settings: Hashable, Sendable {
    /// The limits of each metric that the policy watches, in the order of the observation.
    public var thresholds: [Threshold]
    /// The fewest replicas; at least 0.
    public var minimum: Int
    /// The most replicas; at least `minimum`.
    public var maximum: Int
    /// How much is added at once.
    public var stepOut: Step
    /// How much is taken away at once.
    public var stepIn: Step
    /// How long an upper threshold must have been passed.
    public var outAfter: SimDuration
    /// How long all metrics must have been below their lower thresholds.
    public var inAfter: SimDuration
    /// How long after a change, in either direction, nothing changes.
    public var cooldown: SimDuration
    /// Whether nothing is added while replicas are starting, since their help is not seen yet.
    public var waitsForStarting: Bool
    /// How often the policy looks; positive.
    public var interval: SimDuration

    /// Settings with the guides' defaults: one replica at a time, out at once, in after five
    /// minutes, and the 300 s default cooldown of EC2 Auto Scaling, whose simple policies also
    /// wait for a launch in progress.
    public init(
      thresholds: [Threshold], minimum: Int = 1, maximum: Int, stepOut: Step = .replicas(1),
      stepIn: Step = .replicas(1), outAfter: SimDuration = .zero,
      inAfter: SimDuration = .minutes(5), cooldown: SimDuration = .minutes(5),
      waitsForStarting: Bool = true, interval: SimDuration = .seconds(15)
    ) {
      self.thresholds = thresholds
      self.minimum = minimum
      self.maximum = maximum
      self.stepOut = stepOut
      self.stepIn = stepIn
      self.outAfter = outAfter
      self.inAfter = inAfter
      self.cooldown = cooldown
      self.waitsForStarting = waitsForStarting
      self.interval = interval
    }

    /// Whether a step in is possible at all.
    var hasLower: Bool { thresholds.contains { $0.lower != nil } }

    func check() {
      precondition(minimum >= 0 && maximum >= minimum, "bounds must be 0 ≤ minimum ≤ maximum")
      precondition(interval > .zero, "a policy looks at positive intervals")
      precondition(!thresholds.isEmpty, "a threshold policy watches at least one metric")
    }
  }
}
