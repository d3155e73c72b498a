public import Autoscaling
public import Kernel

/// Several pools of different price and speed, kept at the cheapest mix that carries the load.
public struct MixScaling: Hashable, Sendable {
  /// The names of the pools; at least one.
  public var pools: [String]
  /// The load; a total.
  public var metric: PoolMetric
  /// What one replica of each pool carries, in the metric's unit; positive.
  public var carries: [Double]
  /// How full replicas may be of what they carry; above 0, at most 1.
  public var filling: Double
  /// Over how long a change must pay for itself.
  public var hold: SimDuration
  /// Replicas carry the highest load of so long.
  public var stabilizeDown: SimDuration
  /// How often it looks.
  public var interval: SimDuration
  /// How the load reaches it.
  public var feed: MetricFeed.Settings

  /// The cheapest mix of pools.
  public init(
    pools: [String], metric: PoolMetric, carries: [Double], filling: Double = 0.8,
    hold: SimDuration = .hours(1), stabilizeDown: SimDuration = .minutes(5),
    interval: SimDuration = .seconds(15), feed: MetricFeed.Settings = MetricFeed.Settings()
  ) {
    self.pools = pools
    self.metric = metric
    self.carries = carries
    self.filling = filling
    self.hold = hold
    self.stabilizeDown = stabilizeDown
    self.interval = interval
    self.feed = feed
  }
}
