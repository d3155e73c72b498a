internal import Kernel

/// The steps of an EC2 Auto Scaling or Application Auto Scaling step policy, in one direction.
///
/// After the Amazon EC2 Auto Scaling User Guide, "Step and simple scaling policies". A step is
/// chosen by the metric's distance from the threshold; scaling out its lower end is inclusive,
/// scaling in its upper end is.
public struct StepScaling: Hashable, Sendable {
  /// Whether instances are added or removed.
  public enum Direction: String, Hashable, Sendable {
    /// Added, when the metric is at or above the threshold.
    case out
    /// Removed, when the metric is at or below the threshold.
    case `in`
  }

  /// What an adjustment means.
  public enum Adjustment: String, Hashable, Sendable, CaseIterable {
    /// Instances added or removed.
    case changeInCapacity = "ChangeInCapacity"
    /// Percent of the instances that serve.
    case percentChangeInCapacity = "PercentChangeInCapacity"
    /// The number of instances to have.
    case exactCapacity = "ExactCapacity"
  }

  /// One step: an interval of distances and what to do in it.
  public struct Step: Hashable, Sendable {
    /// The lower end of the distance, in the metric's unit; nil is minus infinity.
    public var lower: Double?
    /// The upper end; nil is infinity.
    public var upper: Double?
    /// Instances or percent, negative to remove.
    public var adjustment: Double

    /// A step for distances from `lower` to `upper`.
    public init(lower: Double?, upper: Double?, adjustment: Double) {
      self.lower = lower
      self.upper = upper
      self.adjustment = adjustment
    }
  }

  /// The instances of a group, by what counts for a step.
  public struct Group: Hashable, Sendable {
    /// Instances that serve and are warm.
    public var inService: Int
    /// Instances that start or warm up; they are within `desired`, not within `inService`.
    public var warming: Int
    /// Instances that leave; a scale-in counts them as still there.
    public var terminating: Int
    /// The capacity asked for last.
    public var desired: Int

    /// A group's instances.
    public init(inService: Int, warming: Int = 0, terminating: Int = 0, desired: Int) {
      self.inService = inService
      self.warming = warming
      self.terminating = terminating
      self.desired = desired
    }
  }

  /// Which way it scales.
  public var direction: Direction
  /// What the alarm compares the metric with, in the metric's unit.
  public var threshold: Double
  /// The steps; they should not overlap, the first that contains the distance counts.
  public var steps: [Step]
  /// What the adjustments mean.
  public var adjustment: Adjustment
  /// The least change in instances of a percent step that changes anything; at least 0.
  public var minAdjustmentMagnitude: Int

  /// A step policy in one direction.
  public init(
    direction: Direction, threshold: Double, steps: [Step], adjustment: Adjustment,
    minAdjustmentMagnitude: Int = 0
  ) {
    self.direction = direction
    self.threshold = threshold
    self.steps = steps
    self.adjustment = adjustment
    self.minAdjustmentMagnitude = minAdjustmentMagnitude
  }
}

extension StepScaling {
  /// Whether the metric is at or past the threshold, in the policy's direction.
  public func isBreached(by metric: Double) -> Bool {
    direction == .out ? metric >= threshold : metric <= threshold
  }

  /// The signed change of `group` for a metric: from the instances that count to those wanted.
  /// Nil when no step contains the distance.
  public func change(for metric: Double, of group: Group) -> Int? {
    guard let step = steps.first(where: { contains(metric - threshold, in: $0) }) else {
      return nil
    }
    let base = base(of: group)
    switch adjustment {
    case .changeInCapacity:
      return Self.truncated(step.adjustment)
    case .exactCapacity:
      return Self.truncated(step.adjustment) - base
    case .percentChangeInCapacity:
      let change = Self.roundedChange(Double(base) * step.adjustment / 100)
      if change == 0 { return 0 }
      let size = Swift.max(change.magnitude, minAdjustmentMagnitude.magnitude)
      return change > 0 ? Int(size) : -Int(size)
    }
  }

  /// The capacity to ask for, before minimum and maximum.
  ///
  /// A scale-out never asks for fewer than is asked for already, since warming instances are in
  /// the capacity but not in the base; a scale-in never for more, and waits while any warm up.
  public func desired(for metric: Double, of group: Group) -> Int {
    if direction == .in, group.warming > 0 { return group.desired }
    guard let change = change(for: metric, of: group) else { return group.desired }
    if change == 0, adjustment != .exactCapacity { return group.desired }
    let wanted = Swift.max(0, base(of: group) + change)
    return direction == .out ? Swift.max(group.desired, wanted) : Swift.min(group.desired, wanted)
  }

  /// A fractional change in whole instances: beyond one cut off, below one a whole one.
  public static func roundedChange(_ instances: Double) -> Int {
    if instances == 0 { return 0 }
    if instances.magnitude < 1 { return instances > 0 ? 1 : -1 }
    return truncated(instances)
  }

  /// The instances that a change is a change of.
  func base(of group: Group) -> Int {
    direction == .out ? group.inService : group.inService + group.terminating
  }

  private func contains(_ distance: Double, in step: Step) -> Bool {
    let lower = step.lower ?? -.infinity
    let upper = step.upper ?? .infinity
    return direction == .out
      ? distance >= lower && distance < upper : distance > lower && distance <= upper
  }

  /// Cut off toward zero; numbers beyond any group are cut at a thousand million.
  private static func truncated(_ value: Double) -> Int {
    Int(Swift.min(Swift.max(value, -1e9), 1e9))
  }
}
