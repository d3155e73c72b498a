/// A CloudWatch alarm: in alarm while M of the last N datapoints breach.
///
/// A missing datapoint does not breach and breaks a run of N of N. It is the state that is
/// evaluated at every datapoint, so an alarm that stays in alarm acts again each time.
public struct MetricAlarm: Hashable, Sendable {
  /// The datapoints that must breach (M), 1 to `periods`.
  public let datapoints: Int
  /// The datapoints looked at (N), 1 to 64.
  public let periods: Int
  /// The last 64 datapoints, the newest lowest; 1 is a breach.
  private var breaches: UInt64 = 0

  /// An alarm that has seen nothing yet.
  public init(datapoints: Int, of periods: Int) {
    precondition((1...64).contains(periods), "an alarm looks at 1 to 64 datapoints")
    precondition((1...periods).contains(datapoints), "M of N must have M within N")
    self.datapoints = datapoints
    self.periods = periods
  }

  /// Takes in a datapoint, breaching or not; says whether the alarm is in alarm now.
  public mutating func take(isBreached: Bool) -> Bool {
    breaches = breaches << 1 | (isBreached ? 1 : 0)
    return isInAlarm
  }

  /// Whether the alarm is in alarm.
  public var isInAlarm: Bool {
    let window = breaches << UInt64(64 - periods)
    return window.nonzeroBitCount >= datapoints
  }
}
