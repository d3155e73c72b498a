import Capacity
import Foundation
import Kernel
import ScenarioFiles
import Simulation

extension BenchmarkCase {
  /// The loop that the others are compared with.
  static var reference: BenchmarkCase {
    BenchmarkCase("reference", unit: "customers") {
      var loop = ReferenceLoop(seed: 0x9E37_79B9_7F4A_7C15)
      let customers = 5_000_000
      let sojourn = loop.run(customers: customers)
      // 1/(1 - 0.9) mean services; the tolerance is ten standard errors.
      precondition((sojourn - 10).magnitude < 1.5, "a reference loop that is an M/M/1 queue")
      return customers
    }
  }

  /// The cases that need no file.
  static var builtIn: [BenchmarkCase] {
    let networked = streams(
      jitter: .normal(mean: 0, sd: 0.004, atLeast: -0.1),
      network: Network(roundTrip: .lognormal(mu: -4.8, sigma: 0.9, shift: 0.02)))
    return [
      BenchmarkCase("sticky", stickyScenario(hours: 4)),
      BenchmarkCase("sticky-network", scenario(networked, batched, instances: 8, .hours(4))),
      BenchmarkCase("functions", functionScenario(hours: 24)),
    ]
  }

  /// 64 streams with uniform jitter on 8 instances.
  static func stickyScenario(hours: Int64) -> Scenario {
    let jittered = streams(jitter: .uniform(low: 0, high: 0.004), network: Network())
    return scenario(jittered, batched, instances: 8, .hours(hours))
  }

  /// The shipped M/M/1 queue, read like any other scenario, for 150 hours.
  static func mm1() throws(Diagnostics) -> BenchmarkCase {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../scenarios/mm1.yaml").standardizedFileURL.path
    let scenario = try ScenarioReader().read(
      path: path, overrides: [Override("clock.measure=150h"), Override("clock.interval=1h")])
    return BenchmarkCase("mm1", scenario)
  }

  /// A thousand streams of 24 frames a second that come and go for a day: 2.07 billion frames.
  static var day: BenchmarkCase {
    let stream = StreamDemand(
      period: SimDuration(seconds: 1.0 / 24), duration: .exponential(mean: 600),
      jitter: .uniform(low: 0, high: 0.004))
    let population = Population(
      name: "streams", kind: .stream(stream),
      arrivals: .poisson(DemandCurve(base: .concurrent(1_000))), deadline: .milliseconds(200))
    return BenchmarkCase("day", scenario(population, batched, instances: 125, .hours(24)))
  }

  /// 64 streams of 24 frames a second, there from the beginning to the end.
  private static func streams(jitter: Distribution, network: Network) -> Population {
    let stream = StreamDemand(
      period: SimDuration(seconds: 1.0 / 24), duration: .constant(1e6), jitter: jitter)
    return Population(
      name: "streams", kind: .stream(stream),
      arrivals: .instants([SimTime](repeating: .zero, count: 64)), network: network,
      deadline: .milliseconds(200))
  }

  /// Each stream stays with an instance, which batches up to 8 frames for up to 5 ms.
  private static var batched: Serving {
    Serving(
      model: model(.affine(base: 0.005, perItem: 0.003)),
      batching: Batching(max: 8, maxDelay: .milliseconds(5)), queue: Queue(perStream: 2),
      routing: .stickyLeastStreams)
  }

  private static func model(_ shape: ServiceCurve.Shape) -> Model {
    Model(name: "model", curves: [ServiceCurve(gpu: "T4", shape: shape)])
  }

  private static func scenario(
    _ population: Population, _ serving: Serving, instances: Int, _ measure: SimDuration
  ) -> Scenario {
    let machine = InstanceType(
      name: "box", gpu: "T4", onDemand: HourlyPrice(dollarsPerHour: 1))
    let pool = Pool(name: "main", instance: machine, min: instances, max: instances)
    return Scenario(
      name: "benchmark", clock: Clock(measure: measure, interval: .hours(1)),
      populations: [population],
      architectures: [Architecture(name: "fixed", serving: serving, pools: [pool])])
  }
}
