import Autoscaling
import Capacity
import Kernel
import Simulation
import Testing

extension Sample {
  /// A price at which a second costs a million nanodollars.
  static let millionASecond = HourlyPrice(dollarsPerHour: 3.6)

  static func machine(_ gpu: String = "T4", gpus: Int = 1) -> InstanceType {
    InstanceType(name: "box-\(gpu)", gpu: gpu, gpus: gpus, onDemand: millionASecond)
  }

  /// Takes `seconds` for a batch of any size.
  static func constant(_ seconds: Double) -> ServiceCurve.Shape {
    .affine(base: seconds, perItem: 0)
  }

  static func pool(
    _ name: String = "main", gpu: String = "T4", min: Int = 1, max: Int? = nil,
    initial: Int? = nil, spot: SpotMarket? = nil, start: ColdStart = ColdStart(),
    drain: SimDuration = .minutes(5)
  ) -> Pool {
    Pool(
      name: name, instance: machine(gpu), purchase: spot.map { .spot($0) } ?? .onDemand, min: min,
      max: max ?? Swift.max(min, 1), initial: initial, start: start, drainTimeout: drain,
      minimumBilled: .zero)
  }

  static func spot(upTime: Distribution, notice: SimDuration = .zero) -> SpotMarket {
    SpotMarket(price: millionASecond, upTime: upTime, notice: notice)
  }

  /// A model with a curve on each of some GPUs; by default any batch takes a millisecond.
  static func serving(
    _ shape: ServiceCurve.Shape = constant(0.001), others: [String: Double] = [:],
    batching: Batching = Batching(max: 1), queue: Queue = Queue(),
    routing: Routing = .sharedQueue, lanes: Int = 1, sharing: [Double] = []
  ) -> Serving {
    var curves = [ServiceCurve(gpu: "T4", shape: shape, sharing: sharing)]
    for (gpu, seconds) in others.sorted(by: { $0.key < $1.key }) {
      curves.append(ServiceCurve(gpu: gpu, shape: constant(seconds)))
    }
    return Serving(
      model: Model(name: "model", curves: curves), batching: batching, queue: queue,
      routing: routing, lanesPerGPU: lanes)
  }

  /// Requests at given seconds.
  static func requests(
    at seconds: [Double], name: String = "requests", deadline: SimDuration = .hours(10)
  ) -> Population {
    Population(
      name: name, kind: .request,
      arrivals: .instants(seconds.map { .zero + SimDuration(seconds: $0) }), deadline: deadline)
  }

  static func requests(_ curve: DemandCurve, name: String = "requests") -> Population {
    Population(name: name, kind: .request, arrivals: .poisson(curve), deadline: .hours(10))
  }

  /// Streams at given seconds, frames on whole multiples of the period.
  static func streams(
    at seconds: [Double], lasting: Double, period: SimDuration = .milliseconds(100),
    name: String = "streams", network: Network = Network()
  ) -> Population {
    Population(
      name: name,
      kind: .stream(
        StreamDemand(period: period, duration: .constant(lasting), phase: .aligned)),
      arrivals: .instants(seconds.map { .zero + SimDuration(seconds: $0) }), network: network,
      deadline: .hours(10))
  }

  static func run(
    _ populations: [Population], _ serving: Serving, _ pools: [Pool],
    autoscalers: [PoolAutoscaler] = [], clock: Clock, seed: UInt64 = 1, replication: Int = 0
  ) throws -> ReplicationResult {
    let architecture = Architecture(
      name: "tested", serving: serving, pools: pools, autoscalers: autoscalers)
    let scenario = Scenario(
      name: "sample", clock: clock, seed: seed, populations: populations,
      architectures: [architecture])
    return try #require(
      try Simulator(scenario, architecture: architecture).run(replication: replication))
  }

  /// The latencies of a run without randomness, in seconds, ascending.
  static func latencies(
    _ populations: [Population], _ serving: Serving, _ pools: [Pool], measure: SimDuration
  ) throws -> (result: ReplicationResult, seconds: [Double]) {
    let architecture = Architecture(name: "tested", serving: serving, pools: pools)
    let scenario = Scenario(
      name: "sample", clock: Clock(measure: measure, interval: measure),
      populations: populations, architectures: [architecture])
    let exact = try #require(
      try Simulator(scenario, architecture: architecture).runExactly(replication: 0))
    return (exact.result, exact.latencies.sorted().map { Double($0) / 1e9 })
  }
}

extension PoolAutoscaler {
  /// A Kubernetes autoscaler of one metric, a mean over ready replicas.
  static func horizontal(
    _ pool: Pool, _ metric: PoolMetric, target: Double, sync: SimDuration = .seconds(15),
    down: SimDuration = .minutes(5)
  ) -> PoolAutoscaler {
    var behavior = ScalingBehavior()
    behavior.down.stabilizationWindow = down
    let policy = HorizontalPodAutoscaler(
      .init(
        min: pool.min, max: pool.max, metrics: [MetricTarget(metric, target: target)],
        behavior: behavior, syncPeriod: sync))
    return PoolAutoscaler(
      pool: pool.name, name: "hpa", policy: policy, metrics: [metric],
      feed: .init(scrape: sync))
  }
}
