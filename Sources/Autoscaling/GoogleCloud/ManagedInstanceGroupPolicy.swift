public import Kernel

/// The autoscaler of a Google Compute Engine managed instance group.
///
/// After cloud.google.com, "Autoscaling groups of instances": each signal asks for its own number,
/// the largest is needed, and `ManagedInstanceGroupSize` turns needs into a size. Instances that
/// start show no signal yet; they are left out of it.
public struct ManagedInstanceGroupPolicy: ScalingPolicy {
  /// One metric and what it should be.
  public struct Signal: Hashable, Sendable {
    /// What the metric should be, in its unit; positive. A utilisation, or a load per instance.
    public var target: Double
    /// Whether the metric is a total over the pool: then the target is what one instance takes.
    public var isTotal: Bool

    /// A signal.
    public init(target: Double, isTotal: Bool) {
      self.target = target
      self.isTotal = isTotal
    }

    /// The instances that `metric` asks for when `serving` of them show it.
    public func needed(metric: Double, serving: Int) -> Int {
      let instances = isTotal ? metric / target : Double(serving) * metric / target
      return Int(Elementary.ceiling(Swift.min(Swift.max(instances, 0), 1e9)))
    }
  }

  /// What it is told to hold.
  public struct Settings: Hashable, Sendable {
    /// The signals, in the order of the pool's metrics; at least one.
    public var signals: [Signal]
    /// Bounds, stabilisation and scale-in control.
    public var size: ManagedInstanceGroupSize.Settings
    /// How often it looks; the metrics of a group come each minute.
    public var interval: SimDuration

    /// Settings that look each minute.
    public init(signals: [Signal], size: ManagedInstanceGroupSize.Settings) {
      self.signals = signals
      self.size = size
      interval = .minutes(1)
    }
  }

  /// What it is told to hold.
  public let settings: Settings
  private var size: ManagedInstanceGroupSize

  /// A policy that has seen nothing yet.
  public init(_ settings: Settings) {
    for signal in settings.signals { precondition(signal.target > 0, "targets are positive") }
    self.settings = settings
    size = ManagedInstanceGroupSize(settings.size)
  }

  /// How often it looks.
  public var interval: SimDuration { settings.interval }

  /// Takes the largest need of all signals; one that cannot be read needs what there is, so that
  /// the group does not shrink blindly. Without any, nothing changes.
  public mutating func decide(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    var needed = 0
    var isBlind = false
    var isSeen = false
    for (index, signal) in settings.signals.enumerated() {
      guard index < seen.metrics.count, let metric = seen.metrics[index] else {
        isBlind = true
        continue
      }
      isSeen = true
      needed = max(needed, signal.needed(metric: metric, serving: seen.ready))
    }
    if isBlind || !isSeen { needed = max(needed, seen.wanted) }
    let replicas = size.recommend(needed, at: now)
    let reason = reason(needed: needed, replicas: replicas, isSeen: isSeen)
    return ScalingDecision(replicas: replicas, recommended: needed, reason: reason)
  }

  private func reason(needed: Int, replicas: Int, isSeen: Bool) -> ScalingReason {
    if !isSeen { return .noMetric }
    if replicas < needed { return .atMaximum }
    if replicas == needed { return .metric }
    return replicas == settings.size.min ? .atMinimum : .stabilized
  }
}
