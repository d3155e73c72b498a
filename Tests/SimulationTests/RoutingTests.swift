import Capacity
import Kernel
import Simulation
import Testing

@Suite struct RoutingTests {
  /// Four instances, each in a pool of its own, so that the ledger tells them apart.
  static let four = ["a", "b", "c", "d"].map { Sample.pool($0) }

  static func busy(_ result: ReplicationResult) -> [Int64] {
    result.ledger.filter { $0.category == .busy }.map(\.amount.nanodollars)
  }

  @Test func `round robin gives each instance the same share`() throws {
    let result = try Sample.run(
      [Sample.requests(at: (0..<1_000).map { Double($0) / 100 })],
      Sample.serving(routing: .roundRobin), Self.four,
      clock: Clock(measure: .seconds(11), interval: .seconds(11)))
    // 250 times a millisecond at a million nanodollars a second.
    #expect(Self.busy(result) == [250_000, 250_000, 250_000, 250_000])
  }

  @Test func `the least outstanding instance is the one without a frame`() throws {
    for routing in [Routing.leastOutstanding, .sharedQueue] {
      let (result, seconds) = try Sample.latencies(
        [Sample.requests(at: [0, 0, 0, 0, 0.5])],
        Sample.serving(Sample.constant(1), routing: routing), Self.four, measure: .seconds(10))
      #expect(seconds == [1, 1, 1, 1, 1.5])
      // The fifth waits at the first, ties going to the lowest.
      #expect(Self.busy(result) == [2_000_000, 1_000_000, 1_000_000, 1_000_000])
    }
  }

  @Test func `at random load better routing waits less`() throws {
    func wait(_ routing: Routing) throws -> Double {
      let result = try Sample.run(
        [Sample.requests(DemandCurve(base: .rate(perSecond: 9)))],
        Sample.serving(.random(.exponential(mean: 1)), routing: routing),
        [Sample.pool(min: 10)],
        clock: Clock(measure: .hours(10), warmUp: .minutes(10), interval: .hours(10)))
      return try #require(result.metrics[.meanWait])
    }
    // Each gap is more than a third of the larger; a run's waits are good to some 5%.
    let shared = try wait(.sharedQueue)
    let least = try wait(.leastOutstanding)
    let two = try wait(.powerOfTwoChoices)
    let turns = try wait(.roundRobin)
    #expect(shared < least && least < 0.8 * two && two < 0.8 * turns)
  }

  @Test func `two choices out of one instance is that instance`() throws {
    let (_, seconds) = try Sample.latencies(
      [Sample.requests(at: [0, 5])],
      Sample.serving(Sample.constant(1), routing: .powerOfTwoChoices), [Sample.pool()],
      measure: .seconds(10))
    #expect(seconds == [1, 1])
  }

  @Test(arguments: [Routing.roundRobin, .leastOutstanding, .powerOfTwoChoices])
  func `without an instance frames are rejected`(routing: Routing) throws {
    let result = try Sample.run(
      [Sample.requests(at: [0, 1, 2])], Sample.serving(routing: routing),
      [Sample.pool(min: 0, max: 3)], clock: Clock(measure: .seconds(9), interval: .seconds(3)))
    #expect(result.populations[0].outcomes[.rejected] == 3)
    #expect(result.cost == .zero)
    #expect(result.metrics[.utilization] == nil)
  }

  @Test func `frames that wait in a shared queue for an instance that never comes are dropped`()
    throws
  {
    let result = try Sample.run(
      [Sample.requests(at: [0, 1, 2])], Sample.serving(), [Sample.pool(min: 0, max: 3)],
      clock: Clock(measure: .seconds(9), interval: .seconds(3)))
    #expect(result.populations[0].outcomes[.dropped] == 3)
    #expect(result.timeline.map(\.waiting) == [3, 3, 3])
  }
}
