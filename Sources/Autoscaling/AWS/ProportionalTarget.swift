internal import Kernel

/// The arithmetic of target tracking: a capacity in proportion to metric and target.
///
/// After the Amazon EC2 Auto Scaling User Guide, "Target tracking scaling policies": additions are
/// rounded up, removals down, and a scale-in waits until the metric is well below the target.
public struct ProportionalTarget: Hashable, Sendable {
  /// What the metric should be per instance, in its unit; positive.
  public var target: Double
  /// The share of the target by which the metric must be below it for a scale-in; 0.1.
  public var scaleInMargin: Double
  /// Whether it never scales in.
  public var disableScaleIn: Bool

  /// A target.
  public init(_ target: Double, scaleInMargin: Double = 0.1, disableScaleIn: Bool = false) {
    self.target = target
    self.scaleInMargin = scaleInMargin
    self.disableScaleIn = disableScaleIn
  }

  /// Whether the metric is above the target.
  public func isHigh(_ metric: Double) -> Bool { metric > target }

  /// Whether the metric is so far below the target that a scale-in may follow.
  public func isLow(_ metric: Double) -> Bool { metric < target * (1 - scaleInMargin) }

  /// The capacity that `current` instances at this metric should become, before bounds.
  public func desired(current: Int, metric: Double) -> Int {
    guard isHigh(metric) || (isLow(metric) && !disableScaleIn) else { return current }
    // Rounding an addition up and a removal down are the same rounding of the capacity.
    let needed = Swift.min(Double(current) * metric / target, 1e9)
    return Int(Elementary.ceiling(needed))
  }
}
