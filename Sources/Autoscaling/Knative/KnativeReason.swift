/// What decided in the Knative autoscaler, in words.
enum KnativeReason {
  static var stableWindow: ScalingReason { ScalingReason("stable window") }
  static var panicWindow: ScalingReason { ScalingReason("panic window") }
  static var panicFloor: ScalingReason { ScalingReason("no scale-down while panicking") }
  static var scaleUpRate: ScalingReason { ScalingReason("max scale-up rate") }
  static var scaleDownRate: ScalingReason { ScalingReason("max scale-down rate") }
  static var activationScale: ScalingReason { ScalingReason("activation scale") }
  static var scaleDownDelay: ScalingReason { ScalingReason("scale-down delay") }
  static var initialScale: ScalingReason { ScalingReason("initial scale") }
  static var zeroDisabled: ScalingReason { ScalingReason("scale to zero disabled") }
  static var activating: ScalingReason { ScalingReason("activating") }
  static var activationFailed: ScalingReason { ScalingReason("activation timed out") }
  static var idle: ScalingReason { ScalingReason("idle, active for less than the stable window") }
  static var deactivated: ScalingReason { ScalingReason("idle, marked inactive") }
  static var podRetention: ScalingReason { ScalingReason("last pod retention") }
  static var gracePeriod: ScalingReason { ScalingReason("scale-to-zero grace period") }
  static var awaitsActivator: ScalingReason { ScalingReason("activator not in the path yet") }
  static var scaledToZero: ScalingReason { ScalingReason("scaled to zero") }
}
