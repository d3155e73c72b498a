public import Kernel

extension KnativeDecider {
  /// What a decider is told to hold; `DeciderSpec` in the original.
  public struct Spec: Hashable, Sendable {
    /// What a pod should carry of the metric; positive.
    public var target: Double
    /// What a pod may carry, and the burst that ready pods should bear.
    public var burstCapacity: ExcessBurstCapacity
    /// From how many times the ready pods on it panics: `panic-threshold-percentage` over 100.
    public var panicThreshold: Double
    /// By how much the ready pods may be multiplied at once: `max-scale-up-rate`; above 1.
    public var maxScaleUpRate: Double
    /// By how much the ready pods may be divided at once: `max-scale-down-rate`; above 1.
    public var maxScaleDownRate: Double
    /// How long a panic lasts after the last excess: `stable-window`.
    public var stableWindow: SimDuration
    /// Whether requests can reach the pods; if not, neither the rate down nor the delay holds.
    public var isReachable: Bool
    /// How long a smaller number must be asked for before it is taken: `scale-down-delay`.
    public var scaleDownDelay: SimDuration
    /// The fewest pods when there are to be any: `activation-scale`; 0 and 1 mean the same.
    public var activationScale: Int

    /// A specification with Knative's defaults.
    public init(
      target: Double, burstCapacity: ExcessBurstCapacity, panicThreshold: Double = 2,
      maxScaleUpRate: Double = 1000, maxScaleDownRate: Double = 2,
      stableWindow: SimDuration = .seconds(60), isReachable: Bool = true,
      scaleDownDelay: SimDuration = .zero, activationScale: Int = 1
    ) {
      self.target = target
      self.burstCapacity = burstCapacity
      self.panicThreshold = panicThreshold
      self.maxScaleUpRate = maxScaleUpRate
      self.maxScaleDownRate = maxScaleDownRate
      self.stableWindow = stableWindow
      self.isReachable = isReachable
      self.scaleDownDelay = scaleDownDelay
      self.activationScale = activationScale
    }
  }

  /// What a decider asks for.
  public struct Outcome: Hashable, Sendable {
    /// Whether it could decide; if not, the rest means nothing.
    public var isValid: Bool
    /// The pods that there should be.
    public var desired: Int
    /// The pods that the averages alone ask for.
    public var recommended: Int
    /// The room beyond the burst that ready pods should bear; negative when there is none.
    public var excessBurstCapacity: Int
    /// What decided.
    public var reason: ScalingReason

    static var invalid: Outcome {
      Outcome(
        isValid: false, desired: 0, recommended: 0, excessBurstCapacity: 0, reason: .noMetric)
    }
  }
}
