public import Autoscaling
public import Capacity
public import Kernel

/// Observations of a pool, as they stand in a file: what `headroom replay` plays to a policy.
public struct ReplayMeasurements: Sendable {
  /// One row.
  public struct Row: Hashable, Sendable {
    /// When, from the first row.
    public var time: SimTime
    /// Replicas asked for.
    public var replicas: Int
    /// Replicas that served; `replicas` where the file does not say.
    public var ready: Int
    /// The metrics in the order of `metrics`; nil where the field is empty.
    public var values: [Double?]
  }

  /// The metrics that the file has columns for.
  public var metrics: [PoolMetric]
  /// At least two, by ascending time.
  public var rows: [Row]
  /// When the first row is in UTC, if its seconds count from 1970.
  public var epoch: CivilTime?
}
