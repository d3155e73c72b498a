/// The two CloudWatch alarms that target tracking makes for itself.
///
/// A field observation, not a contract (hashicorp/terraform-provider-aws issue 42553,
/// aws/containers-roadmap issue 638): high is 3 of 3 minutes above the target, low 15 of 15 below
/// 0.9 of it.
public struct TargetTrackingAlarms: Hashable, Sendable {
  private let target: Double
  private let lowFraction: Double
  private var high: MetricAlarm
  private var low: MetricAlarm

  /// The alarms of a target; periods are minutes, 1 to 64.
  public init(
    target: Double, lowFraction: Double = 0.9, highPeriods: Int = 3, lowPeriods: Int = 15
  ) {
    self.target = target
    self.lowFraction = lowFraction
    high = MetricAlarm(datapoints: highPeriods, of: highPeriods)
    low = MetricAlarm(datapoints: lowPeriods, of: lowPeriods)
  }

  /// Takes in a minute's datapoint; a missing one breaks both runs.
  public mutating func take(_ datapoint: Double?) {
    _ = high.take(isBreached: datapoint.map { $0 > target } ?? false)
    _ = low.take(isBreached: datapoint.map { $0 < lowFraction * target } ?? false)
  }

  /// Whether the metric has been above the target for long enough.
  public var isHigh: Bool { high.isInAlarm }
  /// Whether the metric has been well below the target for long enough.
  public var isLow: Bool { low.isInAlarm }
}
