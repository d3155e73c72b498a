/// What decided in KEDA, in words.
enum KEDAReason {
  static var activated: ScalingReason { ScalingReason("trigger active") }
  static var deactivated: ScalingReason { ScalingReason("cooldown over") }
  static var inactive: ScalingReason { ScalingReason("no trigger active") }
  static var paused: ScalingReason { ScalingReason("paused") }
  static var pausedScaleIn: ScalingReason { ScalingReason("scale-in paused") }
  static var pausedScaleOut: ScalingReason { ScalingReason("scale-out paused") }
  static var unchanged: ScalingReason { ScalingReason("between looks") }
}
