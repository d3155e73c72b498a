/// What a policy asks for, and why.
public struct ScalingDecision: Hashable, Sendable {
  /// Replicas from now on.
  public var replicas: Int
  /// What the metrics alone ask for, before windows, rates and bounds.
  public var recommended: Int
  /// What decided.
  public var reason: ScalingReason

  /// A number of replicas and why.
  public init(replicas: Int, recommended: Int, reason: ScalingReason) {
    self.replicas = replicas
    self.recommended = recommended
    self.reason = reason
  }
}

/// What decided, in words for `decisions.csv`; each policy names its own beside its code.
public struct ScalingReason: Hashable, Sendable {
  /// The words, such as `within tolerance`: lower case, no full stop.
  public let words: String

  /// A reason; the words should be a literal, so that naming it allocates nothing.
  public init(_ words: String) { self.words = words }

  /// No metric could be read, so nothing changes.
  public static var noMetric: ScalingReason { ScalingReason("no metric") }
  /// The metric is close enough to its target.
  public static var withinTolerance: ScalingReason { ScalingReason("within tolerance") }
  /// The metric asks for this many.
  public static var metric: ScalingReason { ScalingReason("ratio to target") }
  /// What was asked for in the recent past holds the replicas where they are.
  public static var stabilized: ScalingReason { ScalingReason("stabilisation window") }
  /// The most replicas allowed; more are wanted.
  public static var atMaximum: ScalingReason { ScalingReason("maximum") }
  /// The fewest replicas allowed; fewer would do.
  public static var atMinimum: ScalingReason { ScalingReason("minimum") }
}
