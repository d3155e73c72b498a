public import Autoscaling

/// An autoscaler with the pool that it scales and the metrics that it watches.
public struct PoolAutoscaler: Sendable {
  /// The name of the pool.
  public var pool: String
  /// The policy's name in scenario files, such as `hpa`.
  public var name: String
  /// The policy as it is before it has seen anything.
  public var policy: any ScalingPolicy
  /// What it watches, in the order in which the policy counts its metrics.
  public var metrics: [PoolMetric]
  /// How the metrics reach it.
  public var feed: MetricFeed.Settings

  /// An autoscaler of a pool.
  public init(
    pool: String, name: String, policy: any ScalingPolicy, metrics: [PoolMetric],
    feed: MetricFeed.Settings = MetricFeed.Settings()
  ) {
    self.pool = pool
    self.name = name
    self.policy = policy
    self.metrics = metrics
    self.feed = feed
  }
}
