public import Kernel

extension HorizontalPodAutoscaler {
  /// What the autoscaler is told: its spec and the flags of the controller manager.
  public struct Settings: Hashable, Sendable {
    /// The fewest replicas; at least 0.
    public var min: Int
    /// The most replicas; at least `min`.
    public var max: Int
    /// What it watches; without a metric it keeps to the bounds and does nothing else.
    public var metrics: [MetricTarget]
    /// How far a ratio may be from 1 before anything changes.
    public var tolerance: Tolerance
    /// How fast replicas may change; nil is the rule from before there was a `behavior`, which
    /// differs a little from the default one: it adds up to `scaleUpLimitMinimum` replicas or
    /// multiplies by `scaleUpLimitFactor` at each look, and its window is a moment longer.
    public var behavior: ScalingBehavior?
    /// How often it looks; positive.
    public var syncPeriod: SimDuration
    /// A fall goes to the highest recommendation of this much time, unless `behavior` says else.
    public var downscaleStabilization: SimDuration
    /// Without `behavior`: by how much replicas may be multiplied at one look.
    public var scaleUpLimitFactor: Double
    /// Without `behavior`: to how many replicas any number may rise at one look.
    public var scaleUpLimitMinimum: Double
    /// When a pod that starts begins to count, for lists of pods with their CPU.
    public var readiness: PodReadiness
    /// Whether a total or a value may raise 0 replicas when `min` is 0, as with Kubernetes'
    /// feature gate `HPAScaleToZero`, which is off by default there. A mean over pods never can,
    /// having none to measure.
    public var wakesFromZero: Bool

    /// Settings with the defaults of Kubernetes.
    public init(
      min: Int = 1, max: Int, metrics: [MetricTarget], tolerance: Tolerance = Tolerance(),
      behavior: ScalingBehavior? = nil, syncPeriod: SimDuration = .seconds(15),
      downscaleStabilization: SimDuration = .minutes(5), scaleUpLimitFactor: Double = 2,
      scaleUpLimitMinimum: Double = 4, readiness: PodReadiness = PodReadiness(),
      wakesFromZero: Bool = false
    ) {
      precondition(min >= 0 && max >= min, "replicas are bounded by 0 <= min <= max")
      precondition(syncPeriod > .zero, "an autoscaler looks at times that differ")
      self.min = min
      self.max = max
      self.metrics = metrics
      self.tolerance = tolerance
      self.behavior = behavior
      self.syncPeriod = syncPeriod
      self.downscaleStabilization = downscaleStabilization
      self.scaleUpLimitFactor = scaleUpLimitFactor
      self.scaleUpLimitMinimum = scaleUpLimitMinimum
      self.readiness = readiness
      self.wakesFromZero = wakesFromZero
    }
  }
}
