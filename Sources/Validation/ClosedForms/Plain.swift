import Capacity
import Kernel

/// Scenarios of one population and one fixed pool, built in code.
enum Plain {
  static let seed: UInt64 = 20_261_120

  static let machine = InstanceType(
    name: "box", gpu: "T4", onDemand: HourlyPrice(dollarsPerHour: 1))

  /// A model that takes a millisecond on the machine, for fleets that nobody uses.
  static let serving = Serving(
    model: Model(
      name: "model", curves: [ServiceCurve(gpu: "T4", shape: .affine(base: 0.001, perItem: 0))]))

  static func architecture(
    _ curve: ServiceCurve.Shape, batching: Batching = Batching(max: 1), queue: Queue = Queue(),
    servers: Int = 1
  ) -> Architecture {
    let model = Model(name: "model", curves: [ServiceCurve(gpu: "T4", shape: curve)])
    return Architecture(
      name: "fixed", serving: Serving(model: model, batching: batching, queue: queue),
      pools: [Pool(name: "main", instance: machine, min: servers, max: servers)])
  }

  static func requests(_ rate: Double, factors: [DemandFactor] = []) -> Population {
    Population(
      name: "requests", kind: .request,
      arrivals: .poisson(DemandCurve(base: .rate(perSecond: rate), factors: factors)),
      deadline: .hours(24))
  }

  static func scenario(
    _ population: Population, _ architecture: Architecture, span: SimDuration,
    interval: SimDuration? = nil
  ) -> Scenario {
    Scenario(
      name: "exact",
      clock: Clock(measure: span, warmUp: warmUp(of: span), interval: interval ?? span),
      seed: seed, populations: [population], architectures: [architecture])
  }

  /// A twentieth of the span: hundreds of times what any of the queues takes to settle.
  static func warmUp(of span: SimDuration) -> SimDuration {
    SimDuration(nanoseconds: span.nanoseconds / 20)
  }

  /// A queue with Poisson arrivals.
  static func queue(
    _ rate: Double, _ curve: ServiceCurve.Shape, servers: Int = 1, queue: Queue = Queue(),
    batching: Batching = Batching(max: 1), span: SimDuration
  ) -> Scenario {
    scenario(
      requests(rate),
      architecture(curve, batching: batching, queue: queue, servers: servers), span: span)
  }
}
