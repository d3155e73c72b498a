import Capacity
import Kernel
import Simulation
import Statistics
import Testing

/// Model servers against closed forms and against the plain batching where the two must agree.
/// Each tolerance is about five standard errors of the run, from those of `QueueTheoryTests`.
@Suite struct BatchTheoryTests {
  static func run(
    rate: Double, _ shape: ServiceCurve.Shape, _ server: ModelServer?,
    batching: Batching = Batching(max: 1), servers: Int = 1, lanes: Int = 1, minutes: Int64
  ) throws -> ReplicationResult {
    var architecture = Sample.architecture(
      shape, batching: batching, routing: .roundRobin, count: servers)
    architecture.serving.modelServer = server
    architecture.serving.lanesPerGPU = lanes
    let scenario = Sample.scenario(
      Sample.requests(perSecond: rate), architecture, measure: .minutes(minutes),
      warmUp: .minutes(1))
    return try #require(
      try Simulator(scenario, architecture: architecture).run(replication: 0))
  }

  static let single: [ModelServer] = [
    .triton(TritonBatching(max: 1)),
    .torchServe(TorchServeBatching(batch: 1, queue: 100_000)),
    .rayServe(RayServeBatching(max: 1, maxOngoing: 100_000)),
    .rayServe(RayServeBatching(max: 1, maxOngoing: 1)),
  ]

  @Test(arguments: single)
  func `batches of one make an M/D/1 queue`(server: ModelServer) throws {
    let result = try Self.run(rate: 8, Sample.constant(0.1), server, minutes: 300)
    let wait = try #require(result.metrics[.meanWait])
    #expect(abs(wait / 200 - 1) < 0.05)
    #expect(result.metrics[.meanBatch] == 1)
  }

  struct Twin: Sendable {
    var triton: TritonBatching
    var plain: Batching
    var lanes = 1
  }

  /// With no delay and one preferred size, batches formed ahead are those that a free lane would
  /// take, and the preferred size is the largest that forms.
  @Test(arguments: [
    Twin(triton: TritonBatching(max: 8), plain: Batching(max: 8)),
    Twin(triton: TritonBatching(max: 8, preferred: [8]), plain: Batching(max: 8)),
    Twin(triton: TritonBatching(max: 500), plain: Batching(max: 500)),
    Twin(triton: TritonBatching(max: 8, preferred: [4]), plain: Batching(max: 4)),
    Twin(triton: TritonBatching(max: 8), plain: Batching(max: 8), lanes: 2),
  ])
  func `without a delay Triton with one preferred size is the plain batching`(twin: Twin) throws {
    let shape = ServiceCurve.Shape.affine(base: 0.015, perItem: 0.002)
    let real = try Self.run(
      rate: 150, shape, .triton(twin.triton), servers: 2, lanes: twin.lanes, minutes: 5)
    let plain = try Self.run(
      rate: 150, shape, nil, batching: twin.plain, servers: 2, lanes: twin.lanes, minutes: 5)
    #expect(real.metrics == plain.metrics)
    #expect(real.timeline == plain.timeline)
  }

  /// Exact by the embedded chain: 15 ms + 2 ms per item, any size, 150 requests a second.
  @Test(arguments: [
    (30.0, 21.48643, 1.11337), (150.0, 34.49011, 3.27829),
  ])
  func `Triton without a delay agrees with the embedded chain`(
    rate: Double, mean: Double, batch: Double
  ) throws {
    let result = try Self.run(
      rate: rate, .affine(base: 0.015, perItem: 0.002), .triton(TritonBatching(max: 500)),
      minutes: 60)
    let latency = try #require(result.metrics[.meanLatency])
    #expect(abs(latency / mean - 1) < 0.009)
    let size = try #require(result.metrics[.meanBatch])
    #expect(abs(size / batch - 1) < 0.009)
  }

  /// A batch formed ahead is closed at the first preferred size that it has.
  @Test(arguments: [([8], 34.5), ([4, 8], 42.3), ([4], 46.1), ([2, 8], 91.4)])
  func `a small preferred size costs latency when batches are formed ahead`(
    preferred: [Int], mean: Double
  ) throws {
    let result = try Self.run(
      rate: 150, .affine(base: 0.015, perItem: 0.002),
      .triton(TritonBatching(max: 8, preferred: preferred)), minutes: 30)
    let latency = try #require(result.metrics[.meanLatency])
    #expect(abs(latency / mean - 1) < 0.05)
  }

  /// A full batch waits for nobody; a batch that is not full waits for company, or for nothing.
  @Test func `Ray Serve closes batches however busy the model is`() throws {
    let shape = Sample.constant(0.1)
    let server = ModelServer.rayServe(
      RayServeBatching(max: 4, wait: .zero, maxOngoing: 100_000))
    let result = try Self.run(rate: 5, shape, server, minutes: 30)
    #expect(result.metrics[.meanBatch] == 1)
  }

  /// M/G/1 with two non-preemptive priorities (Cobham 1954): W0 = λE[S²]/2 = 40 ms, the first waits
  /// W0/(1 - ρ1), the second W0/((1 - ρ1)(1 - ρ)).
  @Test func `Triton's priority levels make a queue with priorities`() throws {
    let names = ["second", "first"]
    let populations = names.map {
      Sample.requests(DemandCurve(base: .rate(perSecond: 4)), name: $0)
    }
    var serving = Sample.serving(Sample.constant(0.1), routing: .roundRobin)
    serving.modelServer = .triton(
      TritonBatching(
        max: 1, priorityLevels: 2, defaultLevel: 2, populationLevels: ["first": 1]))
    let clock = Clock(measure: .hours(5), warmUp: .minutes(1), interval: .hours(1))
    let result = try Sample.run(populations, serving, [Sample.pool()], clock: clock)
    let waits = result.populations.map { $0.latency[.queue].mean?.seconds ?? 0 }
    #expect(abs(waits[0] / (0.04 / (0.6 * 0.2)) - 1) < 0.06)
    #expect(abs(waits[1] / (0.04 / 0.6) - 1) < 0.03)
  }
}
