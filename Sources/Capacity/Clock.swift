public import Kernel

/// When a scenario plays: the measured span starts at time zero, the warm-up ends there.
public struct Clock: Hashable, Sendable {
  /// The civil time of instant zero, `YYYY-MM-DDTHH:MM`, as the scenario says it.
  public var start: String
  /// The time of day at instant zero, from midnight.
  public var startTimeOfDay: SimDuration
  /// The weekday at instant zero: 0 is Monday, 6 is Sunday.
  public var startWeekday: Int
  /// The name of the time zone; a label, no rule is applied (a day is always 24 hours).
  public var zone: String
  /// The measured span; positive.
  public var measure: SimDuration
  /// Simulated before the measured span and left out of every figure; not negative.
  public var warmUp: SimDuration
  /// Whether the warm-up is to be found by a pilot instead of given.
  public var findsWarmUp = false
  /// How long a month is when a cost is given by the month; 730 hours unless the scenario differs.
  public var month: SimDuration
  /// Whether the scenario itself says that the span stands for a month's mix of hours.
  public var monthIsStated: Bool
  /// The width of a reporting interval of `timeline.csv`; positive.
  public var interval: SimDuration

  /// A clock; the start defaults to a Monday at midnight.
  public init(
    start: String = "2026-01-05T00:00", startTimeOfDay: SimDuration = .zero,
    startWeekday: Int = 0, zone: String = "UTC", measure: SimDuration,
    warmUp: SimDuration = .zero, month: SimDuration = .hours(730), monthIsStated: Bool = false,
    interval: SimDuration
  ) {
    self.start = start
    self.startTimeOfDay = startTimeOfDay
    self.startWeekday = startWeekday
    self.zone = zone
    self.measure = measure
    self.warmUp = warmUp
    self.month = month
    self.monthIsStated = monthIsStated
    self.interval = interval
  }

  /// The first simulated instant.
  public var beginning: SimTime { .zero - warmUp }
  /// The end of the measured span.
  public var end: SimTime { .zero + measure }
  /// The number of reporting intervals; the last may be cut short by the end.
  public var intervalCount: Int {
    Int((measure.nanoseconds + interval.nanoseconds - 1) / interval.nanoseconds)
  }
}
