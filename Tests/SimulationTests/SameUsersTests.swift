import Capacity
import Kernel
import Simulation
import Statistics
import Testing

/// Randomness belongs to identities: what is added elsewhere changes nobody's luck.
@Suite struct SameUsersTests {
  static let clock = Clock(measure: .minutes(30), warmUp: .minutes(5), interval: .seconds(1))

  static func users(_ name: String) -> Population {
    Population(
      name: name,
      kind: .stream(StreamDemand(period: .milliseconds(500), duration: .exponential(mean: 60))),
      arrivals: .poisson(
        DemandCurve(
          base: .concurrent(8),
          factors: [.bursts(height: 3, on: .seconds(60), off: .seconds(200))])),
      network: Network(roundTrip: .lognormal(mu: -4, sigma: 0.9, shift: 0.02)),
      deadline: .milliseconds(100))
  }

  static func run(
    _ populations: [Population] = [users("users")],
    routing: Routing = .sharedQueue, _ pools: [Pool] = [Sample.pool(min: 2)]
  ) throws -> ReplicationResult {
    try Sample.run(
      populations, Sample.serving(Sample.constant(0.05), others: ["L4": 0.02], routing: routing),
      pools, clock: clock)
  }

  @Test func `routing and pools do not change who comes and for how long`() throws {
    let expected = try Self.run()
    let rows = expected.timeline.map(\.users)
    #expect(rows.contains { $0 != rows[0] })
    for routing in Routing.allCases {
      let result = try Self.run(routing: routing)
      #expect(result.timeline.map(\.users) == rows)
      #expect(result.timeline.map(\.offered) == expected.timeline.map(\.offered))
    }
    let spot = Sample.pool("spot", gpu: "L4", spot: Sample.spot(upTime: .exponential(mean: 90)))
    let more = try Self.run([Self.users("users")], [Sample.pool(min: 2), spot])
    #expect(more.timeline.map(\.users) == rows)
    #expect(more.populations[0].offered == expected.populations[0].offered)
  }

  @Test func `another population leaves the first one's sessions alone`() throws {
    let quiet = Sample.requests(DemandCurve(base: .rate(perSecond: 3)), name: "quiet")
    let alone = try Self.run()
    for both in [[Self.users("users"), quiet], [quiet, Self.users("users")]] {
      let result = try Self.run(both)
      // Requests are no users, so the rows are those of the streams alone.
      #expect(result.timeline.map(\.users) == alone.timeline.map(\.users))
      let mine = try #require(result.populations.first { $0.name == "users" })
      #expect(mine.offered == alone.populations[0].offered)
      #expect(mine.latency.network == alone.populations[0].latency.network)
    }
  }

  @Test func `two populations of equal figures and different names have different luck`() throws {
    let first = try Self.run([Self.users("users")])
    let second = try Self.run([Self.users("others")])
    #expect(first.timeline.map(\.users) != second.timeline.map(\.users))
  }

  @Test func `another pool leaves a pool's interruptions alone`() throws {
    func lives(_ pools: [Pool]) throws -> [SimTime] {
      try Self.run([Self.users("users")], pools).instances.filter { $0.pool == "spot" }
        .map(\.launched)
    }
    let spot = Sample.pool("spot", gpu: "L4", spot: Sample.spot(upTime: .exponential(mean: 90)))
    let alone = try lives([spot])
    #expect(alone.count > 5)
    #expect(try lives([Sample.pool(min: 2), spot]) == alone)
  }
}
