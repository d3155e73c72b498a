import Autoscaling
import Capacity
import Kernel

/// Small scenarios of every kind, each a function of its number.
struct RandomScenario {
  private var random: RandomStream

  private init(number: Int) {
    random = RandomSource(seed: 99, replication: number).stream(.phase, group: 7, entity: 7)
  }

  static func make(_ number: Int) -> Scenario {
    var maker = RandomScenario(number: number)
    return maker.scenario(number)
  }

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int(random.next32() % UInt32(choices.count))]
  }

  private mutating func between(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * random.nextUniform()
  }

  private mutating func scenario(_ number: Int) -> Scenario {
    let isSticky = number % 3 == 0
    let minutes = Int64(between(3, 20))
    let clock = Clock(
      startTimeOfDay: .minutes(Int64(between(0, 1_439))), startWeekday: number % 7,
      measure: .minutes(minutes), warmUp: .seconds(pick([0, 1, 60, 90])),
      interval: .seconds(pick([13, 60, 100_000])))
    let populations = (0..<pick([1, 2, 3])).map { population($0, isSticky: isSticky, clock) }
    var architectures = (0..<2).map { architecture($0, isSticky: isSticky) }
    RandomMarkets.open(to: &architectures, number: number)
    return Scenario(
      name: "random-\(number)", clock: clock, seed: UInt64(number), replications: 2,
      populations: populations, architectures: architectures)
  }

  private mutating func population(_ number: Int, isSticky: Bool, _ clock: Clock) -> Population {
    let isStream = isSticky || random.next32() % 2 == 0
    let jitter: Distribution? = pick([
      nil, .normal(mean: 0, sd: 0.004, atLeast: -.infinity), .constant(0.001),
    ])
    let kind: Population.Kind =
      isStream
      ? .stream(
        StreamDemand(
          period: .milliseconds(Int64(between(30, 2_000))), duration: length(around: 90),
          phase: pick([.random, .aligned, .staggered(step: .milliseconds(7))]), jitter: jitter))
      : .request
    let roundTrip: Distribution? = pick([
      nil, .constant(0.02), .lognormal(mu: -4, sigma: 0.9, shift: 0.02),
    ])
    return Population(
      name: "population-\(number)", kind: kind, arrivals: arrivals(isStream: isStream),
      network: Network(
        roundTrip: roundTrip, frameSize: Bytes(33_000),
        uplink: pick([nil, Bandwidth(bitsPerSecond: 2e7)])),
      deadline: .milliseconds(Int64(between(20, 500))),
      retry: pick([
        nil, RetryPolicy(attempts: 3, backoff: .milliseconds(100)),
        RetryPolicy(attempts: 10, backoff: .zero, maxBackoff: .zero),
      ]))
  }

  private mutating func length(around mean: Double) -> Distribution {
    pick([
      .constant(mean), .exponential(mean: mean), .uniform(low: 0, high: 2 * mean),
      .weibull(shape: 0.7, scale: mean), .empirical([1e-9, mean, 3 * mean]),
    ])
  }

  private mutating func arrivals(isStream: Bool) -> Arrivals {
    let factors: [[DemandFactor]] = [
      [], [.bursts(height: 3, on: .seconds(20), off: .seconds(60))],
      [.flash(at: .zero + .minutes(2), height: 6, rise: .zero, decay: .seconds(30))],
      [
        .ramps([
          .init(at: .zero + .minutes(1), factor: 0), .init(at: .zero + .minutes(2), factor: 2),
        ]), .harmonics([.init(order: 40, amplitude: 1.5, peak: .zero)]),
      ], [.hourly((0..<24).map(Double.init)), .weekdays([1, 0, 2, 1, 1, 0.5, 1])],
      [.steps([.init(at: .zero + .minutes(3), factor: 0)])],
    ]
    let base: DemandCurve.Base =
      isStream ? .concurrent(between(0, 6)) : .rate(perSecond: between(0, 30))
    let choices: [Arrivals] = [
      .poisson(DemandCurve(base: base, factors: pick(factors))),
      .poisson(DemandCurve(base: base, factors: pick(factors))),
      .counts(
        CountTrace(
          interval: .seconds(pick([7, 60, 600])), counts: [3, 0, 12, 1, 5],
          scale: pick([1, 0.4, 2.5]))),
      .instants([0, 0, 1.5, 30, 30, 31, 1e6].map { .zero + SimDuration(seconds: $0) }),
      isStream
        ? .poisson(DemandCurve(base: base))
        : .closedLoop(clients: pick([1, 20]), think: length(around: 0.5)),
    ]
    return pick(choices)
  }

  private mutating func architecture(_ number: Int, isSticky: Bool) -> Architecture {
    let routing: Routing =
      isSticky
      ? pick([.stickyHash, .stickyRoundRobin, .stickyLeastStreams])
      : pick([.sharedQueue, .roundRobin, .leastOutstanding, .powerOfTwoChoices])
    let most = pick([1, 4, 16])
    let batching = Batching(
      max: most, preferred: pick([[], most == 1 ? [1] : [2, most]]),
      maxDelay: pick([.zero, .milliseconds(20)]))
    let queue = Queue(
      perStream: pick([nil, 1, 2]), perQueue: pick([nil, 1, 50]),
      whenFull: pick(Queue.WhenFull.allCases), dropsLate: pick([true, false]),
      maxWait: pick([nil, .milliseconds(200)]))
    let shapes: [ServiceCurve.Shape] = [
      .affine(base: 0.005, perItem: 0.01), .random(.exponential(mean: 0.03)),
      .table([.init(batch: 2, seconds: 0.02), .init(batch: 4, seconds: 0.025)]),
      .smoothMax(floor: 0.01, perItem: 0.004, sharpness: 2),
    ]
    var serving = Sample.serving(
      pick(shapes), others: ["L4": 0.012], batching: batching, queue: queue, routing: routing,
      lanes: pick([1, 2]), sharing: pick([[], [1, 1.3]]))
    serving.model.curves[0].cv = pick([0, 0.2])
    let pools = [pool("main", gpu: "T4"), pool("other", gpu: "L4")].prefix(pick([1, 2]))
    return Architecture(
      name: "architecture-\(number)", serving: serving, pools: Array(pools),
      autoscalers: pools.filter { $0.max > $0.min }.map(autoscaler), quota: pick([nil, 6]),
      registry: pick([nil, Bandwidth(bitsPerSecond: 1.5e9)]))
  }

  private mutating func pool(_ name: String, gpu: String) -> Pool {
    let least = pick([0, 1, 2])
    let most = max(1, least + pick([0, 3]))
    let upTimes: [Distribution] = [
      .constant(100), .exponential(mean: 200), .weibull(shape: 0.6, scale: 100),
    ]
    let spot = Sample.spot(
      upTime: pick(upTimes), notice: pick([.zero, .seconds(10), .minutes(2)]))
    var pool = Sample.pool(
      name, gpu: gpu, min: least, max: most, initial: pick([least, most]),
      spot: pick([nil, spot]),
      start: ColdStart(boot: length(around: 20), load: pick([.constant(0), .constant(5)])),
      drain: pick([.zero, .milliseconds(3_300), .minutes(5)]))
    pool.instance.gpus = pick([1, 2])
    pool.minimumBilled = pick([.zero, .minutes(1)])
    if case .onDemand = pool.purchase, pick([true, false]) {
      let kind = pick(NodeProvisioner.Kind.allCases)
      pool.nodes = NodeLayer(
        provisioner: .init(kind: kind, podsPerNode: pool.instance.gpus, maxNodes: pick([2, 5])))
    }
    pool.stockOuts = pick([[], [.init(from: .zero + .minutes(1), until: .zero + .minutes(2))]])
    pool.start.image = .constant(8)
    pool.start.imageSource = Artifact(
      size: Bytes(1_000_000_000), bandwidth: Bandwidth(bitsPerSecond: 1e9),
      cache: pick(Artifact.Cache.allCases))
    addTrouble(to: &pool)
    return pool
  }

  private mutating func addTrouble(to pool: inout Pool) {
    if pool.nodes == nil, pick([true, false]) {
      pool.warm = WarmPool(count: pick([1, 2]), price: 0.15, start: length(around: 5))
    }
    pool.failures = pick([
      nil, Failures(upTime: .exponential(mean: 150), repair: .exponential(mean: 20)),
    ])
    pool.outages = pick([
      [], [Outage(at: .zero + .seconds(80), length: .seconds(30), share: pick([0.5, 1]))],
    ])
    pool.stragglers = pick([nil, Stragglers(share: 0.3, factor: 2)])
  }

  private func autoscaler(_ pool: Pool) -> PoolAutoscaler {
    var random = random
    let isUtilization = random.next32() % 2 == 0
    return .horizontal(
      pool, isUtilization ? .gpuUtilization : .concurrency, target: isUtilization ? 0.6 : 2,
      sync: .seconds(7), down: .seconds(30))
  }
}
