public import Kernel

/// Days of the week.
public struct Weekdays: OptionSet, Hashable, Sendable {
  /// Monday is bit 0, Sunday bit 6.
  public let rawValue: UInt8

  /// The days whose bits are set; Monday is bit 0, bit 7 means nothing.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The first day of the week.
  public static let monday = Weekdays(rawValue: 1 << 0)
  /// The second day.
  public static let tuesday = Weekdays(rawValue: 1 << 1)
  /// The third day.
  public static let wednesday = Weekdays(rawValue: 1 << 2)
  /// The fourth day.
  public static let thursday = Weekdays(rawValue: 1 << 3)
  /// The fifth day.
  public static let friday = Weekdays(rawValue: 1 << 4)
  /// The sixth day.
  public static let saturday = Weekdays(rawValue: 1 << 5)
  /// The last day.
  public static let sunday = Weekdays(rawValue: 1 << 6)
  /// Monday to Friday.
  public static let workdays = Weekdays(rawValue: 0b0011111)
  /// Saturday and Sunday.
  public static let weekend = Weekdays(rawValue: 0b1100000)
  /// Every day.
  public static let all = Weekdays(rawValue: 0b1111111)
}

/// What holds at which local time of the week: the rule whose start passed last.
///
/// Like the scheduled actions of EC2 Auto Scaling with a recurrence (user guide, "Scheduled
/// scaling"), a rule has a start and no end; it holds until the next start. KEDA's cron scaler
/// (2.17) has an `end` instead, which is written here as one more rule. Days have 24 hours: no
/// hour is lost or repeated when clocks change.
public struct WeeklySchedule: Hashable, Sendable {
  /// From when so many replicas are due.
  public struct Rule: Hashable, Sendable {
    /// The days on which it starts; none means that it never does.
    public var days: Weekdays
    /// The local time of day of its start, since midnight; in [0, 24 h).
    public var start: SimDuration
    /// The fewest replicas from then on, or nil for those of the pool.
    public var minimum: Int?
    /// The replicas asked for, or nil to leave them to what else decides.
    public var desired: Int?
    /// The most replicas from then on, or nil for those of the pool.
    public var maximum: Int?

    /// A rule; what is nil is left as it would be without a schedule.
    public init(
      days: Weekdays = .all, start: SimDuration, minimum: Int? = nil, desired: Int? = nil,
      maximum: Int? = nil
    ) {
      self.days = days
      self.start = start
      self.minimum = minimum
      self.desired = desired
      self.maximum = maximum
    }
  }

  private struct Start: Hashable, Sendable {
    /// Since Monday 00:00; in [0, 7 d).
    var timeOfWeek: SimDuration
    var rule: Int
  }

  /// The rules, as they were given.
  public let rules: [Rule]
  /// The local time of the week at `SimTime.zero`, since Monday 00:00; in [0, 7 d).
  public let timeOfWeekAtZero: SimDuration
  /// All starts of a week, earliest first, and in the order of the rules at one instant.
  private let starts: [Start]

  private static var week: Int64 { SimDuration.days(7).nanoseconds }

  /// A schedule; of rules that start at the same instant the one listed last holds.
  public init(_ rules: [Rule], timeOfWeekAtZero: SimDuration) {
    precondition(
      timeOfWeekAtZero >= .zero && timeOfWeekAtZero < .days(7), "a time of week is in [0, 7 d)")
    self.rules = rules
    self.timeOfWeekAtZero = timeOfWeekAtZero
    starts = Self.starts(of: rules)
  }

  private static func starts(of rules: [Rule]) -> [Start] {
    var starts: [Start] = []
    for (index, rule) in rules.enumerated() {
      precondition(rule.start >= .zero && rule.start < .days(1), "a start is in [0, 24 h)")
      for day in 0..<7 where rule.days.contains(Weekdays(rawValue: 1 << UInt8(day))) {
        starts.append(Start(timeOfWeek: .days(Int64(day)) + rule.start, rule: index))
      }
    }
    // The sort of the standard library is stable only in fact, so the order is total.
    return starts.sorted {
      $0.timeOfWeek == $1.timeOfWeek ? $0.rule < $1.rule : $0.timeOfWeek < $1.timeOfWeek
    }
  }

  /// The rule that holds at `time`, its start included; nil when no rule ever starts. O(log n).
  ///
  /// Before the week's first start it is the last one of the week before, also at the beginning
  /// of a run: the schedule has always been there.
  public func rule(at time: SimTime) -> Rule? {
    guard let last = starts.last else { return nil }
    let timeOfWeek = self.timeOfWeek(at: time)
    var low = 0
    var high = starts.count
    // Starts before `low` have passed; those from `high` on have not.
    while low < high {
      let middle = (low + high) / 2
      if starts[middle].timeOfWeek <= timeOfWeek { low = middle + 1 } else { high = middle }
    }
    return rules[low == 0 ? last.rule : starts[low - 1].rule]
  }

  /// The local time of the week at `time`, since Monday 00:00; in [0, 7 d).
  public func timeOfWeek(at time: SimTime) -> SimDuration {
    let shifted = time.nanoseconds % Self.week + timeOfWeekAtZero.nanoseconds
    let wrapped = shifted % Self.week
    return .nanoseconds(wrapped < 0 ? wrapped + Self.week : wrapped)
  }

  /// The fewest replicas at `time`, or nil when the rule that holds says nothing of it.
  public func floor(at time: SimTime) -> Int? { rule(at: time)?.minimum }

  /// The most replicas at `time`, or nil when the rule that holds says nothing of it.
  public func ceiling(at time: SimTime) -> Int? { rule(at: time)?.maximum }

  /// The replicas asked for at `time`, or nil when the rule that holds says nothing of it.
  public func replicas(at time: SimTime) -> Int? { rule(at: time)?.desired }
}
