import Capacity
import Kernel
import Simulation
import Testing

/// Streams without any randomness: every latency is known to the nanosecond.
@Suite struct DeterministicStreamTests {
  struct Case: Sendable {
    var streams: Int
    var phase: StreamDemand.Phase
    var gpus: Int
    var maxWait: SimDuration?
    var served: Int64
    var dropped: Int64
    var batches: Int64
    var meanMs: Double
    var percentiles: [Int64]
    var busySeconds: Double
  }

  // Exact values, computed by two independent programs before this one existed.
  static let cases = [
    Case(
      streams: 8, phase: .staggered(step: .nanoseconds(4_166_001)), gpus: 1, served: 2400,
      dropped: 0, batches: 349, meanMs: 42.299046,
      percentiles: [42_337_357, 55_168_749, 55_834_057, 55_838_092], busySeconds: 10.035),
    Case(
      streams: 8, phase: .aligned, gpus: 1, served: 2400, dropped: 0, batches: 300, meanMs: 31,
      percentiles: [31_000_000, 31_000_000, 31_000_000, 31_000_000], busySeconds: 9.3),
    Case(
      streams: 24, phase: .staggered(step: .nanoseconds(1_388_007)), gpus: 2,
      maxWait: .milliseconds(50), served: 5182, dropped: 2018, batches: 650, meanMs: 72.89282,
      percentiles: [73_119_941, 79_846_646, 80_781_312, 80_961_297], busySeconds: 20.114),
  ]

  @Test(arguments: cases)
  func `latencies are exact to the nanosecond`(expected: Case) throws {
    let outcome = try #require(try Self.run(expected))
    let population = outcome.result.populations[0]
    #expect(population.outcomes[.served] == expected.served)
    #expect(population.outcomes[.dropped] == expected.dropped)
    #expect(outcome.result.timeline.reduce(0) { $0 + $1.batches } == expected.batches)
    let sorted = outcome.latencies.sorted()
    let count = Double(sorted.count)
    let found = [0.5, 0.95, 0.99].map { sorted[Int($0 * count)] } + [sorted[sorted.count - 1]]
    #expect(found == expected.percentiles)
    let mean = Double(sorted.reduce(0, +)) / count / 1e6
    #expect((mean - expected.meanMs).magnitude < 1e-6)
    let busy = try #require(outcome.result.metrics[.utilization]) * 11 * Double(expected.gpus)
    #expect((busy - expected.busySeconds).magnitude < 1e-9)
  }

  static func run(_ expected: Case) throws -> (
    result: ReplicationResult, latencies: [Int64]
  )? {
    let population = Population(
      name: "streams",
      kind: .stream(
        StreamDemand(
          period: .nanoseconds(33_333_333), duration: .constant(9.999), phase: expected.phase)),
      arrivals: .instants(Array(repeating: .zero, count: expected.streams)),
      deadline: .seconds(1))
    let architecture = Sample.architecture(
      .affine(base: 0.015, perItem: 0.002), batching: Batching(max: 8),
      queue: Queue(maxWait: expected.maxWait), count: expected.gpus)
    let scenario = Sample.scenario(population, architecture, measure: .seconds(11))
    return try Simulator(scenario, architecture: architecture).runExactly(replication: 0)
  }
}
