import Capacity
import Kernel
import Simulation
import Testing

/// Queue limits, batching and lanes against cases worked out by hand.
@Suite struct QueueLimitTests {
  /// One stream at 10 fps for 10 s on a server that takes a second.
  static func stream(_ whenFull: Queue.WhenFull) throws -> (ReplicationResult, [Double]) {
    try Sample.latencies(
      [Sample.streams(at: [0], lasting: 9.95)],
      Sample.serving(Sample.constant(1), queue: Queue(perStream: 2, whenFull: whenFull)),
      [Sample.pool()], measure: .seconds(20))
  }

  @Test func `with drop oldest the newest two of a stream wait`() throws {
    let (result, seconds) = try Self.stream(.dropOldest)
    #expect(result.populations[0].offered == 100)
    #expect(result.populations[0].outcomes[.dropped] == 88)
    #expect(seconds == [1] + Array(repeating: 1.1, count: 9) + [1.2, 2.1])
  }

  @Test(arguments: [Queue.WhenFull.dropNewest, .reject])
  func `with drop newest and reject the oldest two of a stream wait`(
    whenFull: Queue.WhenFull
  ) throws {
    let (result, seconds) = try Self.stream(whenFull)
    let outcomes = result.populations[0].outcomes
    #expect(outcomes[.served] == 12)
    #expect(outcomes[whenFull == .reject ? .rejected : .dropped] == 88)
    #expect(seconds == [1, 1.9, 2.8] + Array(repeating: 2.9, count: 9))
  }

  /// Ten requests a millisecond apart on a server that takes a second.
  static func burst(_ queue: Queue, deadline: SimDuration = .hours(1)) throws -> (
    ReplicationResult, [Double]
  ) {
    try Sample.latencies(
      [Sample.requests(at: (0..<10).map { Double($0) / 1_000 }, deadline: deadline)],
      Sample.serving(Sample.constant(1), queue: queue), [Sample.pool()], measure: .seconds(20))
  }

  @Test func `a full queue keeps its oldest or its newest`() throws {
    let newest = try Self.burst(Queue(perQueue: 3, whenFull: .dropNewest))
    #expect(newest.1 == [1, 1.999, 2.998, 3.997])
    #expect(newest.0.populations[0].outcomes[.dropped] == 6)
    let oldest = try Self.burst(Queue(perQueue: 3, whenFull: .dropOldest))
    #expect(oldest.1 == [1, 1.993, 2.992, 3.991])
    #expect(oldest.0.populations[0].outcomes[.dropped] == 6)
    let reject = try Self.burst(Queue(perQueue: 3, whenFull: .reject))
    #expect(reject.0.populations[0].outcomes[.rejected] == 6)
  }

  @Test func `a queue of none still serves whom it finds a free lane for`() throws {
    for whenFull in Queue.WhenFull.allCases {
      let (result, seconds) = try Self.burst(Queue(perQueue: 0, whenFull: whenFull))
      #expect(seconds == [1])
      #expect(result.populations[0].offered == 10)
    }
  }

  @Test func `what is late at dispatch is dropped`() throws {
    let (result, seconds) = try Self.burst(Queue(dropsLate: true), deadline: .milliseconds(2_500))
    // The third starts 1.998 s after it came and is late when it ends; the fourth has waited 2.997 s.
    #expect(seconds == [1, 1.999, 2.998])
    let outcomes = result.populations[0].outcomes
    #expect((outcomes[.served], outcomes[.late], outcomes[.dropped]) == (2, 1, 7))
  }

  @Test func `what has waited too long at dispatch is dropped`() throws {
    let (result, seconds) = try Self.burst(Queue(maxWait: .milliseconds(1_998)))
    #expect(seconds == [1, 1.999, 2.998])
    #expect(result.populations[0].outcomes[.dropped] == 7)
    #expect(try Self.burst(Queue(maxWait: .nanoseconds(1_997_999_999))).1 == [1, 1.999, 2.997])
  }

  @Test func `requests of different users have no stream to be limited by`() throws {
    let (_, seconds) = try Self.burst(Queue(perStream: 1))
    #expect(seconds.count == 10)
  }

  @Test func `a free lane takes a preferred size or waits for company`() throws {
    let batching = Batching(max: 4, preferred: [2, 4], maxDelay: .milliseconds(50))
    let serving = Sample.serving(.affine(base: 0.01, perItem: 0.005), batching: batching)
    let three = try Sample.latencies(
      [Sample.requests(at: [0, 0.01, 0.02])], serving, [Sample.pool()], measure: .seconds(1))
    // Two go at 10 ms and take 20 ms; the third waits until 70 ms for nobody and takes 15 ms.
    #expect(three.seconds == [0.02, 0.03, 0.065])
    // While the lane is busy with the first two, five gather: four go at 30 ms, one at 60 ms.
    let seven = try Sample.latencies(
      [Sample.requests(at: [0, 0.01, 0.011, 0.012, 0.013, 0.014, 0.015])], serving,
      [Sample.pool()], measure: .seconds(1))
    #expect(seven.result.metrics[.meanBatch] == 7.0 / 3)
    #expect(seven.seconds == [0.02, 0.03, 0.046, 0.047, 0.048, 0.049, 0.065])
  }

  @Test func `lanes on one GPU slow each other by the sharing table`() throws {
    let times = Sample.requests(at: [0, 0.1, 0.9, 2])
    let shared = try Sample.latencies(
      [times], Sample.serving(Sample.constant(0.8), lanes: 2, sharing: [1, 1.6]),
      [Sample.pool()], measure: .seconds(10))
    // Alone 0.8 s; beside another 0.8·2/1.6 = 1 s, decided at the start.
    #expect(shared.seconds == [0.8, 0.8, 1, 1])
    let unmeasured = try Sample.latencies(
      [times], Sample.serving(Sample.constant(0.8), lanes: 2), [Sample.pool()],
      measure: .seconds(10))
    #expect(unmeasured.seconds == [0.8, 1.6, 1.6, 1.6])
    let apart = try Sample.latencies(
      [times], Sample.serving(Sample.constant(0.8)),
      [
        Pool(
          name: "main", instance: Sample.machine(gpus: 2), min: 1, max: 1, minimumBilled: .zero)
      ], measure: .seconds(10))
    #expect(apart.seconds == [0.8, 0.8, 0.8, 0.8])
  }

  @Test func `network time counts in latency and half of it before the queue`() throws {
    var population = Sample.requests(at: [0, 0], deadline: .milliseconds(1_300))
    population.network = Network(
      roundTrip: .constant(0.2), frameSize: Bytes(12_500),
      uplink: Bandwidth(bitsPerSecond: 1_000_000))
    let (result, seconds) = try Sample.latencies(
      [population], Sample.serving(Sample.constant(1)), [Sample.pool()], measure: .seconds(10))
    // 0.1 s upload, 0.2 s round trip; the second waits a second. The deadline is just met by one.
    #expect(seconds == [1.3, 2.3])
    let outcomes = result.populations[0].outcomes
    #expect((outcomes[.served], outcomes[.late]) == (1, 1))
  }

  @Test func `a frame jittered before its session does not wait a negative time`() throws {
    let early = Population(
      name: "early",
      kind: .stream(
        StreamDemand(
          period: .seconds(1), duration: .constant(0.5), phase: .aligned,
          jitter: .constant(-0.005))), arrivals: .instants([.zero + .seconds(1)]),
      deadline: .hours(1))
    let result = try Sample.run(
      [Sample.requests(at: [0.998]), early],
      Sample.serving(batching: Batching(max: 2, maxDelay: .milliseconds(50))), [Sample.pool()],
      clock: Clock(measure: .seconds(3), interval: .seconds(3)))
    let wait = try #require(result.metrics[.meanWait])
    #expect(wait >= 0 && wait <= 50)
  }

  @Test func `frames under way when their session ends are still offered`() throws {
    let stream = Sample.streams(at: [0], lasting: 10, network: Network(roundTrip: .constant(0.2)))
    let (result, _) = try Sample.latencies(
      [stream], Sample.serving(), [Sample.pool()], measure: .seconds(20))
    #expect(result.populations[0].offered == 100)
  }
}
