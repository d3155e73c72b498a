public import Kernel

extension KnativePodAutoscaler {
  /// What the autoscaler is told, by annotations (`autoscaling.knative.dev/…`) of a revision or
  /// by keys of the `config-autoscaler` map; the defaults are Knative's.
  public struct Settings: Hashable, Sendable {
    /// What is watched and how much of it a pod should carry.
    public var target = KnativeTarget.Settings()
    /// How the windows are averaged: `metric-aggregation-algorithm`.
    public var averaging = MetricWindow.Averaging.linear
    /// The share of the stable window that is the panic window, 1 to 100:
    /// `panic-window-percentage`.
    public var panicWindowPercentage = 10.0
    /// How much more than the ready pods must be asked for to panic, 110 to 1000:
    /// `panic-threshold-percentage`.
    public var panicThresholdPercentage = 200.0
    /// By how much the ready pods may be multiplied at once, above 1: `max-scale-up-rate`.
    public var maxScaleUpRate = 1000.0
    /// By how much the ready pods may be divided at once, above 1: `max-scale-down-rate`.
    public var maxScaleDownRate = 2.0
    /// How long fewer pods must be asked for before one goes, up to 1 h: `scale-down-delay`.
    public var scaleDownDelay = SimDuration.zero
    /// The fewest pods when there are to be any: `activation-scale`.
    public var activationScale = 1
    /// What one activator can carry: `activator-capacity`.
    public var activatorCapacity = 100.0
    /// Bounds, initial scale, scale to zero, and the stable window of 6 s to 1 h (`window` as an
    /// annotation, `stable-window` as a key).
    public var scaler = RevisionScaler()

    /// Knative's defaults.
    public init() {}

    /// What the decider is told.
    var decider: KnativeDecider.Spec {
      let target = KnativeTarget(target)
      return KnativeDecider.Spec(
        target: target.value,
        burstCapacity: ExcessBurstCapacity(
          total: target.total, target: scaler.targetBurstCapacity),
        panicThreshold: panicThresholdPercentage / 100, maxScaleUpRate: maxScaleUpRate,
        maxScaleDownRate: maxScaleDownRate, stableWindow: scaler.stableWindow,
        isReachable: scaler.reachability != .unreachable, scaleDownDelay: scaleDownDelay,
        activationScale: activationScale)
    }
  }
}
