import Capacity
import Kernel
import Simulation

/// What the engine says of a sweep, from its offline rows and its lowest online row.
struct TritonPrediction: Sendable {
  /// What no sweep tells and all share.
  struct Rule: Hashable, Sendable {
    /// The share of the time outside the model that is copying inputs within an instance.
    var copyingShare = 0.2
    /// The time on the network grows with the number of clients to this power.
    var networkGrowth = 0.9
    /// The coefficient of variation of the time on the network.
    var networkVariation = 0.3
  }

  let sweep: TritonSweep
  let rule: Rule
  /// Whether batches form as in the server's own release, instead of as in the plain batching.
  let usesOwnBatcher: Bool
  /// The measured span.
  let span: SimDuration
  /// Milliseconds outside queue and model at the lowest row.
  let overhead: Double
  /// The coefficient of variation of a batch's time.
  let cv: Double
  /// Milliseconds that each batch costs beyond the model; set by `calibrate`.
  private(set) var perBatch = 0.0

  /// Calibrates; a run spans `latencies` times the mean latency of the lowest row.
  init(
    _ sweep: TritonSweep, rule: Rule = Rule(), usesOwnBatcher: Bool = false,
    latencies: Double = 2000
  ) throws {
    self.sweep = sweep
    self.rule = rule
    self.usesOwnBatcher = usesOwnBatcher
    span = SimDuration(seconds: sweep.lowest.mean / 1e3 * latencies)
    let lowest = sweep.lowest
    // Without a split, the offline latency is the curve, and holds the overhead of one request.
    let inside = lowest.compute ?? sweep.offline[0].mean
    overhead = max(0, lowest.mean - lowest.queue - inside)
    // The p99 of a normal distribution is 2.33 standard deviations above the mean.
    let spreads = sweep.offline.map { ($0.p99 / $0.mean - 1) / 2.33 }
    cv = max(0, Figure.median(spreads) ?? 0)
    try calibrate()
  }

  /// Chooses the cost of a batch so that the lowest row's mean latency comes out, by bisection.
  private mutating func calibrate() throws {
    let first = sweep.offline[0].compute ?? sweep.offline[0].mean
    var low = -0.9 * first
    var high = sweep.lowest.mean
    for _ in 0..<16 {
      perBatch = (low + high) / 2
      let found = try run(clients: sweep.lowest.clients).metrics[.meanLatency] ?? 0
      if found < sweep.lowest.mean { low = perBatch } else { high = perBatch }
    }
  }

  /// Simulates the closed loop.
  func run(clients: Int) throws -> ReplicationResult {
    let machine = InstanceType(
      name: "server", gpu: "GPU", onDemand: HourlyPrice(dollarsPerHour: 1))
    let serving = Serving(
      model: Model(name: "model", curves: [curve]), batching: Batching(max: sweep.maxBatch),
      lanesPerGPU: sweep.instances, modelServer: usesOwnBatcher ? sweep.ownBatcher : nil)
    let architecture = Architecture(
      name: "triton", serving: serving,
      pools: [Pool(name: "main", instance: machine, min: 1, max: 1)])
    let population = Population(
      name: "clients", kind: .request,
      arrivals: .closedLoop(clients: clients, think: .constant(0)),
      network: Network(roundTrip: roundTrip(clients: clients)), deadline: .hours(1))
    let scenario = Scenario(
      name: "triton",
      clock: Clock(
        measure: span, warmUp: SimDuration(nanoseconds: span.nanoseconds / 8), interval: span),
      seed: Plain.seed, populations: [population], architectures: [architecture])
    let simulator = Simulator(scenario, architecture: architecture)
    guard let result = try simulator.run(replication: 0) else {
      preconditionFailure("a run that nothing stops ends")
    }
    return result
  }

  /// The time of a batch: the model, its share of copying, and the cost of a batch. Copying does
  /// not use the GPU, so each instance's is divided by their number where they share the GPU.
  private var curve: ServiceCurve {
    let copying = rule.copyingShare * overhead / Double(sweep.instances)
    let points = sweep.offline.map { row in
      let time = (row.compute ?? row.mean) + copying * Double(row.batch) + perBatch
      return ServiceCurve.Point(batch: row.batch, seconds: time / 1e3)
    }
    return ServiceCurve(gpu: "GPU", shape: .table(points), cv: cv)
  }

  private func roundTrip(clients: Int) -> Distribution? {
    let ratio = Double(clients) / Double(sweep.lowest.clients)
    let mean = (1 - rule.copyingShare) * overhead * Elementary.pow(ratio, rule.networkGrowth)
    guard mean > 0 else { return nil }
    let variance = Elementary.log(1 + rule.networkVariation * rule.networkVariation)
    return .lognormal(
      mu: Elementary.log(mean / 1e3) - variance / 2, sigma: variance.squareRoot(), shift: 0)
  }
}
