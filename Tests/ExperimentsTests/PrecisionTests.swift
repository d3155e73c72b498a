import Capacity
import Experiments
import Kernel
import Statistics
import Testing

@Suite struct PrecisionTests {
  static func scenario(replications: Int) -> Scenario {
    let machine = InstanceType(
      name: "box", gpu: "T4", onDemand: HourlyPrice(dollarsPerHour: 1))
    let curve = ServiceCurve(gpu: "T4", shape: .random(.exponential(mean: 0.1)))
    let architecture = Architecture(
      name: "one", serving: Serving(model: Model(name: "m", curves: [curve])),
      pools: [Pool(name: "main", instance: machine, min: 1, max: 1)])
    let population = Population(
      name: "requests", kind: .request,
      arrivals: .poisson(DemandCurve(base: .rate(perSecond: 5))), deadline: .seconds(10))
    return Scenario(
      name: "sample",
      clock: Clock(measure: .minutes(10), warmUp: .minutes(1), interval: .minutes(1)),
      replications: replications, populations: [population], architectures: [architecture])
  }

  @Test func `replications go on until the intervals are narrow enough`() async throws {
    let precision = Precision(share: 0.05, metrics: [.meanLatency])
    let comparison = try await Runner(Self.scenario(replications: 5), jobs: 2)
      .run(precision: precision)
    let outcome = try #require(comparison.precision)
    #expect(outcome.isReached && outcome.widest <= 0.05)
    #expect(comparison.replications > 5)
    #expect(comparison.replications == comparison.scenario.replications)
    #expect(!comparison.isPartial)
    let summary = try #require(
      MetricSummary(
        metric: .meanLatency, values: comparison.results[0].values(of: .meanLatency)))
    let halfWidth = try #require(summary.interval.halfWidth)
    #expect(halfWidth <= 0.05 * summary.mean)
  }

  @Test func `the cap stops it and says so`() async throws {
    let precision = Precision(share: 0.001, metrics: [.p95Latency], cap: 8)
    let comparison = try await Runner(Self.scenario(replications: 5), jobs: 2)
      .run(precision: precision)
    let outcome = try #require(comparison.precision)
    #expect(!outcome.isReached)
    #expect(comparison.replications == 8)
    #expect(Evaluation(comparison).warnings.contains(.imprecise(outcome)))
  }

  @Test func `rounds add replications without changing the earlier ones`() async throws {
    let whole = try await Runner(Self.scenario(replications: 8), jobs: 1).run()
    let rounds = try await Runner(Self.scenario(replications: 5), jobs: 2)
      .run(precision: Precision(share: 0.001, metrics: [.p95Latency], cap: 8))
    #expect(
      whole.results[0].values(of: .meanLatency) == rounds.results[0].values(of: .meanLatency))
  }
}
