/// What KEDA shows the autoscaler while a trigger's metric cannot be read: `fallback`.
///
/// After `fallback.go` of KEDA 2.20 (`pkg/fallback`).
public struct KEDAFallback: Hashable, Sendable {
  /// How the replicas to fall back to are chosen: `behavior`.
  public enum Behavior: String, Hashable, Sendable, CaseIterable {
    /// The given number, the default.
    case fixed = "static"
    /// As many as there are.
    case currentReplicas
    /// As many as there are when that is more than the given number.
    case currentReplicasIfHigher
    /// As many as there are when that is fewer than the given number.
    case currentReplicasIfLower
  }

  /// The failures in a row above which it falls back: `failureThreshold`; at least 0.
  public var failureThreshold: Int
  /// The replicas to fall back to; at least 0.
  public var replicas: Int
  /// How they are chosen.
  public var behavior: Behavior

  /// A fallback to so many replicas after more than so many failures.
  public init(failureThreshold: Int, replicas: Int, behavior: Behavior = .fixed) {
    self.failureThreshold = failureThreshold
    self.replicas = replicas
    self.behavior = behavior
  }

  /// Whether its numbers make sense; one that is not valid is ignored.
  public var isValid: Bool { failureThreshold >= 0 && replicas >= 0 }

  /// What the autoscaler reads of a trigger.
  public struct Reading: Hashable, Sendable {
    /// The metric, or nil for an error.
    public var metric: Double?
    /// Whether the metric is made up for the fallback.
    public var isFallingBack: Bool
  }

  /// Passes on a metric, counts failures, and makes up a metric once there are too many.
  ///
  /// Without a valid fallback the failures stay as they are, even after a success.
  public static func read(
    _ metric: Double?, of trigger: KEDATrigger, failures: inout Int, fallback: KEDAFallback?,
    currentReplicas: Int, readyReplicas: Int
  ) -> Reading {
    guard let fallback, fallback.isValid else {
      return Reading(metric: metric, isFallingBack: false)
    }
    failures = metric == nil ? failures + 1 : 0
    if metric != nil || failures <= fallback.failureThreshold {
      return Reading(metric: metric, isFallingBack: false)
    }
    let made = fallback.metric(
      for: trigger, currentReplicas: currentReplicas, readyReplicas: readyReplicas)
    return Reading(metric: made, isFallingBack: made != nil)
  }

  /// A metric that asks for the replicas to fall back to, cut to thousandths; nil when the target
  /// is not for each replica and none is ready.
  private func metric(
    for trigger: KEDATrigger, currentReplicas: Int, readyReplicas: Int
  ) -> Double? {
    var replicas = Double(chosen(currentReplicas: currentReplicas))
    if trigger.targetType == .value {
      guard readyReplicas != 0 else { return nil }
      replicas /= Double(readyReplicas)
    }
    let thousandths = trigger.target * 1000 * replicas
    guard thousandths.magnitude < 0x1p52 else { return thousandths / 1000 }
    return Double(Int64(thousandths)) / 1000
  }

  private func chosen(currentReplicas: Int) -> Int {
    switch behavior {
    case .fixed: replicas
    case .currentReplicas: currentReplicas
    case .currentReplicasIfHigher: Swift.max(currentReplicas, replicas)
    case .currentReplicasIfLower: Swift.min(currentReplicas, replicas)
    }
  }
}
