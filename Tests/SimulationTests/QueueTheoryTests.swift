import Capacity
import Kernel
import Simulation
import Statistics
import Testing

/// The engine against closed forms. Each tolerance is at least five standard errors of the run,
/// estimated over 20 seeds, so a right engine fails a case in fewer than one of a million seeds.
@Suite struct QueueTheoryTests {
  static func run(
    rate: Double, _ shape: ServiceCurve.Shape, servers: Int = 1, queue: Queue = Queue(),
    batching: Batching = Batching(max: 1), hours: Int64
  ) throws -> ReplicationResult {
    let architecture = Sample.architecture(
      shape, batching: batching, queue: queue, count: servers)
    let scenario = Sample.scenario(
      Sample.requests(perSecond: rate), architecture, measure: .hours(hours),
      warmUp: .minutes(10))
    return try #require(
      try Simulator(scenario, architecture: architecture).run(replication: 0))
  }

  private static func expect(
    _ value: Double?, near truth: Double, within share: Double,
    _ location: SourceLocation = #_sourceLocation
  ) throws {
    let value = try #require(value, sourceLocation: location)
    #expect(
      (value / truth - 1).magnitude < share, "\(value) for \(truth)", sourceLocation: location)
  }

  @Test func `M/M/1 waits and quantiles`() throws {
    let result = try Self.run(rate: 8, .random(.exponential(mean: 0.1)), hours: 200)
    try Self.expect(result.metrics[.meanLatency], near: 500, within: 0.02)
    try Self.expect(result.metrics[.p50Latency], near: 346.574, within: 0.02)
    try Self.expect(result.metrics[.p95Latency], near: 1497.866, within: 0.03)
    try Self.expect(result.metrics[.p99Latency], near: 2302.585, within: 0.04)
    try Self.expect(result.metrics[.utilization], near: 0.8, within: 0.005)
  }

  @Test func `M/D/1 waits and quantiles`() throws {
    let result = try Self.run(rate: 8, .affine(base: 0, perItem: 0.1), hours: 200)
    try Self.expect(result.metrics[.meanWait], near: 200, within: 0.015)
    let wait = result.populations[0].latency.queue
    for (p, ms) in [(0.5, 127.594), (0.9, 501.151), (0.95, 662.032), (0.99, 1035.589)] {
      try Self.expect(wait.quantile(p)?.milliseconds, near: ms, within: 0.03)
    }
  }

  @Test func `M/M/c waits`() throws {
    let ten = try Self.run(rate: 8, .random(.exponential(mean: 1)), servers: 10, hours: 300)
    try Self.expect(ten.metrics[.meanWait], near: 204.590, within: 0.03)
    let four = try Self.run(rate: 3.2, .random(.exponential(mean: 1)), servers: 4, hours: 600)
    try Self.expect(four.metrics[.meanWait], near: 745.541, within: 0.03)
  }

  @Test func `M/D/c waits`() throws {
    let two = try Self.run(rate: 1.8, .affine(base: 0, perItem: 1), servers: 2, hours: 800)
    try Self.expect(two.metrics[.meanWait], near: 2146.923, within: 0.03)
  }

  @Test(arguments: [(1.5, 650.0), (0.5, 250.0)])
  func `M/G/1 waits by Pollaczek and Khinchine`(cv: Double, wait: Double) throws {
    let shape = 1 / (cv * cv)
    let service = Distribution.gamma(shape: shape, scale: 0.1 / shape)
    let result = try Self.run(rate: 8, .random(service), hours: 300)
    try Self.expect(result.metrics[.meanWait], near: wait, within: 0.04)
  }

  @Test(arguments: [(5, 5.0, 0.28486782), (10, 8.0, 0.12166106)])
  func `Erlang's loss formula`(servers: Int, load: Double, loss: Double) throws {
    let result = try Self.run(
      rate: load, .random(.exponential(mean: 1)), servers: servers,
      queue: Queue(perQueue: 0, whenFull: .reject), hours: 100)
    try Self.expect(result.metrics[.rejected], near: loss, within: 0.015)
  }

  @Test func `M/M/1/10 loses what the formula says`() throws {
    let result = try Self.run(
      rate: 9, .random(.exponential(mean: 0.1)), queue: Queue(perQueue: 9, whenFull: .reject),
      hours: 100)
    try Self.expect(result.metrics[.rejected], near: 0.05081373, within: 0.03)
    try Self.expect(result.metrics[.meanLatency], near: 464.660, within: 0.015)
  }

  @Test(arguments: [(9.0, 0.218764), (12.0, 0.311818)])
  func `frames that waited too long are dropped at dispatch`(rate: Double, loss: Double) throws {
    let result = try Self.run(
      rate: rate, .random(.exponential(mean: 0.1)), queue: Queue(maxWait: .milliseconds(200)),
      hours: 50)
    try Self.expect(result.metrics[.dropped], near: loss, within: 0.015)
  }

  struct BatchCase: Sendable {
    var base: Double
    var perItem: Double
    var rate: Double
    var meanMs: Double
    var meanBatch: Double
    var utilization: Double
  }

  @Test(arguments: [
    BatchCase(
      base: 0.015, perItem: 0.002, rate: 30, meanMs: 21.48643, meanBatch: 1.11337,
      utilization: 0.464177),
    BatchCase(
      base: 0.015, perItem: 0.002, rate: 150, meanMs: 34.49011, meanBatch: 3.27829,
      utilization: 0.986333),
    BatchCase(
      base: 0.005072, perItem: 0.001053, rate: 300, meanMs: 12.25987, meanBatch: 2.38811,
      utilization: 0.953057),
    BatchCase(
      base: 0.0018874, perItem: 0.0001438, rate: 1000, meanMs: 3.40534, meanBatch: 2.33317,
      utilization: 0.952741),
  ])
  func `batch service agrees with the embedded chain`(expected: BatchCase) throws {
    let result = try Self.run(
      rate: expected.rate, .affine(base: expected.base, perItem: expected.perItem),
      batching: Batching(max: 500), hours: 3)
    try Self.expect(result.metrics[.meanLatency], near: expected.meanMs, within: 0.005)
    try Self.expect(result.metrics[.meanBatch], near: expected.meanBatch, within: 0.005)
    try Self.expect(result.metrics[.utilization], near: expected.utilization, within: 0.005)
  }
}
