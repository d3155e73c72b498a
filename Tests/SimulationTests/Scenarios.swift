import Capacity
import Kernel

/// Small scenarios built in code, for tests that check the engine against exact values.
enum Sample {
  static let machine = InstanceType(
    name: "box", gpu: "T4", onDemand: HourlyPrice(dollarsPerHour: 1))

  static func model(_ shape: ServiceCurve.Shape) -> Model {
    Model(name: "model", curves: [ServiceCurve(gpu: "T4", shape: shape)])
  }

  static func architecture(
    _ shape: ServiceCurve.Shape, batching: Batching = Batching(max: 1), queue: Queue = Queue(),
    routing: Routing = .sharedQueue, count: Int = 1, machine: InstanceType = machine
  ) -> Architecture {
    Architecture(
      name: "fixed",
      serving: Serving(model: model(shape), batching: batching, queue: queue, routing: routing),
      pools: [Pool(name: "main", instance: machine, min: count, max: count)])
  }

  static func requests(
    perSecond rate: Double, deadline: SimDuration = .hours(1)
  ) -> Population {
    Population(
      name: "requests", kind: .request,
      arrivals: .poisson(DemandCurve(base: .rate(perSecond: rate))), deadline: deadline)
  }

  static func scenario(
    _ population: Population, _ architecture: Architecture, measure: SimDuration,
    warmUp: SimDuration = .zero, seed: UInt64 = 1
  ) -> Scenario {
    Scenario(
      name: "sample",
      clock: Clock(
        measure: measure, warmUp: warmUp,
        interval: SimDuration(nanoseconds: max(measure.nanoseconds / 48, 1))),
      seed: seed, populations: [population], architectures: [architecture])
  }
}
