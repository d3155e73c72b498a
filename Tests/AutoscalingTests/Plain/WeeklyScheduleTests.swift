import Autoscaling
import Kernel
import Testing

@Suite struct WeeklyScheduleTests {
  /// Ten replicas on workdays from 8 to 18, one otherwise, but two on Saturday from noon.
  static let office: [WeeklySchedule.Rule] = [
    .init(days: .workdays, start: .hours(8), desired: 10),
    .init(days: .all, start: .hours(18), desired: 1),
    .init(days: .saturday, start: .hours(12), desired: 2),
  ]

  /// The schedule's replicas at each hour given, from Monday 00:00 on.
  static func replicas(_ schedule: WeeklySchedule, atHours hours: [Int64]) -> [Int?] {
    hours.map { schedule.replicas(at: .zero + .hours($0)) }
  }

  @Test func `the rule whose start passed last holds`() {
    let schedule = WeeklySchedule(Self.office, timeOfWeekAtZero: .zero)
    // Monday before and after eight, at eighteen, Tuesday, Saturday, Sunday, the next Monday.
    #expect(
      Self.replicas(schedule, atHours: [0, 7, 8, 17, 18, 32, 131, 132, 138, 150, 175, 176])
        == [1, 1, 10, 10, 1, 10, 1, 2, 1, 1, 1, 10])
    #expect(schedule.replicas(at: .zero + .hours(8) - .nanoseconds(1)) == 1)
  }

  @Test func `time before zero and any time of the week at zero are understood`() {
    // Zero is Wednesday 10:00.
    let schedule = WeeklySchedule(Self.office, timeOfWeekAtZero: .hours(58))
    #expect(Self.replicas(schedule, atHours: [0, 7, 8, -2, -3, -58]) == [10, 10, 1, 10, 1, 1])
    for hours in [-1000, -168, -1, 0, 1, 167, 168, 5000] as [Int64] {
      let expected = ((58 + hours) % 168 + 168) % 168
      #expect(schedule.timeOfWeek(at: .zero + .hours(hours)) == .hours(expected))
    }
  }

  @Test func `of rules that start together the last listed holds`() {
    let rules: [WeeklySchedule.Rule] = [
      .init(start: .hours(6), minimum: 3), .init(start: .hours(6), minimum: 5, maximum: 8),
    ]
    let schedule = WeeklySchedule(rules, timeOfWeekAtZero: .zero)
    #expect(schedule.floor(at: .zero) == 5)
    #expect(schedule.ceiling(at: .zero + .hours(7)) == 8)
    #expect(schedule.replicas(at: .zero) == nil)
  }

  @Test func `a schedule that never starts says nothing`() {
    let never = WeeklySchedule([.init(days: [], start: .zero, desired: 4)], timeOfWeekAtZero: .zero)
    #expect(never.rule(at: .zero) == nil)
    #expect(WeeklySchedule([], timeOfWeekAtZero: .zero).floor(at: .zero) == nil)
  }
}
