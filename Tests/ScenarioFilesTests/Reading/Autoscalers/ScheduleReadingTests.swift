import Autoscaling
import Capacity
import Kernel
import ScenarioFiles
import Testing

@Suite struct ScheduleReadingTests {
  private static func rules(_ text: String) throws -> (WeeklySchedule, SchedulePolicy) {
    let read = ScalerReading(policy: "schedule: \(text)")
    #expect(read.words == "")
    let scaler = try #require(read.scaler)
    #expect(scaler.name == "schedule" && scaler.metrics.isEmpty)
    let policy = try #require(scaler.policy as? SchedulePolicy)
    return (policy.settings.schedule, policy)
  }

  @Test func `rules hold from the scenario's local time on`() throws {
    let (schedule, policy) = try Self.rules(
      """
      [{at: "07:30", replicas: 6}, {days: workdays, at: 18:00, min: 2, max: 4}, \
      {days: [sat, sun], at: "23:59", max: 3}]
      """)
    #expect(
      schedule.rules == [
        .init(start: .minutes(450), desired: 6),
        .init(days: .workdays, start: .hours(18), minimum: 2, maximum: 4),
        .init(days: .weekend, start: .minutes(1_439), maximum: 3),
      ])
    #expect(schedule.timeOfWeekAtZero == .hours(30))
    #expect(policy.settings.minimum == 1 && policy.settings.maximum == 9)
    // From Tuesday 06:00 it is an hour and a half to the first rule.
    #expect(schedule.replicas(at: .zero + .minutes(89)) == nil)
    #expect(schedule.replicas(at: .zero + .minutes(90)) == 6)
  }

  @Test func `a schedule stands over another policy`() throws {
    let read = ScalerReading(
      policy: "hpa: {metric: gpu_utilization, target: 70%}, schedule: [{at: 06:00, min: 3}]")
    #expect(read.words == "")
    let scaler = try #require(read.scaler)
    #expect(scaler.name == "hpa" && scaler.metrics == [.gpuUtilization])
    let policy = try #require(scaler.policy as? Scheduled<HorizontalPodAutoscaler>)
    #expect(policy.schedule.rules == [.init(start: .hours(6), minimum: 3)])
  }

  @Test func `a schedule wakes a pool that its policy would leave empty`() {
    func words(_ rule: String) -> [String] {
      ScalerReading(
        """
        {pool: side, hpa: {metric: gpu_utilization, target: 70%}, schedule: [{at: 06:00, \(rule)}]}
        """
      ).spots
    }
    #expect(words("min: 2") == [])
    #expect(words("replicas: 1") == [])
    #expect(words("max: 3") == ["contradiction 35+38"])
  }

  @Test(arguments: [
    ("missing-key", "[«{at: 06:00}»]"),
    ("missing-key", "[{replicas: 2}]"),
    ("type", "[{at: «6am», replicas: 2}]"),
    ("type", "[{at: «24:00», replicas: 2}]"),
    ("range", "[{at: 06:00, replicas: «10»}]"),
    ("range", "[{at: 06:00, min: «0»}]"),
    ("contradiction", "[{at: 06:00, min: 4, max: «3»}]"),
    ("unknown-key", "[{at: 06:00, min: 4, «desired»: 4}]"),
    ("unknown-name", "[{days: «monday», at: 06:00, min: 2}]"),
    ("type", "[{days: «[]», at: 06:00, min: 2}]"),
    ("type", "«[]»"),
    ("type", "«{at: 06:00, replicas: 2}»"),
  ])
  func `a wrong rule is told where it stands`(slug: String, rules: String) {
    let isMarked = rules.contains("«")
    let key = isMarked ? "schedule" : "«schedule»"
    let wrong = WrongScaler(slug, "{pool: main, \(key): \(rules)}")
    #expect(ScalerReading(wrong.text).spots == wrong.spots)
  }
}
