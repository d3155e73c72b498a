import Capacity
import Experiments
import Kernel
import Testing

@Suite struct WarmUpSearchTests {
  static func scenario(stay: Distribution, warmUp: SimDuration) -> Scenario {
    let machine = InstanceType(
      name: "box", gpu: "T4", onDemand: HourlyPrice(dollarsPerHour: 1))
    let curve = ServiceCurve(gpu: "T4", shape: .affine(base: 0.001, perItem: 0.0001))
    let architecture = Architecture(
      name: "one",
      serving: Serving(
        model: Model(name: "m", curves: [curve]), batching: Batching(max: 8),
        routing: .sharedQueue),
      pools: [Pool(name: "main", instance: machine, min: 1, max: 1)])
    let population = Population(
      name: "streams",
      kind: .stream(StreamDemand(period: .seconds(1), duration: stay)),
      arrivals: .poisson(DemandCurve(base: .concurrent(50))), deadline: .seconds(1))
    return Scenario(
      name: "sample",
      clock: Clock(measure: .hours(8), warmUp: warmUp, interval: .minutes(5)),
      replications: 3, populations: [population], architectures: [architecture])
  }

  // Sessions of constant length fill the service linearly until that length, then it is steady:
  // the search must find that time to a row's width of 20·length/500·5, and noise of one in ten.
  @Test func `the time to fill is found`() throws {
    let scenario = Self.scenario(stay: .constant(1_200), warmUp: .zero)
    let found = try #require(try WarmUpSearch(scenario).suggestion())
    #expect(found >= .minutes(12) && found <= .minutes(40), "\(found.seconds) s")
  }

  @Test func `a warm-up that is too short is warned of`() async throws {
    let short = Self.scenario(stay: .constant(1_200), warmUp: .minutes(1))
    let comparison = try await Runner(short, jobs: 2).run()
    let slugs = Evaluation(comparison).warnings.map(\.slug)
    #expect(slugs.contains("warm-up-short"))
    let long = Self.scenario(stay: .constant(1_200), warmUp: .hours(1))
    let calm = try await Runner(long, jobs: 2).run()
    #expect(!Evaluation(calm).warnings.map(\.slug).contains("warm-up-short"))
  }

  @Test func `a warm-up that is to be found is played`() async throws {
    var scenario = Self.scenario(stay: .constant(1_200), warmUp: .zero)
    scenario.clock.findsWarmUp = true
    let comparison = try await Runner(scenario, jobs: 2).run()
    #expect(comparison.scenario.clock.warmUp == comparison.suggestedWarmUp)
    #expect(comparison.scenario.clock.warmUp >= .minutes(12))
  }
}
