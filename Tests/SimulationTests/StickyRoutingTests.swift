import Capacity
import Kernel
import Simulation
import Statistics
import Testing

/// Three instances that take 1, 2 and 3 ms for a frame, so that latencies tell where it went.
@Suite struct StickyRoutingTests {
  static let pools = [
    Sample.pool("a"), Sample.pool("b", gpu: "L4"), Sample.pool("c", gpu: "A100"),
  ]

  static func serving(_ routing: Routing) -> Serving {
    Sample.serving(others: ["L4": 0.002, "A100": 0.003], routing: routing)
  }

  /// Which instances served a population, by their milliseconds.
  static func places(_ population: PopulationResult) -> [Int] {
    [1, 2, 3].filter { milliseconds in
      let bucket = Histogram.bucket(of: .milliseconds(Int64(milliseconds)))
      return population.latency.service.counts[bucket] > 0
    }
  }

  static func stream(_ name: String, at second: Double, lasting: Double) -> Population {
    Sample.streams(at: [second], lasting: lasting, period: .seconds(1), name: name)
  }

  @Test func `a stream goes where the fewest are and stays there`() throws {
    let streams = [
      Self.stream("first", at: 0, lasting: 90), Self.stream("second", at: 1, lasting: 2.5),
      Self.stream("third", at: 2, lasting: 90), Self.stream("fourth", at: 4, lasting: 90),
      Self.stream("fifth", at: 5, lasting: 90),
    ]
    let result = try Sample.run(
      streams, Self.serving(.stickyLeastStreams), Self.pools,
      clock: Clock(measure: .seconds(60), interval: .seconds(60)))
    // The second has left when the fourth comes, which takes its place.
    #expect(result.populations.map(Self.places) == [[1], [2], [3], [2], [1]])
  }

  @Test func `sticky round robin goes on in turn`() throws {
    let streams = [
      Self.stream("first", at: 0, lasting: 90), Self.stream("second", at: 1, lasting: 2.5),
      Self.stream("third", at: 2, lasting: 90), Self.stream("fourth", at: 4, lasting: 90),
      Self.stream("fifth", at: 5, lasting: 90),
    ]
    let result = try Sample.run(
      streams, Self.serving(.stickyRoundRobin), Self.pools,
      clock: Clock(measure: .seconds(60), interval: .seconds(60)))
    #expect(result.populations.map(Self.places) == [[1], [2], [3], [1], [2]])
  }

  @Test func `hashing moves only the streams of the instance that leaves`() throws {
    let streams = (0..<60).map { Self.stream("stream-\($0)", at: 0, lasting: 2_000) }
    var pools = Self.pools
    // The third is taken at 500 s and its successor never gets ready.
    pools[2] = Sample.pool(
      "c", gpu: "A100", spot: Sample.spot(upTime: .constant(500)),
      start: ColdStart(boot: .constant(1e6)))
    let result = try Sample.run(
      streams, Self.serving(.stickyHash), pools,
      clock: Clock(measure: .seconds(1_000), interval: .seconds(1_000)))
    let places = result.populations.map(Self.places)
    var counts: [[Int]: Int] = [:]
    for place in places { counts[place, default: 0] += 1 }
    #expect(counts[[1, 2]] == nil)
    #expect(counts[[3]] == nil)
    // A third each: 20 ± 3.65 of 60; five standard deviations.
    for place in [[1], [2]] { #expect((2...38).contains(counts[place] ?? 0)) }
    #expect((counts[[1, 3]] ?? 0) > 0 && (counts[[2, 3]] ?? 0) > 0)
  }

  @Test func `an instance takes streams by its lanes and their speed`() throws {
    let big = Pool(
      name: "b", instance: Sample.machine("L4", gpus: 3), min: 1, max: 1, minimumBilled: .zero)
    let streams = (0..<8).map {
      Self.stream("stream-\($0)", at: Double($0) / 10, lasting: 90)
    }
    let result = try Sample.run(
      streams, Self.serving(.stickyLeastStreams), [Self.pools[0], big],
      clock: Clock(measure: .seconds(60), interval: .seconds(60)))
    let places = result.populations.map(Self.places)
    // Three lanes of half the speed against one: 4.8 and 3.2 of 8.
    #expect(places.filter { $0 == [1] }.count == 3)
    #expect(places.filter { $0 == [2] }.count == 5)
  }

  @Test func `streams without an instance are rejected until one is ready`() throws {
    let pool = Sample.pool(
      spot: Sample.spot(upTime: .constant(10)), start: ColdStart(boot: .constant(4)))
    let result = try Sample.run(
      [Sample.streams(at: [0.5], lasting: 100, period: .seconds(1))],
      Sample.serving(routing: .stickyLeastStreams), [pool],
      clock: Clock(measure: .seconds(20), interval: .seconds(10)))
    // Taken at 10 s; the next is ready at 14 s and taken at 20 s. Frames at 1 s, 2 s, … 19 s; the
    // one at 14 s comes when the instance is there.
    #expect(result.populations[0].offered == 19)
    #expect(result.populations[0].outcomes[.rejected] == 4)
    #expect(result.populations[0].outcomes[.served] == 15)
  }
}
