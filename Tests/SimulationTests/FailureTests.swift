import Capacity
import Kernel
import Simulation
import Statistics
import Testing

/// Crashes, zones that fail and slow instances.
@Suite struct FailureTests {
  /// Ten machines that are up for 7200 s and down for 600 s on average.
  static func fleet(_ repair: Distribution, days: Int64) throws -> ReplicationResult {
    try Sample.timetable([(0, 10)], minutes: days * 1440) {
      $0.failures = Failures(upTime: .exponential(mean: 7200), repair: repair)
    }
  }

  @Test(arguments: [Distribution.exponential(mean: 600), .constant(600)])
  func `availability is mean up-time over mean cycle`(_ repair: Distribution) throws {
    // 0.92307692 in the long run, whatever the distributions; over 40 days of ten machines there
    // are about 4400 cycles, so the standard error is near 0.001.
    let result = try Self.fleet(repair, days: 40)
    let ready = result.timeline.map(\.ready)
    let availability = ready.reduce(0, +) / Double(ready.count) / 10
    #expect(abs(availability - 0.92307692) < 0.004, "\(availability)")
    // Only what runs is paid; a begun second is paid in full, half a second of 7,200 on average.
    let paid = result.cost.dollars / (40 * 86_400 * 0.001 * 10)
    #expect(paid >= availability && paid - availability < 1e-4)
  }

  @Test func `at least eight of ten are up as the binomial says`() throws {
    let result = try Self.fleet(.exponential(mean: 600), days: 40)
    // Every change of the number that is up, in order; what is lost and found at one instant nets.
    var changes: [(at: Double, by: Int)] = []
    for life in result.instances {
      if let ready = life.ready { changes.append((ready.seconds, 1)) }
      if life.end == .failed { changes.append((life.gone.seconds, -1)) }
    }
    changes.sort { $0.at < $1.at }
    var up = 0
    var enough = 0.0
    for (change, next) in zip(changes, changes.dropFirst() + [(40.0 * 86_400, 0)]) {
      up += change.by
      if up >= 8 { enough += next.0 - change.at }
    }
    // About 3,000 independent looks, each of a standard deviation of 0.19.
    let share = enough / (40 * 86_400)
    #expect(abs(share - 0.96377338) < 0.011, "\(share)")
  }

  @Test func `a crashed instance is replaced after the repair and its cold start`() throws {
    let result = try Sample.timetable([(0, 1)], minutes: 10) {
      $0.failures = Failures(upTime: .constant(100), repair: .constant(50))
      $0.start = ColdStart(boot: .constant(30))
    }
    // Up for 100 s, away for 50 s, starting for 30 s, and so on.
    #expect(result.instances.map(\.launched.seconds) == [0, 150, 330, 510])
    #expect(result.instances.map(\.gone.seconds) == [100, 280, 460, 600])
    #expect(result.instances.map(\.end) == [.failed, .failed, .failed, .running])
    #expect(result.cost.nanodollars == (100 + 130 + 130 + 90) * 1_000_000)
  }

  @Test func `a pool that shrinks gives up the places of crashed instances first`() throws {
    let result = try Sample.timetable([(0, 2), (120, 1)], minutes: 10) {
      $0.failures = Failures(upTime: .uniform(low: 100, high: 1000), repair: .constant(1e6))
    }
    #expect(result.timeline[9].ready <= 1)
  }

  @Test func `a zone takes its share and gives it back`() throws {
    let result = try Sample.timetable([(0, 40)], minutes: 30) {
      $0.outages = [Outage(at: .zero + .minutes(10), length: .minutes(5), share: 0.5)]
    }
    let ready = result.timeline.map(\.ready)
    #expect(ready[9] == 40 && ready[15] == 40)
    #expect((12...28).contains(ready[10]) && ready[10] == ready[14])
    let lost = result.instances.count { $0.end == .failed }
    #expect(Double(lost) == 40 - ready[10])
  }

  @Test func `lost instances may be replaced elsewhere at once`() throws {
    let result = try Sample.timetable([(0, 40)], minutes: 30) {
      $0.outages = [
        Outage(
          at: .zero + .minutes(10), length: .minutes(5), share: 0.5, isReplacedElsewhere: true)
      ]
    }
    #expect(result.timeline[10].ready == 40)
    #expect(result.instances.count > 40)
  }

  @Test func `an outage of everything leaves no machine to be had`() throws {
    let result = try Sample.timetable([(0, 2), (630, 4)], minutes: 30) {
      $0.outages = [
        Outage(at: .zero + .minutes(10), length: .minutes(5), share: 1)
      ]
    }
    #expect(result.timeline[11].ready == 0 && result.timeline[29].ready == 4)
    #expect(result.decisions.contains { $0.what == "stock_out" })
  }

  @Test func `elsewhere there are machines, even when all are lost`() throws {
    let result = try Sample.timetable([(0, 2), (630, 4)], minutes: 30) {
      $0.outages = [
        Outage(at: .zero + .minutes(10), length: .minutes(5), share: 1, isReplacedElsewhere: true)
      ]
    }
    #expect(result.timeline[10].ready == 3 && result.timeline[11].ready == 4)
    #expect(
      result.instances.map(\.end) == [.failed, .failed, .running, .running, .running, .running])
    #expect(!result.decisions.contains { $0.what == "stock_out" })
  }

  @Test func `a warm pool is prepared again when its zone is back`() throws {
    let result = try Sample.timetable([(0, 0)], minutes: 30) {
      $0.warm = WarmPool(count: 4, price: 0.1, start: .constant(0))
      $0.outages = [Outage(at: .zero + .minutes(10), length: .minutes(5), share: 1)]
    }
    #expect(
      result.instances.map(\.gone.seconds) == [600, 600, 600, 600, 1_800, 1_800, 1_800, 1_800])
    #expect(result.instances.suffix(4).map(\.launched.seconds) == [900, 900, 900, 900])
    // Four of them for 25 minutes at a tenth of a million nanodollars a second.
    #expect(result.cost.nanodollars == 4 * 1_500 * 100_000)
  }

  @Test func `frames of a crashed instance fail`() throws {
    var pool = Sample.pool()
    pool.failures = Failures(upTime: .constant(10), repair: .constant(5))
    let result = try Sample.run(
      [Sample.requests(at: [9.5, 9.6, 20])], Sample.serving(Sample.constant(1)), [pool],
      clock: Clock(measure: .seconds(24), interval: .seconds(24)))
    // The first is in service at 10 s, the second waits in the queue of all and is served at 15 s.
    #expect(result.populations[0].outcomes[.failed] == 1)
    #expect(result.populations[0].outcomes[.served] == 2)
  }

  @Test func `slow instances take their factor longer`() throws {
    var pool = Sample.pool(min: 400)
    pool.stragglers = Stragglers(share: 0.25, factor: 3)
    let (_, seconds) = try Sample.latencies(
      [Sample.requests(at: (0..<400).map { Double($0) / 1e6 })],
      Sample.serving(Sample.constant(0.1), routing: .roundRobin), [pool], measure: .seconds(5))
    let slow = seconds.count { $0 > 0.2 }
    #expect(seconds.allSatisfy { abs($0 - 0.1) < 1e-9 || abs($0 - 0.3) < 1e-9 })
    // Binomial with mean 100 and standard deviation 8.7.
    #expect((65...135).contains(slow), "\(slow)")
  }

  @Test(arguments: [0, 60])
  func `each slow instance is named once, as it becomes ready or as measuring begins`(
    warmUp: Int64
  ) throws {
    var pool = Sample.pool(min: 4)
    pool.stragglers = Stragglers(share: 1, factor: 2.5)
    pool.failures = Failures(upTime: .constant(100), repair: .constant(1e6))
    let result = try Sample.run(
      [Sample.requests(at: [])], Sample.serving(), [pool],
      clock: Clock(
        measure: .minutes(5), warmUp: .seconds(warmUp), interval: .minutes(5)))
    let named = result.decisions.filter { $0.what == "straggler" }
    #expect(
      named.map(\.why) == (0..<4).map { "instance \($0) takes 2.5 times as long for each batch" })
    #expect(named.allSatisfy { $0.time == .zero && $0.who == "failure" })
    // What crashes is named too, and ends as failed.
    #expect(result.decisions.count { $0.what == "crash" } == 4)
    #expect(result.instances.map(\.end) == [.failed, .failed, .failed, .failed])
  }

  @Test func `least outstanding gives a GPU twice as fast twice as much`() throws {
    // At 140/s the slow one can carry 50/s and the fast one 100/s.
    let serving = Sample.serving(
      Sample.constant(0.02), others: ["L4": 0.01], queue: Queue(perQueue: 60),
      routing: .leastOutstanding)
    let result = try Sample.run(
      [Sample.requests(DemandCurve(base: .rate(perSecond: 140)))], serving,
      [Sample.pool("slow"), Sample.pool("fast", gpu: "L4")],
      clock: Clock(measure: .minutes(20), interval: .minutes(20)))
    let waits = result.populations[0].latency.queue
    #expect(result.populations[0].outcomes[.dropped] == 0)
    #expect((waits.mean?.seconds ?? 1) < 0.2)
  }
}
