import Autoscaling
import Kernel
import Testing

@Suite struct SchedulePolicyTests {
  static let day = WeeklySchedule(
    [
      .init(start: .hours(8), minimum: 4), .init(start: .hours(12), desired: 6),
      .init(start: .hours(18), maximum: 2),
    ], timeOfWeekAtZero: .zero)

  @Test func `desired replicas are kept and bounds move what is there`() {
    var policy = SchedulePolicy(.init(schedule: Self.day, maximum: 5))
    var wanted = 3
    var seen: [Int] = []
    var reasons: [String] = []
    for hour in [0, 8, 12, 18] as [Int64] {
      let decision = policy.decide(
        .init(wanted: wanted, ready: wanted, metrics: []), at: .zero + .hours(hour))
      wanted = decision.replicas
      seen.append(wanted)
      reasons.append(decision.reason.words)
    }
    // Monday night is under the rule of 18:00; at noon six are asked for and five allowed.
    #expect(seen == [2, 4, 5, 2])
    #expect(reasons == ["maximum", "minimum", "maximum", "maximum"])
  }

  @Test func `another policy decides within the bounds of the hour`() {
    let thresholds = ThresholdPolicy(
      .init(
        thresholds: [.init(upper: 0.7, lower: 0.2)], maximum: 9, inAfter: .zero, cooldown: .zero))
    var policy = Scheduled(thresholds, schedule: Self.day)
    func replicas(_ wanted: Int, _ utilization: Double, hour: Int64) -> (Int, String) {
      let decision = policy.decide(
        .init(wanted: wanted, ready: wanted, metrics: [utilization]), at: .zero + .hours(hour))
      return (decision.replicas, decision.reason.words)
    }
    #expect(replicas(1, 0.9, hour: 0) == (2, "above threshold"))
    #expect(replicas(2, 0.9, hour: 1) == (2, "schedule"))
    #expect(replicas(2, 0.9, hour: 8) == (4, "schedule"))
    #expect(replicas(6, 0.1, hour: 9) == (5, "below threshold"))
    #expect(replicas(6, 0.1, hour: 12) == (6, "schedule"))
    #expect(replicas(6, 0.9, hour: 13) == (7, "above threshold"))
    #expect(policy.interval == thresholds.interval)
  }
}
