extension ScalingReason {
  /// The metric has been at or past the threshold of a scale-out for long enough.
  public static var highAlarm: ScalingReason { ScalingReason("high alarm") }
  /// The metric has been at or past the threshold of a scale-in for long enough.
  public static var lowAlarm: ScalingReason { ScalingReason("low alarm") }
  /// No alarm, or no new datapoint to act on.
  public static var alarmsQuiet: ScalingReason { ScalingReason("no alarm") }
  /// A change so soon after the last is not granted.
  public static var cooldown: ScalingReason { ScalingReason("cooldown") }
  /// Replicas that were asked for are starting or warming up; they are counted on.
  public static var warmingUp: ScalingReason { ScalingReason("warm-up") }
  /// The policy never scales in.
  public static var scaleInDisabled: ScalingReason { ScalingReason("scale-in disabled") }
}
