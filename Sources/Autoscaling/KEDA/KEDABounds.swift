/// The bounds of the autoscaler that KEDA makes: it never goes to zero, KEDA does.
///
/// After `GetHPAMinReplicas` and `GetHPAMaxReplicas` of KEDA 2.20
/// (`apis/keda/v1alpha1/scaledobject_types.go`).
public struct KEDABounds: Hashable, Sendable {
  /// The fewest replicas, at least 1.
  public var min: Int
  /// The most replicas.
  public var max: Int

  /// The bounds that follow from `minReplicaCount` (none is 0) and `maxReplicaCount` (none is 100).
  public init(minReplicas: Int?, maxReplicas: Int?) {
    min = Swift.max(minReplicas ?? 0, 1)
    max = maxReplicas ?? 100
  }
}
