/// How much of the metric one pod should carry, resolved from annotations and configuration.
///
/// After `ResolveMetricTarget` of Knative Serving 1.23
/// (`pkg/reconciler/autoscaling/resources/target.go`).
public struct KnativeTarget: Hashable, Sendable {
  /// What the autoscaler watches: annotation `autoscaling.knative.dev/metric`.
  public enum Metric: String, Hashable, Sendable, CaseIterable {
    /// Requests in flight over the revision.
    case concurrency
    /// Requests that arrive each second.
    case rps
  }

  /// What the target is made of.
  public struct Settings: Hashable, Sendable {
    /// What the autoscaler watches.
    public var metric = Metric.concurrency
    /// The most requests that a pod takes at once, 0 for no limit: `spec.containerConcurrency`.
    public var containerConcurrency = 0
    /// What a pod should carry at 100 %: annotation `autoscaling.knative.dev/target`.
    public var target: Double?
    /// The share of it to aim for, 0 to 1: annotation
    /// `autoscaling.knative.dev/target-utilization-percentage`, over 100.
    public var utilization: Double?
    /// The share of concurrency to aim for: `container-concurrency-target-percentage`, over 100.
    public var concurrencyUtilizationDefault = 0.7
    /// The concurrency of a pod without a limit: `container-concurrency-target-default`.
    public var concurrencyDefault = 100.0
    /// The requests each second of a pod: `requests-per-second-target-default`.
    public var rpsDefault = 200.0
    /// The share of requests each second to aim for; Knative's is fixed at 0.7.
    public var rpsUtilizationDefault = 0.7

    /// Knative's defaults: 70 requests in flight of 100.
    public init() {}
  }

  /// What a pod should carry; at least 0.01.
  public var value: Double
  /// What a pod may carry, for burst capacity.
  public var total: Double

  /// Resolves the target; an annotation never exceeds a limit on concurrency.
  public init(_ settings: Settings) {
    var utilization: Double
    switch settings.metric {
    case .rps:
      total = settings.target ?? settings.rpsDefault
      utilization = settings.rpsUtilizationDefault
    case .concurrency:
      let limit = Double(settings.containerConcurrency)
      total = limit == 0 ? settings.concurrencyDefault : limit
      if let target = settings.target { total = limit == 0 ? target : Swift.min(target, limit) }
      utilization = settings.concurrencyUtilizationDefault
    }
    utilization = settings.utilization ?? utilization
    value = Swift.max(0.01, total * utilization)
  }
}
