import Autoscaling
import Capacity
import Kernel
import ScenarioFiles
import Testing

/// The Kubernetes autoscaler keeps its settings to itself, so its decisions tell them.
@Suite struct HorizontalReadingTests {
  private static func scaler(_ text: String) throws -> PoolAutoscaler {
    let read = ScalerReading(policy: text)
    #expect(read.words == "")
    return try #require(read.scaler)
  }

  /// Replicas after looks at the sync period, all of which are ready, from 4 on.
  private static func run(_ text: String, _ looks: [[Double?]]) throws -> [Int] {
    var policy = try scaler(text).policy
    var wanted = 4
    var now = SimTime.zero
    return looks.map { metrics in
      wanted =
        policy.decide(.init(wanted: wanted, ready: wanted, metrics: metrics), at: now).replicas
      now = now + policy.interval
      return wanted
    }
  }

  @Test func `metrics come each sync period unless scraped otherwise`() throws {
    let plain = try Self.scaler("hpa: {metric: gpu_utilization, target: 70%}")
    #expect(plain.feed == .init(scrape: .seconds(15)) && plain.policy.interval == .seconds(15))
    let slow = try Self.scaler("hpa: {metric: streams, target: 5, sync: 30s}")
    #expect(slow.feed == .init(scrape: .seconds(30)) && slow.policy.interval == .seconds(30))
    let fed = try Self.scaler(
      "hpa: {metric: gpu_utilization, target: 70%, scrape: 5s, window: 1min, lag: 10s}")
    #expect(fed.feed == .init(scrape: .seconds(5), window: .minutes(1), lag: .seconds(10)))
  }

  @Test func `a share is a mean, a total is shared, a wait is a ratio`() throws {
    #expect(try Self.run("hpa: {metric: gpu_utilization, target: 50%}", [[0.75]]) == [6])
    #expect(try Self.run("hpa: {metric: concurrency, target: 2}", [[12]]) == [6])
    #expect(try Self.run("hpa: {metric: streams, target: 5}", [[31]]) == [7])
    #expect(try Self.run("hpa: {metric: queue_wait, target: 100ms}", [[0.2]]) == [8])
  }

  @Test func `of several metrics the one that asks for most is taken`() throws {
    let text = """
      hpa: {metrics: [{metric: streams, target: 5}, {metric: gpu_utilization, target: 50%}]}
      """
    #expect(try Self.scaler(text).metrics == [.streams, .gpuUtilization])
    #expect(try Self.run(text, [[20, 0.75]]) == [6])
  }

  @Test func `tolerance is a tenth, or a share, or one for each direction`() throws {
    let target = "metric: gpu_utilization, target: 50%"
    #expect(try Self.run("hpa: {\(target)}", [[0.54]]) == [4])
    #expect(try Self.run("hpa: {\(target), tolerance: 1%}", [[0.54]]) == [5])
    #expect(try Self.run("hpa: {\(target), tolerance: {up: 1%}}", [[0.54]]) == [5])
    #expect(try Self.run("hpa: {\(target), tolerance: {down: 1%}}", [[0.54]]) == [4])
  }

  @Test func `falls wait for the stabilisation, five minutes unless given`() throws {
    let looks = Array(repeating: [0.2 as Double?], count: 21)
    let target = "metric: gpu_utilization, target: 50%"
    #expect(try Self.run("hpa: {\(target)}", looks).last == 4)
    #expect(try Self.run("hpa: {\(target), stabilization: 1min}", looks)[5] == 2)
    #expect(
      try Self.run(
        "hpa: {\(target), behavior: {scale_down: {stabilization: 0s}}}", looks)[0] == 2)
  }

  @Test func `behaviour limits how fast replicas change`() throws {
    let rise = Array(repeating: [1 as Double?], count: 4)
    func up(_ rules: String) throws -> [Int] {
      try Self.run(
        "hpa: {metric: gpu_utilization, target: 25%, behavior: {scale_up: {\(rules)}}}", rise)
    }
    #expect(try up("") == [8, 9, 9, 9])
    #expect(try up("policies: [{pods: 1, period: 15s}]") == [5, 6, 7, 8])
    #expect(try up("policies: [{percent: 50%, period: 1min}]") == [6, 6, 6, 6])
    let both = "policies: [{pods: 1, period: 15s}, {percent: 50%, period: 15s}]"
    #expect(try up(both + ", select: min") == [5, 6, 7, 8])
    #expect(try up(both + ", select: max") == [6, 9, 9, 9])
    #expect(try up("select: disabled") == [4, 4, 4, 4])
  }
}
