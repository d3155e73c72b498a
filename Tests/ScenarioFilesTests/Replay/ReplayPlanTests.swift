import Autoscaling
import Capacity
import Kernel
import ScenarioFiles
import Testing

@Suite struct ReplayPlanTests {
  private static func read(
    _ text: String, path: String = "f/morning.yaml", epoch: CivilTime? = nil
  ) throws(Diagnostics) -> ReplayPlan {
    let reader = ScenarioReader { (_: String) throws(FileProblem) -> [UInt8] in Array(text.utf8) }
    return try reader.readReplayPlan(path: path, epoch: epoch)
  }

  private static func complaint(_ text: String) -> String {
    do {
      return "\(try read(text))"
    } catch {
      return error.concise
    }
  }

  private static let policies = """
    headroom: 1
    replicas: {min: 2, max: 12, start: 90s}
    policies:
      tight:
        hpa: {metric: gpu_utilization, target: 60%}
      early:
        predictive: {metric: streams, target: 5}
      office:
        schedule: [{at: "08:00", replicas: 6}]
    """

  private static let epoch = CivilTime(secondsSince1970: 1_772_434_830)

  private static func schedule(_ plan: ReplayPlan) -> WeeklySchedule? {
    (plan.candidates.last?.scaler.policy as? SchedulePolicy)?.settings.schedule
  }

  @Test func `a file of policies has bounds, a start and policies in its order`() throws {
    let plan = try Self.read(Self.policies)
    #expect(plan.name == "morning")
    #expect(plan.start == nil)
    #expect(plan.candidates.map(\.name) == ["tight", "early", "office"])
    #expect(plan.candidates.map(\.scaler.name) == ["hpa", "predictive", "schedule"])
    #expect(plan.candidates.allSatisfy { $0.min == 2 && $0.max == 12 && $0.start == .seconds(90) })
    let early = try #require(plan.candidates[1].scaler.policy as? PredictivePolicy)
    #expect(early.settings.startTime == .seconds(90) && early.settings.maximum == 12)
  }

  @Test func `schedules take their time from the readings, unless the file says otherwise`() throws
  {
    let monday = SimDuration.hours(7) + .seconds(30)
    let dated = try Self.read(Self.policies, epoch: Self.epoch)
    #expect(dated.start?.text == "2026-03-02T07:00:30")
    #expect(Self.schedule(dated)?.timeOfWeekAtZero == monday)
    let said = try Self.read(
      "start: 2026-03-03T09:15\nname: said\n" + Self.policies, epoch: Self.epoch)
    #expect(said.name == "said")
    #expect(said.start?.text == "2026-03-03T09:15:00")
    #expect(Self.schedule(said)?.timeOfWeekAtZero == .hours(33) + .minutes(15))
    let unknown = try Self.read(Self.policies, path: "Policies.yaml")
    #expect(unknown.name == "policies")
    #expect(Self.schedule(unknown)?.timeOfWeekAtZero == .zero)
  }

  @Test func `a scenario gives its architectures' autoscalers`() throws {
    let text = Sample.replacing(
      "objectives:",
      """
        both:
          like: fixed
          pools: {main: null, a: {instance: box, min: 1, max: 2}, b: {instance: box, min: 1, max: 3}}
          autoscaler: [{pool: b, ray_serve: {}}, {pool: a, schedule: [{at: 08:00, min: 2}]}]
        ideal: {like: scaled, autoscaler: {clairvoyant: {}}}
        mixed:
          like: both
          autoscaler: {pools: [a, b], cheapest: {metric: streams, carries: {a: 2, b: 3}}}
      objectives:
      """)
    let plan = try Self.read(text, epoch: Self.epoch)
    #expect(plan.name == "sample")
    #expect(plan.candidates.map(\.name) == ["scaled", "both.b", "both.a"])
    #expect(plan.candidates.map(\.max) == [4, 3, 2])
    #expect(plan.leftOut == ["ideal.main: clairvoyant", "mixed: cheapest"])
    #expect(plan.start?.text == "2026-03-02T07:00:30")
    #expect(Self.schedule(plan) != nil)
    #expect(Self.schedule(plan)?.timeOfWeekAtZero == .hours(7) + .seconds(30))
  }

  @Test func `a scenario's own start counts where the readings have none`() throws {
    let text = Sample.replacing("{measure: 1d,", "{start: 2026-03-03T06:00, measure: 1d,")
    #expect(try Self.read(text).start?.text == "2026-03-03T06:00:00")
  }

  @Test(arguments: [
    (
      "headroom: 1\n", "f/morning.yaml:1:1: error[missing-key]: a file of policies lacks `replicas`"
    ),
    ("headroom: 1\nreplicas: {min: 1, max: 2}\n", "a file of policies lacks `policies`"),
    ("headroom: 1\nreplicas: {min: 3, max: 2}\n", "f/morning.yaml:2:25: error[contradiction]"),
    ("headroom: 1\nreplicas: {min: 1}\n", "f/morning.yaml:2:1: error[missing-key]"),
    (
      "headroom: 1\nstart: noon\n", "f/morning.yaml:2:8: error[type]: `start` is \"noon\", expected"
    ),
    ("headroom: 1\nreplicas: {min: 1, max: 2, start: 90}\n", "f/morning.yaml:2:35: error[unit]"),
    ("headroom: 1\npolicies: {A: {ray_serve: {}}}\n", "f/morning.yaml:2:12: error[name]"),
    ("headroom: 1\npolicies: {a: {clairvoyant: {}}}\n", "`clairvoyant` is not a key of a policy"),
    ("headroom: 1\npolicies: {a: {ray_serve: {}, mig: {}}}\n", "cannot both be given"),
    ("headroom: 2\npolicies: {}\n", "f/morning.yaml:1:11: error[version]"),
  ])
  func `a wrong file of policies is told where it is wrong`(text: String, words: String) {
    #expect(Self.complaint(text).contains(words), "\(Self.complaint(text))")
  }

  @Test func `a scenario without an autoscaler has nothing to replay`() {
    let text = Sample.replacing(
      "    autoscaler: {pool: main, hpa: {metric: gpu_utilization, target: 70%}}\n", "")
    #expect(
      Self.complaint(text)
        == "f/morning.yaml:15:1: error[missing-key]: every architecture lacks `autoscaler`\n")
  }
}
