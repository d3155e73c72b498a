public import Kernel

extension StepScalingPolicy {
  /// The steps of one direction and when its alarm is in alarm.
  public struct AlarmedSteps: Hashable, Sendable {
    /// The threshold and the steps.
    public var scaling: StepScaling
    /// Datapoints that must breach (M), 1 to `periods`.
    public var datapoints: Int
    /// Minutes looked at (N), 1 to 64.
    public var periods: Int

    /// Steps that are taken while M of N minutes breach the threshold.
    public init(_ scaling: StepScaling, datapoints: Int = 1, of periods: Int = 1) {
      self.scaling = scaling
      self.datapoints = datapoints
      self.periods = periods
    }
  }

  /// What step scaling is told to do. The defaults are those of an EC2 group: no cooldown, a
  /// warm-up of 300 s. Application Auto Scaling has cooldowns of 300 s and no warm-up.
  public struct Settings: Hashable, Sendable {
    /// The fewest replicas; at least 0.
    public var min: Int
    /// The most replicas; at least `min`.
    public var max: Int
    /// The scale-out, or nil for none; its direction must be out.
    public var scaleOut: AlarmedSteps?
    /// The scale-in, or nil for none; its direction must be in.
    public var scaleIn: AlarmedSteps?
    /// Whether the metric is a total over the pool, to be divided by the replicas in service (by
    /// one where there is none, so that a step can leave zero).
    public var isTotal: Bool
    /// How long a replica in service is left out of the base of a percent step; at least 0.
    public var warmUp: SimDuration
    /// The cooldown after a scale-out; at least 0.
    public var scaleOutCooldown: SimDuration
    /// The cooldown after a scale-in; at least 0.
    public var scaleInCooldown: SimDuration
    /// How often it looks; CloudWatch evaluates an alarm each minute.
    public var interval: SimDuration

    /// Settings with the defaults of an EC2 Auto Scaling group.
    public init(
      min: Int, max: Int, scaleOut: AlarmedSteps?, scaleIn: AlarmedSteps?, isTotal: Bool = false,
      warmUp: SimDuration = .seconds(300), scaleOutCooldown: SimDuration = .zero,
      scaleInCooldown: SimDuration = .zero
    ) {
      self.min = min
      self.max = max
      self.scaleOut = scaleOut
      self.scaleIn = scaleIn
      self.isTotal = isTotal
      self.warmUp = warmUp
      self.scaleOutCooldown = scaleOutCooldown
      self.scaleInCooldown = scaleInCooldown
      interval = .minutes(1)
    }
  }
}
