import Autoscaling
import Capacity
import Kernel
import Simulation
import Testing

@Suite struct ScalingTests {
  /// The pool's own bounds hold whatever the policy's are.
  static func autoscaler(
    _ metric: PoolMetric = .gpuUtilization, target: Double = 0.7, down: SimDuration = .zero
  ) -> PoolAutoscaler {
    .horizontal(Sample.pool(min: 0, max: 100), metric, target: target, down: down)
  }

  @Test func `an autoscaled pool follows a step of load and returns`() throws {
    // 2/s, from 20 to 60 minutes 30/s, at 0.1 s each: a load of 3 wants ceil(3/0.7) = 5.
    let steps = DemandFactor.steps([
      .init(at: .zero, factor: 1), .init(at: .zero + .minutes(20), factor: 15),
      .init(at: .zero + .minutes(60), factor: 1),
    ])
    let result = try Sample.run(
      [Sample.requests(DemandCurve(base: .rate(perSecond: 2), factors: [steps]))],
      Sample.serving(Sample.constant(0.1)),
      [Sample.pool(max: 10, start: ColdStart(boot: .constant(60)))],
      autoscalers: [Self.autoscaler(down: .minutes(5))],
      clock: Clock(measure: .minutes(100), warmUp: .minutes(5), interval: .minutes(10)))
    let ready = result.timeline.map(\.ready)
    #expect(ready[0] == 1 && ready[1] == 1)
    #expect(ready[4] >= 4 && ready[4] <= 7 && ready[5] >= 4 && ready[5] <= 7, "\(ready)")
    #expect(ready[8] == 1 && ready[9] == 1)
    #expect(result.timeline[2].starting > 0)
    let up = result.decisions.filter { $0.what == "scale_up" }
    let down = result.decisions.filter { $0.what == "scale_down" }
    #expect(up.allSatisfy { $0.to > $0.from } && down.allSatisfy { $0.to < $0.from })
    let first = try #require(up.first)
    // Seen at the first look after the step; nobody goes within five minutes of load.
    #expect(first.time > .zero + .minutes(20) && first.time <= .zero + .seconds(1_230))
    #expect(
      down.filter { $0.time > .zero + .minutes(60) }.allSatisfy {
        $0.time >= .zero + .minutes(64)
      })
    // Only while the backlog of the step is worked off.
    #expect((result.metrics[.atMaximum] ?? 1) < 0.05)
  }

  @Test func `a load beyond the maximum is noted`() throws {
    let result = try Sample.run(
      [Sample.requests(DemandCurve(base: .rate(perSecond: 40)))],
      Sample.serving(Sample.constant(0.1), queue: Queue(perQueue: 10)),
      [Sample.pool(max: 2)], autoscalers: [Self.autoscaler()],
      clock: Clock(measure: .minutes(30), warmUp: .minutes(5), interval: .minutes(10)))
    #expect(result.metrics[.maxInstances] == 2)
    #expect(result.metrics[.atMaximum] == 1)
  }

  @Test func `two pools at their maxima are not at them twice`() throws {
    var other = Self.autoscaler()
    other.pool = "other"
    let result = try Sample.run(
      [Sample.requests(DemandCurve(base: .rate(perSecond: 40)))],
      Sample.serving(Sample.constant(0.1), queue: Queue(perQueue: 10)),
      [Sample.pool(max: 1), Sample.pool("other", min: 1)],
      autoscalers: [Self.autoscaler(), other],
      clock: Clock(measure: .minutes(30), warmUp: .minutes(5), interval: .minutes(10)))
    #expect(result.metrics[.atMaximum] == 1)
  }

  @Test func `outstanding frames per ready instance are held near the target`() throws {
    let result = try Sample.run(
      [ClosedLoopTests.clients(12, think: .constant(0.001))],
      Sample.serving(Sample.constant(1), routing: .leastOutstanding),
      [Sample.pool(max: 10)], autoscalers: [Self.autoscaler(.concurrency, target: 3)],
      clock: Clock(measure: .minutes(30), warmUp: .minutes(5), interval: .minutes(10)))
    // Twelve clients, all but always waiting: four instances with three each.
    #expect(result.timeline.map(\.ready) == [4, 4, 4])
  }

  /// Two streams on two instances; at the first look, 15 s, the second instance is given up.
  static func drained(
    lasting: Double, drain: SimDuration
  ) throws -> ReplicationResult {
    try Sample.run(
      [Sample.streams(at: [0, 0], lasting: lasting)],
      Sample.serving(routing: .stickyLeastStreams),
      [Sample.pool(min: 1, max: 2, initial: 2, drain: drain)], autoscalers: [Self.autoscaler()],
      clock: Clock(measure: .seconds(200), interval: .seconds(100)))
  }

  @Test func `a draining instance keeps its stream until the stream ends`() throws {
    let result = try Self.drained(lasting: 99.5, drain: .minutes(5))
    let second = result.instances[1]
    #expect(second.draining?.seconds == 15)
    #expect(second.gone.seconds == 100)
    #expect(second.end == .scaledDown)
    #expect(result.populations[0].outcomes[.served] == 2 * 995)
    // Draining for 85 s of the first 100 s.
    #expect(result.timeline.map(\.draining) == [0.85, 0])
  }

  @Test func `at its timeout a draining instance goes and its stream moves`() throws {
    let result = try Self.drained(lasting: 99.5, drain: .milliseconds(20_250))
    #expect(result.instances[1].gone.seconds == 35.25)
    #expect(result.populations[0].outcomes[.served] == 2 * 995)
  }

  @Test func `a pool that may be empty empties and rejects what comes then`() throws {
    let result = try Sample.run(
      [Sample.requests(at: [1, 2, 100])], Sample.serving(routing: .roundRobin),
      [Sample.pool(min: 0, max: 2, initial: 1)], autoscalers: [Self.autoscaler()],
      clock: Clock(measure: .seconds(200), interval: .seconds(50)))
    // As with Kubernetes, nothing wakes an autoscaler that has no instance to measure.
    #expect(result.populations[0].outcomes[.rejected] == 1)
    #expect(result.timeline.map(\.ready)[1...] == [0, 0, 0])
    #expect(result.cost.nanodollars < 60_000_000)
  }

  @Test func `several pools have their own autoscalers and share the work`() throws {
    var other = Self.autoscaler()
    other.pool = "other"
    let result = try Sample.run(
      [Sample.requests(DemandCurve(base: .rate(perSecond: 30)))],
      Sample.serving(Sample.constant(0.1), routing: .leastOutstanding),
      [Sample.pool(max: 8), Sample.pool("other", min: 1, max: 2)],
      autoscalers: [Self.autoscaler(down: .minutes(5)), other],
      clock: Clock(measure: .minutes(60), warmUp: .minutes(20), interval: .minutes(20)))
    let peak = result.instances.filter { $0.pool == "other" && $0.end == .running }.count
    #expect(peak <= 2)
    #expect(result.instances.filter { $0.pool == "main" }.count >= 2)
    #expect(result.populations[0].outcomes[.served] == result.populations[0].offered)
  }
}
