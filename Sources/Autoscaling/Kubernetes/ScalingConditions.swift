/// What an autoscaler says of itself after a look: `status.conditions`.
package struct ScalingConditions: Hashable, Sendable {
  /// One condition: whether it holds, and why.
  package struct Condition: Hashable, Sendable {
    /// Whether it holds.
    package var holds: Bool
    /// Why.
    package var reason: ScalingReason
  }

  /// Whether the target can be scaled. It always can here: nothing refuses.
  package var ableToScale = Condition(holds: true, reason: .succeededGetScale)
  /// Whether the metrics decide; nil when they were not looked at.
  package var scalingActive: Condition?
  /// Whether what the metrics ask for was cut; nil when they were not looked at.
  package var scalingLimited: Condition?
}
