import Capacity
import Experiments
import Kernel
import Simulation
import Statistics

/// Hand-made results of architectures that differ in a few figures.
enum Sample {
  static func architecture(_ name: String, quality: Provenance.Quality = .measured) -> Architecture
  {
    let curve = ServiceCurve(
      gpu: "T4", shape: .affine(base: 0.005, perItem: 0.036),
      provenance: Provenance(subject: "curve", value: "", quality: quality))
    let type = InstanceType(
      name: "g4dn.xlarge", gpu: "T4", onDemand: HourlyPrice(dollarsPerHour: 0.5))
    return Architecture(
      name: name, serving: Serving(model: Model(name: "light", curves: [curve])),
      pools: [Pool(name: "main", instance: type, min: 1, max: 4)])
  }

  /// Results whose replications have the given figures, with `answered` frames in all.
  static func result(
    _ name: String, _ metrics: [Metric: [Double]], timelines: [[TimelineRow]] = [],
    answered: Int64 = 1_000_000, quality: Provenance.Quality = .measured
  ) -> ArchitectureResult {
    let count = max(metrics.values.map(\.count).max() ?? 0, timelines.count)
    let digests = (0..<count).map { index in
      ReplicationDigest(
        replication: index,
        metrics: metrics.compactMapValues { index < $0.count ? $0[index] : nil },
        quantiles: [], timeline: index < timelines.count ? timelines[index] : [], instances: [],
        decisions: [], ledger: [])
    }
    var latency = LatencyParts()
    if answered > 0 { latency.total.record(.milliseconds(30), times: answered) }
    var outcomes = OutcomeCounts()
    outcomes[.served] = answered
    return ArchitectureResult(
      architecture: architecture(name, quality: quality), replications: digests,
      populations: [
        PopulationResult(name: "users", offered: answered, outcomes: outcomes, latency: latency)
      ])
  }

  static func comparison(
    _ results: [ArchitectureResult], objectives: [Objective] = [], measure: SimDuration = .days(7),
    factors: [DemandFactor] = [], monthIsStated: Bool = false, provenance: [Provenance] = []
  ) -> Comparison {
    let demand = DemandCurve(base: .rate(perSecond: 3), factors: factors)
    let scenario = Scenario(
      name: "sample",
      clock: Clock(measure: measure, monthIsStated: monthIsStated, interval: .minutes(10)),
      populations: [
        Population(
          name: "users", kind: .request, arrivals: .poisson(demand), deadline: .seconds(1))
      ],
      architectures: results.map(\.architecture), objectives: objectives,
      provenance: provenance)
    return Comparison(
      scenario: scenario, results: results, isPartial: false,
      replications: results.first?.replications.count ?? 0)
  }

  /// Ten-minute intervals with the given frames waiting at their ends.
  static func timeline(
    waiting: [Int64], utilization: Double = 0.7, dropped: Int64 = 0
  ) -> [TimelineRow] {
    waiting.enumerated().map { slot, waiting in
      var outcomes = OutcomeCounts()
      outcomes[.served] = 6_000 - dropped
      outcomes[.dropped] = dropped
      return TimelineRow(
        start: .zero + .minutes(10) * Int64(slot), length: .minutes(10), users: 10,
        offered: 6_000, outcomes: outcomes, starting: 0, ready: 1, draining: 0,
        utilization: utilization, waiting: waiting, batches: 6_000, cost: .zero)
    }
  }

  static let late = Objective(
    metric: .lateOrDropped, direction: .atMost, limit: 0.01, limitText: "1%")
  static let p99 = Objective(
    metric: .p99Latency, direction: .atMost, limit: 100, limitText: "100ms")
}
