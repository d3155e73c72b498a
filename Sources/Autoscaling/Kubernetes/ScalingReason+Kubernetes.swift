/// Kubernetes' own words for what it did, as an autoscaler's conditions and events show them.
extension ScalingReason {
  /// The target has no replicas, so the autoscaler does nothing.
  public static var scalingDisabled: ScalingReason { ScalingReason("ScalingDisabled") }
  /// There are more replicas than allowed, which is mended without a look at the metrics.
  public static var aboveMaximum: ScalingReason {
    ScalingReason("Current number of replicas above Spec.MaxReplicas")
  }
  /// There are fewer replicas than allowed, which is mended without a look at the metrics.
  public static var belowMinimum: ScalingReason {
    ScalingReason("Current number of replicas below Spec.MinReplicas")
  }
  /// What is wanted is neither cut nor held back.
  public static var desiredWithinRange: ScalingReason { ScalingReason("DesiredWithinRange") }
  /// More is wanted than may be added at once.
  public static var scaleUpLimit: ScalingReason { ScalingReason("ScaleUpLimit") }
  /// Fewer are wanted than may be left at once.
  public static var scaleDownLimit: ScalingReason { ScalingReason("ScaleDownLimit") }
  /// More is wanted than the maximum.
  public static var tooManyReplicas: ScalingReason { ScalingReason("TooManyReplicas") }
  /// Fewer are wanted than the minimum.
  public static var tooFewReplicas: ScalingReason { ScalingReason("TooFewReplicas") }
  /// A recent recommendation was lower, so replicas are not added.
  public static var scaleUpStabilized: ScalingReason { ScalingReason("ScaleUpStabilized") }
  /// A recent recommendation was higher, so replicas are not removed.
  public static var scaleDownStabilized: ScalingReason { ScalingReason("ScaleDownStabilized") }
  /// The windows hold nothing back.
  public static var readyForNewScale: ScalingReason { ScalingReason("ReadyForNewScale") }
  /// The replicas could be read.
  public static var succeededGetScale: ScalingReason { ScalingReason("SucceededGetScale") }
  /// The replicas were changed.
  public static var succeededRescale: ScalingReason { ScalingReason("SucceededRescale") }
  /// A metric could be read.
  public static var validMetricFound: ScalingReason { ScalingReason("ValidMetricFound") }
  /// A metric of the pods' resources could not be read.
  public static var failedGetResourceMetric: ScalingReason {
    ScalingReason("FailedGetResourceMetric")
  }
  /// A metric of the pods could not be read.
  public static var failedGetPodsMetric: ScalingReason { ScalingReason("FailedGetPodsMetric") }
  /// A metric of an object could not be read.
  public static var failedGetObjectMetric: ScalingReason {
    ScalingReason("FailedGetObjectMetric")
  }
  /// A metric from outside could not be read.
  public static var failedGetExternalMetric: ScalingReason {
    ScalingReason("FailedGetExternalMetric")
  }
  /// A metric is of no known kind.
  public static var invalidMetricSourceType: ScalingReason {
    ScalingReason("InvalidMetricSourceType")
  }
}
