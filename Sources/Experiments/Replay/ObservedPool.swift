public import Autoscaling
public import Kernel

/// What somebody observed of a real pool: replicas and metrics, reading by reading.
public struct ObservedPool: Sendable {
  /// One reading.
  public struct Reading: Hashable, Sendable {
    /// When, from the first reading.
    public var time: SimTime
    /// Replicas that were asked for.
    public var replicas: Int
    /// Replicas that served.
    public var ready: Int
    /// The metrics in the order of `ObservedPool.metrics`; nil where nothing was read.
    public var values: [Double?]

    /// A reading.
    public init(time: SimTime, replicas: Int, ready: Int, values: [Double?]) {
      self.time = time
      self.replicas = replicas
      self.ready = ready
      self.values = values
    }
  }

  /// The metrics that were observed.
  public var metrics: [PoolMetric]
  /// At least one, by ascending time.
  public var readings: [Reading]

  /// Readings of the given metrics.
  public init(metrics: [PoolMetric], readings: [Reading]) {
    self.metrics = metrics
    self.readings = readings
  }

  /// The time from the first reading to the last.
  public var span: SimDuration {
    guard let first = readings.first, let last = readings.last else { return .zero }
    return last.time - first.time
  }
}
