public import Kernel

/// A policy that says how many replicas a pool should have: a pure, deterministic state machine.
///
/// It is told of samples as they become visible and asked at every `interval`; it reads no clock.
/// Instants must not go back. In steady state neither call allocates.
public protocol ScalingPolicy: Sendable {
  /// How often it looks and decides; positive.
  var interval: SimDuration { get }
  /// Whether a frame that comes to an empty pool calls it at once, as Knative's activator does.
  var isCalledByRequests: Bool { get }
  /// Whether its decisions depend on the time of day that it was told at its start.
  var followsClock: Bool { get }
  /// Takes in a sample of a metric that it watches; most policies wait for the next look.
  mutating func take(_ sample: MetricSample)
  /// Looks at its pool and decides.
  mutating func decide(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision
}

extension ScalingPolicy {
  /// No: it notices at its next look.
  public var isCalledByRequests: Bool { false }
  /// No: only the time between looks matters.
  public var followsClock: Bool { false }
  /// Does nothing: the averages of an observation are all that the policy needs.
  public mutating func take(_ sample: MetricSample) {}
}

/// One reading of one metric of a pool.
public struct MetricSample: Hashable, Sendable {
  /// Which of the metrics that the policy watches; counted from 0.
  public var metric: Int
  /// When it was read.
  public var time: SimTime
  /// What it read, in the metric's unit; nil when nothing could be read.
  public var value: Double?

  /// A reading.
  public init(metric: Int, time: SimTime, value: Double?) {
    self.metric = metric
    self.time = time
    self.value = value
  }
}

/// What a policy sees of its pool at one look.
public struct PoolObservation: Hashable, Sendable {
  /// The replicas that were asked for last.
  public var wanted: Int
  /// Replicas that serve.
  public var ready: Int
  /// Replicas that are starting; they have no metric yet.
  public var starting: Int
  /// Replicas that are leaving.
  public var draining: Int
  /// Ready replicas that no reading which can be seen has counted yet.
  public var unmeasured: Int
  /// The metrics that the policy watches, as far as they can be seen now: averages over the
  /// metric's window in its unit, or nil without a sample.
  public var metrics: [Double?]

  /// What is seen at one look.
  public init(
    wanted: Int, ready: Int, starting: Int = 0, draining: Int = 0, unmeasured: Int = 0,
    metrics: [Double?]
  ) {
    self.wanted = wanted
    self.ready = ready
    self.starting = starting
    self.draining = draining
    self.unmeasured = unmeasured
    self.metrics = metrics
  }
}
