import Capacity
import Kernel
import Simulation
import Testing

@Suite struct SpotTests {
  static func seconds(_ instant: SimTime?) -> Double? { instant?.seconds }

  static let stages = ColdStart(
    boot: .constant(10), image: .constant(20), load: .constant(30), warmUp: .constant(40))

  @Test func `an instance passes its stages in order, each for its length`() throws {
    let result = try Sample.run(
      [Sample.requests(at: [])], Sample.serving(),
      [Sample.pool(spot: Sample.spot(upTime: .constant(130)), start: Self.stages)],
      clock: Clock(measure: .seconds(250), interval: .seconds(125)))
    let first = result.instances[0]
    // The first is there from the beginning.
    #expect(
      [first.launched, first.ready, first.gone].map(Self.seconds) == [0, 0, 130])
    let second = result.instances[1]
    #expect(
      [
        second.launched, second.booted, second.imaged, second.loaded, second.ready, second.gone,
      ].map(Self.seconds) == [130, 140, 160, 190, 230, 250])
    #expect(result.instances.map(\.end) == [.interrupted, .running])
    #expect(result.instances.map(\.number) == [0, 1])
    #expect(result.metrics[.coldStarts] == 1)
    // Starting 130 to 230 s, ready the rest: intervals of 125 s.
    #expect(result.timeline.map(\.starting) == [0, 0.8])
    #expect(result.timeline.map(\.ready) == [1, 0.2])
  }

  @Test func `an idle instance stays to the end of its notice and is replaced at it`() throws {
    let result = try Sample.run(
      [Sample.requests(at: [])], Sample.serving(),
      [
        Sample.pool(
          spot: Sample.spot(upTime: .constant(100), notice: .seconds(30)),
          start: ColdStart(boot: .constant(10)))
      ], clock: Clock(measure: .seconds(250), interval: .seconds(50)))
    #expect(result.instances.map(\.launched.seconds) == [0, 70, 140, 210])
    #expect(result.instances.map(\.gone.seconds) == [100, 170, 240, 250])
    #expect(result.instances.map { Self.seconds($0.ready) } == [0, 80, 150, 220])
    #expect(result.metrics[.interruptions] == 3)
    #expect(
      result.story == [
        "70 notice", "100 interruption", "140 notice", "170 interruption", "210 notice",
        "240 interruption",
      ])
    #expect(result.instances.map(\.end) == [.interrupted, .interrupted, .interrupted, .running])
  }

  @Test func `a machine that stays to the end of its notice has its first hour back`() throws {
    var pool = Sample.pool(spot: Sample.spot(upTime: .constant(100), notice: .seconds(30)))
    pool.freeIfInterruptedWithin = .hours(1)
    let result = try Sample.idle([pool], seconds: 250)
    // 0 to 100, 70 to 170, 140 to 240 and 210 to 250 s; the last is not taken.
    #expect(result.instances.map(\.cost.nanodollars) == [0, 0, 0, 40_000_000])
    let sums = Sample.amounts(result)
    #expect((sums[.idle], sums[.draining]) == (250_000_000, 90_000_000))
    #expect(sums[.refund] == -300_000_000)
  }

  @Test func `an instance that has its notice while it starts never serves and stays`() throws {
    let result = try Sample.run(
      [Sample.requests(at: [])], Sample.serving(),
      [
        Sample.pool(
          spot: Sample.spot(upTime: .constant(50), notice: .seconds(20)),
          start: ColdStart(boot: .constant(40)))
      ], clock: Clock(measure: .seconds(100), interval: .seconds(100)))
    // Told at 30, 60 and 90 s; those of 30 and 60 s were still starting.
    #expect(result.instances.map(\.launched.seconds) == [0, 30, 60, 90])
    #expect(result.instances.map(\.gone.seconds) == [50, 80, 100, 100])
    #expect(result.instances.map { Self.seconds($0.ready) } == [0, nil, nil, nil])
    #expect(Sample.amounts(result)[.starting] == 100_000_000)
    #expect(result.timeline[0].draining == 0.5)
    #expect(result.timeline[0].starting == 0.7)
  }

  // Two streams on two instances; the second instance is given up at 50 s with a minute to drain.
  @Test(arguments: [(105.0, "interrupted"), (1_000.0, "scaled_down")])
  func `an instance that drains when its notice comes drains no longer`(
    upTime: Double, end: String
  ) throws {
    let notice = SimDuration(seconds: upTime - 100)
    let pool = Sample.pool(
      min: 1, max: 2, initial: 2,
      spot: Sample.spot(upTime: .constant(upTime), notice: notice), drain: .minutes(1))
    let result = try Sample.run(
      [Sample.streams(at: [1, 2], lasting: 500, period: .seconds(10))],
      Sample.serving(routing: .stickyLeastStreams), [pool],
      autoscalers: [.timetable([(0, 2), (50, 1)])],
      clock: Clock(measure: .seconds(120), interval: .seconds(120)))
    let drained = result.instances[1]
    #expect(Self.seconds(drained.draining) == 50)
    #expect(drained.end.rawValue == end)
    #expect(drained.gone.seconds == (end == "interrupted" ? 105 : 110))
  }

  @Test func `a busy instance drains until the end of its notice, then its frames fail`() throws {
    let result = try Sample.run(
      [Sample.requests(at: [65, 71])], Sample.serving(Sample.constant(60)),
      [Sample.pool(spot: Sample.spot(upTime: .constant(100), notice: .seconds(30)))],
      clock: Clock(measure: .seconds(150), interval: .seconds(150)))
    // The first frame is in service at 100 s and fails; the second goes to the replacement.
    let outcomes = result.populations[0].outcomes
    #expect((outcomes[.failed], outcomes[.served]) == (1, 1))
    #expect(result.instances.map(\.launched.seconds) == [0, 70, 140])
    #expect(Self.seconds(result.instances[0].draining) == 70)
    #expect(result.instances[0].gone.seconds == 100)
    #expect(result.decisions.map(\.what) == ["notice", "interruption", "notice"])
  }

  @Test func `without notice the frame in flight and those queued with it fail`() throws {
    for routing in [Routing.roundRobin, .leastOutstanding] {
      let result = try Sample.run(
        [Sample.requests(at: [95, 96, 97, 101])],
        Sample.serving(Sample.constant(30), routing: routing),
        [Sample.pool(spot: Sample.spot(upTime: .constant(100)))],
        clock: Clock(measure: .seconds(150), interval: .seconds(150)))
      let outcomes = result.populations[0].outcomes
      #expect((outcomes[.failed], outcomes[.served]) == (3, 1))
    }
    let shared = try Sample.run(
      [Sample.requests(at: [95, 96, 101])], Sample.serving(Sample.constant(30)),
      [Sample.pool(spot: Sample.spot(upTime: .constant(100)))],
      clock: Clock(measure: .seconds(150), interval: .seconds(150)))
    // What waits in a shared queue goes to the replacement.
    let outcomes = shared.populations[0].outcomes
    #expect((outcomes[.failed], outcomes[.served]) == (1, 2))
  }

  @Test func `an up-time within the notice ends without one and the run goes on`() throws {
    let result = try Sample.run(
      [Sample.requests(at: [])], Sample.serving(),
      [Sample.pool(spot: Sample.spot(upTime: .constant(60), notice: .minutes(2)))],
      clock: Clock(measure: .seconds(200), interval: .seconds(100)))
    #expect(result.instances.map(\.launched.seconds) == [0, 60, 120, 180])
    #expect(result.metrics[.interruptions] == 3)
  }

  @Test func `an instance taken while it starts is replaced and never ready`() throws {
    let result = try Sample.run(
      [Sample.requests(at: [])], Sample.serving(),
      [
        Sample.pool(
          spot: Sample.spot(upTime: .constant(50)), start: ColdStart(boot: .constant(80)))
      ], clock: Clock(measure: .seconds(200), interval: .seconds(100)))
    #expect(result.instances.map(\.gone.seconds) == [50, 100, 150, 200])
    #expect(result.instances.map { Self.seconds($0.ready) } == [0, nil, nil, nil])
    #expect(result.instances.map { Self.seconds($0.booted) } == [0, nil, nil, nil])
  }

  // Up-times from launch are exponential with mean 1 h, a start takes 0.25 h: ready for
  // E[(U - 0.25)+]/E[U] = e^-0.25 of the time. A cycle's excess min(U, 0.25) - (1 - e^-0.25)·U has
  // a standard deviation below 0.25 h; five standard errors over 20,000 cycles are 0.009.
  @Test func `availability is the ready share of the renewal cycle`() throws {
    let result = try Sample.run(
      [Sample.requests(at: [])], Sample.serving(),
      [
        Sample.pool(
          spot: Sample.spot(upTime: .exponential(mean: 3_600)),
          start: ColdStart(boot: .constant(900)))
      ], clock: Clock(measure: .hours(20_000), warmUp: .hours(10), interval: .hours(20_000)))
    #expect((result.timeline[0].ready - Elementary.exp(-0.25)).magnitude < 0.009)
    #expect(result.metrics[.meanInstances] == 1)
  }
}
