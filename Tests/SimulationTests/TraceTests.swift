import Capacity
import Kernel
import Simulation
import Testing

@Suite struct TraceTests {
  static let counts = [5, 0, 7, 100, 1, 0, 31, 2]

  static func requests(_ trace: CountTrace) -> Population {
    Population(name: "trace", kind: .request, arrivals: .counts(trace), deadline: .hours(1))
  }

  @Test(arguments: [0, 1, 7])
  func `a trace is reproduced exactly, whatever the warm-up`(warmUpMinutes: Int64) throws {
    let clock = Clock(
      measure: .minutes(80), warmUp: .minutes(warmUpMinutes), interval: .minutes(10))
    let trace = CountTrace(interval: .minutes(10), counts: Self.counts)
    for replication in 0..<5 {
      let counts = try DemandTests.offered(
        Self.requests(trace), clock: clock, replication: replication)
      #expect(counts == Self.counts.map(Int64.init))
    }
  }

  @Test func `a trace that is longer or shorter than the span is cut or followed by nothing`()
    throws
  {
    let trace = Self.requests(CountTrace(interval: .minutes(10), counts: Self.counts))
    let short = try DemandTests.offered(
      trace, clock: Clock(measure: .minutes(30), interval: .minutes(10)))
    #expect(short == [5, 0, 7])
    let long = try DemandTests.offered(
      trace, clock: Clock(measure: .minutes(100), interval: .minutes(10)))
    #expect(long == Self.counts.map(Int64.init) + [0, 0])
  }

  // A scaled count is one of two neighbours; its mean over 400 replications has a standard error
  // of at most 0.5/√400 = 0.025. Five of them, in eight bins: wrong for one of 200,000 seeds.
  @Test func `a scaled trace is right on average and never off by one`() throws {
    let trace = CountTrace(interval: .minutes(10), counts: Self.counts, scale: 0.3)
    let clock = Clock(measure: .minutes(80), interval: .minutes(10))
    var sums = Self.counts.map { _ in 0.0 }
    for replication in 0..<400 {
      let counts = try DemandTests.offered(
        Self.requests(trace), clock: clock, replication: replication)
      for bin in sums.indices {
        let exact = 0.3 * Double(Self.counts[bin])
        #expect((Double(counts[bin]) - exact).magnitude < 1)
        sums[bin] += Double(counts[bin])
      }
    }
    for bin in sums.indices {
      #expect((sums[bin] / 400 - 0.3 * Double(Self.counts[bin])).magnitude < 0.125)
    }
  }

  // Within an interval starts are uniform: 40,000 in four quarters, five standard deviations.
  @Test func `starts are uniform within their interval`() throws {
    let trace = CountTrace(interval: .minutes(40), counts: [40_000])
    let quarters = try DemandTests.offered(
      Self.requests(trace), clock: Clock(measure: .minutes(40), interval: .minutes(10)))
    for count in quarters { #expect((Double(count) - 10_000).magnitude < 5 * 86.6) }
  }

  @Test func `the warm-up plays the beginning of the trace once before`() throws {
    func users(warmUp: SimDuration) throws -> [Double] {
      let population = Population(
        name: "users", kind: .stream(StreamDemand(period: .hours(1), duration: .constant(1_800))),
        arrivals: .counts(CountTrace(interval: .minutes(10), counts: [100, 0, 0, 0])),
        deadline: .hours(1))
      return try Sample.run(
        [population], DemandTests.fast, [Sample.pool()],
        clock: Clock(measure: .minutes(40), warmUp: warmUp, interval: .minutes(10))
      ).timeline.map(\.users)
    }
    let cold = try users(warmUp: .zero)
    #expect(cold[1] == 100 && cold[2] == 100)
    let warm = try users(warmUp: .minutes(10))
    #expect(warm[1] == 200)
    #expect(warm[0] > 100 && warm[0] < 200)
    // The last hundred from the warm-up leave in the third interval.
    #expect(warm[2] > 100 && warm[2] < 200)
  }

  @Test func `a long first interval before a short warm-up is skipped`() throws {
    let trace = CountTrace(interval: .hours(1), counts: [1_000_000])
    let counts = try DemandTests.offered(
      Self.requests(trace),
      clock: Clock(measure: .seconds(1), warmUp: .seconds(1), interval: .seconds(1)))
    // Binomial with mean 277.8: five standard deviations.
    #expect((Double(counts[0]) - 277.8).magnitude < 5 * 16.7)
  }
}
