import Autoscaling
import Capacity
import Experiments
import Kernel
import Testing

/// Asks for the first metric's whole value, at each look, and keeps what it was told.
private struct Echo: ScalingPolicy {
  var interval: SimDuration
  /// The sum of all samples that it was handed.
  private(set) var taken = 0.0

  init(every interval: SimDuration = .seconds(10)) { self.interval = interval }

  mutating func take(_ sample: MetricSample) { taken += sample.value ?? 0 }

  mutating func decide(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    // Replicas of each state, so that what was told can be read off.
    let told = seen.wanted * 10_000 + seen.ready * 100 + seen.starting
    let asked = seen.metrics[0].map { Int($0) } ?? seen.wanted
    return ScalingDecision(replicas: asked, recommended: told, reason: .metric)
  }
}

@Suite struct ReplayTests {
  /// Readings each 10 s: asked for and ready replicas, and a metric.
  private static func observed(
    _ metric: PoolMetric, _ rows: [(wanted: Int, ready: Int, value: Double?)]
  ) -> ObservedPool {
    ObservedPool(
      metrics: [.streams, metric],
      readings: rows.enumerated().map { index, row in
        .init(
          time: .zero + .seconds(Int64(index * 10)), replicas: row.wanted, ready: row.ready,
          values: [nil, row.value])
      })
  }

  private static func scaler(
    _ metric: PoolMetric, every interval: SimDuration = .seconds(10),
    feed: MetricFeed.Settings = .init()
  ) -> PoolAutoscaler {
    PoolAutoscaler(
      pool: "p", name: "echo", policy: Echo(every: interval), metrics: [metric], feed: feed)
  }

  private static func steps(
    _ rows: [(wanted: Int, ready: Int, value: Double?)], _ mode: Replay.Mode,
    of metric: PoolMetric = .queueLength, limits: Replay.Limits = .init(min: 0, max: 99),
    every interval: SimDuration = .seconds(10), feed: MetricFeed.Settings = .init()
  ) throws -> [Replay.Step] {
    let replay = try #require(
      Replay(
        observed(metric, rows), through: scaler(metric, every: interval, feed: feed),
        limits: limits, mode: mode))
    return Array(replay)
  }

  @Test func `a shadow is told what was recorded and what it asks for changes nothing`() throws {
    let steps = try Self.steps([(4, 4, 6), (4, 4, 6), (5, 4, 6), (5, 5, 3)], .shadow)
    #expect(steps.map(\.told) == [4, 4, 5, 5])
    #expect(steps.map(\.recommended) == [40_400, 40_400, 50_401, 50_500])
    #expect(steps.map(\.decided) == [6, 6, 6, 3])
    #expect(steps.map(\.seen) == [[6], [6], [6], [3]])
  }

  @Test func `a follower has what it asked for, up a start later and down at once`() throws {
    let steps = try Self.steps(
      [(4, 4, 6), (4, 4, 6), (4, 4, 6), (4, 4, 2), (4, 4, 2)], .follow,
      limits: .init(min: 0, max: 99, start: .seconds(15)))
    #expect(steps.map(\.told) == [4, 6, 6, 6, 2])
    #expect(steps.map(\.recommended) == [40_400, 60_402, 60_600, 60_600, 20_200])
    #expect(steps.map(\.recorded) == [4, 4, 4, 4, 4])
  }

  @Test func `utilisation is spread over the replicas that a follower has`() throws {
    let rows = Array(repeating: (wanted: 4, ready: 4, value: 0.9 as Double?), count: 3)
    let limits = Replay.Limits(min: 6, max: 99)
    let followed = try Self.steps(rows, .follow, of: .gpuUtilization, limits: limits)
    #expect(followed.map(\.seen) == [[0.6], [0.6], [0.6]])
    let shadow = try Self.steps(rows, .shadow, of: .gpuUtilization, limits: limits)
    #expect(shadow.map(\.seen) == [[0.9], [0.9], [0.9]])
    let few = try Self.steps(rows, .follow, of: .gpuUtilization, limits: .init(min: 1, max: 3))
    #expect(few.map(\.seen) == [[1], [1], [1]])
    let none = try Self.steps(rows, .follow, of: .gpuUtilization, limits: .init(min: 0, max: 0))
    #expect(none.map(\.seen) == [[nil], [nil], [nil]])
  }

  @Test func `decisions are kept within the limits`() throws {
    let steps = try Self.steps(
      [(4, 4, 90), (4, 4, 0)], .shadow, limits: .init(min: 2, max: 7))
    #expect(steps.map(\.decided) == [7, 2])
  }

  @Test func `a policy looks at its own interval, from the first reading to the last`() throws {
    let rows = [1.0, 2, 3].map { (wanted: 4, ready: 4, value: $0 as Double?) }
    let often = try Self.steps(rows, .shadow, every: .seconds(4))
    #expect(often.map { $0.time.nanoseconds / 1_000_000_000 } == [0, 4, 8, 12, 16, 20])
    #expect(often.map(\.decided) == [1, 1, 1, 2, 2, 3])
    let seldom = try Self.steps(rows, .shadow, every: .minutes(1))
    #expect(seldom.map(\.decided) == [1])
  }

  @Test func `lag and window apply to the readings`() throws {
    let rows = [2.0, 4, nil, 8].map { (wanted: 1, ready: 1, value: $0 as Double?) }
    let late = try Self.steps(rows, .shadow, feed: .init(lag: .seconds(10)))
    #expect(late.map(\.seen) == [[nil], [2], [4], [nil]])
    let mean = try Self.steps(rows, .shadow, feed: .init(window: .seconds(20)))
    #expect(mean.map(\.seen) == [[2], [3], [4], [8]])
  }

  @Test func `between readings further apart than a scrape the last is scraped again`() throws {
    let rows = [2.0, 6].map { (wanted: 1, ready: 1, value: $0 as Double?) }
    let feed = MetricFeed.Settings(scrape: .seconds(4), window: .seconds(10))
    // Scraped at 0, 4 and 8 s; the next reading, at 10 s, finds the first out of the window.
    let steps = try Self.steps(rows, .shadow, every: .seconds(5), feed: feed)
    #expect(steps.map(\.seen) == [[2], [2], [10.0 / 3]])
  }

  @Test func `a policy that watches what was not observed cannot be replayed`() {
    let observed = Self.observed(.queueLength, [(1, 1, 1)])
    let limits = Replay.Limits(min: 1, max: 2)
    #expect(
      Replay(observed, through: Self.scaler(.queueWait), limits: limits, mode: .shadow) == nil)
    let nothing = ObservedPool(metrics: [.queueWait], readings: [])
    #expect(
      Replay(nothing, through: Self.scaler(.queueWait), limits: limits, mode: .shadow) == nil)
  }

  @Test func `two replays of the same observations are the same`() throws {
    let rows = (0..<50).map { (wanted: 3, ready: 3, value: Double($0 % 7) as Double?) }
    let observed = Self.observed(.queueLength, rows)
    let replay = try #require(
      Replay(
        observed, through: Self.scaler(.queueLength), limits: .init(min: 1, max: 9), mode: .follow))
    #expect(Array(replay) == Array(replay))
  }
}
