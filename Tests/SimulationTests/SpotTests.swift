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

  @Test func `an idle instance goes at its notice and is replaced`() throws {
    let result = try Sample.run(
      [Sample.requests(at: [])], Sample.serving(),
      [
        Sample.pool(
          spot: Sample.spot(upTime: .constant(100), notice: .seconds(30)),
          start: ColdStart(boot: .constant(10)))
      ], clock: Clock(measure: .seconds(250), interval: .seconds(50)))
    #expect(result.instances.map(\.launched.seconds) == [0, 70, 140, 210])
    #expect(result.instances.map(\.gone.seconds) == [70, 140, 210, 250])
    #expect(result.instances.map { Self.seconds($0.ready) } == [0, 80, 150, 220])
    #expect(result.metrics[.interruptions] == 3)
    #expect(result.decisions.map(\.what) == ["notice", "notice", "notice"])
    #expect(result.decisions.map(\.time.seconds) == [70, 140, 210])
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
