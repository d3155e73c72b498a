import Capacity
import Kernel
import Simulation
import Statistics
import Testing

/// What clients send again, against timelines worked out by hand and closed forms.
@Suite struct RetryTests {
  /// A policy that does not wait, so that only the network takes time.
  static func atOnce(_ attempts: Int) -> RetryPolicy {
    RetryPolicy(attempts: attempts, backoff: .zero, maxBackoff: .zero)
  }

  static let network = Network(roundTrip: .constant(0.6))

  /// One lane that takes a second, and no queue.
  static let loss = Sample.serving(
    Sample.constant(1), queue: Queue(perQueue: 0, whenFull: .reject))

  static func twoRequests(_ retry: RetryPolicy?) -> Population {
    var population = Sample.requests(at: [0, 0.5])
    population.network = network
    population.retry = retry
    return population
  }

  @Test func `a rejected request goes back and comes again, and its latency counts from capture`()
    throws
  {
    // Arrivals 0.3 and 0.8; the second is back at its client at 1.1 and at the service at 1.4.
    let (result, seconds) = try Sample.latencies(
      [Self.twoRequests(Self.atOnce(2))], Self.loss, [Sample.pool()], measure: .seconds(20))
    #expect(seconds == [1.6, 2.2])
    #expect(result.populations[0].retries == 1)
    #expect(result.metrics[.retries] == 1 && result.metrics[.attemptsPerFrame] == 1.5)
    #expect(result.populations[0].latency.network.mean?.seconds == 0.9)
    #expect(result.timeline.reduce(0) { $0 + $1.offered } == 2)
  }

  @Test func `without a policy nothing is sent again, and there are no such figures`() throws {
    let (result, seconds) = try Sample.latencies(
      [Self.twoRequests(nil)], Self.loss, [Sample.pool()], measure: .seconds(20))
    #expect(seconds == [1.6])
    #expect(result.populations[0].outcomes[.rejected] == 1)
    #expect(result.metrics[.retries] == nil && result.metrics[.attemptsPerFrame] == nil)
  }

  @Test func `a serverless pool at its limit is asked again`() throws {
    let layer = Sample.layer(limit: 1)
    let (result, seconds) = try Sample.latencies(
      [Self.twoRequests(Self.atOnce(2))], Sample.serving(Sample.constant(1)),
      [Sample.functionPool(layer)], measure: .seconds(20))
    #expect(seconds == [1.6, 2.2])
    #expect(result.populations[0].retries == 1)
    let once = try Sample.latencies(
      [Self.twoRequests(nil)], Sample.serving(Sample.constant(1)),
      [Sample.functionPool(layer)], measure: .seconds(20))
    #expect(once.seconds == [1.6])
  }

  @Test func `where no attempt can succeed each frame has all of them and one outcome`() throws {
    var requests = Sample.requests(at: (0..<50).map { Double($0) / 10 })
    requests.retry = RetryPolicy(attempts: 4, backoff: .milliseconds(100))
    let result = try Sample.run(
      [requests], Sample.serving(routing: .roundRobin), [Sample.pool(min: 0)],
      clock: Clock(measure: .seconds(5), interval: .seconds(1)))
    #expect(result.populations[0].outcomes[.rejected] == 50)
    #expect(result.populations[0].retries == 150)
    #expect(result.metrics[.attemptsPerFrame] == 4)
  }

  @Test func `a closed-loop client goes on when its last attempt has come to nothing`() throws {
    var clients = Population(
      name: "clients", kind: .request, arrivals: .closedLoop(clients: 1, think: .constant(1)),
      deadline: .hours(1))
    clients.retry = Self.atOnce(3)
    let result = try Sample.run(
      [clients], Sample.serving(routing: .roundRobin), [Sample.pool(min: 0)],
      clock: Clock(measure: .milliseconds(10_500), interval: .seconds(1)))
    #expect(result.populations[0].offered == 10)
    #expect(result.populations[0].retries == 20)
  }

  @Test func `a stream does not send again what could not be back by its deadline`() throws {
    var stream = Sample.streams(at: [0], lasting: 0.95, network: Network(roundTrip: .constant(0.1)))
    stream.retry = Self.atOnce(10)
    stream.deadline = .milliseconds(250)
    // One round trip for the first attempt and one more for each retry: two are 0.2 s.
    let result = try Sample.run(
      [stream], Sample.serving(routing: .roundRobin), [Sample.pool(min: 0)],
      clock: Clock(measure: .seconds(5), interval: .seconds(1)))
    #expect(result.populations[0].offered == 10)
    #expect(result.populations[0].retries == 10)
  }

  @Test(arguments: [Routing.stickyLeastStreams, .stickyHash, .roundRobin])
  func `a frame in flight on a machine that vanishes is served by the next`(
    routing: Routing
  ) throws {
    // Frames at 90 and 100 s of 15 s each; the machine is gone at 100 s, and another there.
    var stream = Sample.streams(at: [90], lasting: 15, period: .seconds(10))
    let pools = [Sample.pool(spot: Sample.spot(upTime: .constant(100)))]
    let serving = Sample.serving(Sample.constant(15), routing: routing)
    stream.retry = Self.atOnce(3)
    let (result, seconds) = try Sample.latencies([stream], serving, pools, measure: .seconds(190))
    #expect(result.populations[0].outcomes[.served] == 2)
    #expect(result.populations[0].retries == 1)
    #expect(seconds == [15, 40])
    stream.retry = nil
    let lost = try Sample.latencies([stream], serving, pools, measure: .seconds(190))
    #expect(lost.result.populations[0].outcomes[.failed] == 1)
  }

  @Test func `waits double up to the longest`() {
    let policy = RetryPolicy(
      attempts: 9, backoff: .milliseconds(100), maxBackoff: .milliseconds(500))
    let waits = (2...6).map { policy.longestWait(beforeAttempt: $0).milliseconds }
    #expect(waits == [100, 200, 400, 500, 500])
  }

  /// In a loss system whose retries come much later than a service takes, attempts are nearly a
  /// Poisson process: each is blocked with Erlang's probability p of the amplified load, a request
  /// is served with 1 - p^n and makes (1 - p^n) / (1 - p) attempts.
  @Test func `retries swell the load of a loss system as the fixed point says`() throws {
    let (load, lanes, attempts) = (4.0, 5, 3.0)
    var blocked = 0.0
    var swell = 1.0
    for _ in 0..<200 {
      blocked = Self.erlangB(load * swell, lanes)
      swell = 1 + blocked + blocked * blocked
    }
    var requests = Sample.requests(DemandCurve(base: .rate(perSecond: load)))
    requests.retry = RetryPolicy(
      attempts: Int(attempts), backoff: .seconds(100), maxBackoff: .seconds(200))
    let result = try Sample.run(
      [requests], Self.loss, [Sample.pool(min: lanes)],
      clock: Clock(measure: .seconds(50_000), warmUp: .minutes(30), interval: .hours(1)))
    // 200,000 requests: a standard error of 0.0006 on the share, correlated over about a second.
    let rejected = try #require(result.metrics[.rejected])
    let measured = try #require(result.metrics[.attemptsPerFrame])
    #expect((rejected - blocked * blocked * blocked).magnitude < 0.004, "\(rejected)")
    #expect((measured / swell - 1).magnitude < 0.01, "\(measured) for \(swell)")
    #expect(swell > 1.3)
  }

  static func erlangB(_ load: Double, _ lanes: Int) -> Double {
    (1...lanes).reduce(1.0) { blocking, lane in
      load * blocking / (Double(lane) + load * blocking)
    }
  }
}
