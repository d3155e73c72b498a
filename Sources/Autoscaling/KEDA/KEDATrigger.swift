/// A source of events that a KEDA object watches, and how much of it a replica should carry.
public struct KEDATrigger: Hashable, Sendable {
  /// How the target relates to the metric: `metricType`.
  public enum TargetType: String, Hashable, Sendable, CaseIterable {
    /// The target is for each replica: the metric is divided by the replicas.
    case averageValue = "AverageValue"
    /// The target is for the metric as it is.
    case value = "Value"
  }

  /// How much of the metric there should be; positive.
  public var target: Double
  /// The metric above which the trigger is active; a metric that equals it is not.
  public var activationThreshold: Double
  /// How the target relates to the metric.
  public var targetType: TargetType
  /// Whether the autoscaler below reads what the last poll saw, not the source:
  /// `useCachedMetrics`.
  public var usesCachedMetrics: Bool

  /// A trigger; by default active above 0, with a target for each replica, read anew each time.
  public init(
    target: Double, activationThreshold: Double = 0, targetType: TargetType = .averageValue,
    usesCachedMetrics: Bool = false
  ) {
    self.target = target
    self.activationThreshold = activationThreshold
    self.targetType = targetType
    self.usesCachedMetrics = usesCachedMetrics
  }

  /// Whether a metric makes it active.
  public func isActive(_ metric: Double) -> Bool { metric > activationThreshold }
}
