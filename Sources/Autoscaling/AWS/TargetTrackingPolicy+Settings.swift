public import Kernel

extension TargetTrackingPolicy {
  /// What target tracking is told to hold.
  ///
  /// The defaults are those of Application Auto Scaling for ECS, SageMaker and custom metrics:
  /// cooldowns of 300 s and no warm-up beyond the start. An EC2 group has no cooldowns but a
  /// warm-up: its default instance warmup, or else 300 s.
  public struct Settings: Hashable, Sendable {
    /// The fewest replicas; at least 0. Nothing times a metric is nothing, so from 0 the policy
    /// never leaves, as in the original.
    public var min: Int
    /// The most replicas; at least `min`.
    public var max: Int
    /// What the metric should be, per replica where `isTotal`; positive.
    public var target: Double
    /// Whether the metric is a total over the pool, to be divided by the replicas in service.
    public var isTotal: Bool
    /// The share of the target that the metric must be below for a scale-in; 0.9.
    public var lowFraction: Double
    /// Minutes above the target for a scale-out, 1 to 64; 3 as seen in the field.
    public var highPeriods: Int
    /// Minutes below the low threshold for a scale-in, 1 to 64; 15 as seen in the field.
    public var lowPeriods: Int
    /// Whether it never scales in.
    public var disableScaleIn: Bool
    /// The cooldown after a scale-out; at least 0.
    public var scaleOutCooldown: SimDuration
    /// The cooldown after a scale-in; at least 0.
    public var scaleInCooldown: SimDuration
    /// How long a replica in service is left out of the base of a change; at least 0.
    public var warmUp: SimDuration
    /// How often it looks; CloudWatch evaluates an alarm each minute.
    public var interval: SimDuration

    /// Settings with the defaults of Application Auto Scaling.
    public init(
      min: Int, max: Int, target: Double, isTotal: Bool = false, disableScaleIn: Bool = false,
      scaleOutCooldown: SimDuration = .seconds(300), scaleInCooldown: SimDuration = .seconds(300),
      warmUp: SimDuration = .zero
    ) {
      self.min = min
      self.max = max
      self.target = target
      self.isTotal = isTotal
      self.disableScaleIn = disableScaleIn
      self.scaleOutCooldown = scaleOutCooldown
      self.scaleInCooldown = scaleInCooldown
      self.warmUp = warmUp
      lowFraction = 0.9
      highPeriods = 3
      lowPeriods = 15
      interval = .minutes(1)
    }
  }
}
