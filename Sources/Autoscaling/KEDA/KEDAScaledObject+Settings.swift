public import Kernel

extension KEDAScaledObject {
  /// What a `ScaledObject` says; the defaults are KEDA's.
  public struct Settings: Hashable, Sendable {
    /// What is watched; metric i of an observation is that of trigger i.
    public var triggers: [KEDATrigger]
    /// The fewest and the idle replicas, cooldowns and pauses.
    public var activation: KEDAActivation
    /// The most replicas: `maxReplicaCount`.
    public var maxReplicas: Int
    /// How often the triggers are asked whether they are active: `pollingInterval`; positive.
    public var pollingInterval: SimDuration
    /// What to do while a metric cannot be read; nil for nothing.
    public var fallback: KEDAFallback?
    /// How far a metric may be from its target; the cluster's.
    public var tolerance: Tolerance
    /// How fast replicas may change: `advanced.horizontalPodAutoscalerConfig.behavior`.
    public var behavior: ScalingBehavior?

    /// Settings of an object with these triggers, at least one.
    public init(
      triggers: [KEDATrigger], activation: KEDAActivation = KEDAActivation(),
      maxReplicas: Int = 100, pollingInterval: SimDuration = .seconds(30),
      fallback: KEDAFallback? = nil, tolerance: Tolerance = Tolerance(),
      behavior: ScalingBehavior? = nil
    ) {
      self.triggers = triggers
      self.activation = activation
      self.maxReplicas = maxReplicas
      self.pollingInterval = pollingInterval
      self.fallback = fallback
      self.tolerance = tolerance
      self.behavior = behavior
    }
  }
}
