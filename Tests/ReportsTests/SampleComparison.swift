import Capacity
import Experiments
import Kernel
import Simulation
import Reports
import Statistics

/// Hand-made results with round figures.
enum Sample {
  /// One architecture: figures of each replication.
  struct Design {
    var name: String
    /// Dollars a month.
    var cost: [Double]
    /// Milliseconds.
    var p99: [Double]
    /// Shares.
    var late: [Double]
    var instances = 15.0
    var interruptions = 0.0
    /// Frames waiting at the end of every interval, growing by this much an interval.
    var backlog: Int64 = 0
    var quality = Provenance.Quality.measured
  }

  static let instance = InstanceType(
    name: "g4dn.xlarge", gpu: "T4", onDemand: HourlyPrice(dollarsPerHour: 0.5))

  static let objectives = [
    Objective(metric: .p99Latency, direction: .atMost, limit: 100, limitText: "100ms"),
    Objective(metric: .lateOrDropped, direction: .atMost, limit: 0.01, limitText: "1%"),
  ]

  static func architecture(_ design: Design) -> Architecture {
    let curve = ServiceCurve(
      gpu: "T4", shape: .affine(base: 0.005, perItem: 0.036),
      provenance: Provenance(
        subject: "curve light on T4", value: "5ms + 36ms", quality: design.quality))
    let model = Model(name: "light", curves: [curve])
    return Architecture(
      name: design.name, serving: Serving(model: model),
      pools: [Pool(name: "main", instance: instance, min: 1, max: 30)])
  }

  static func scenario(
    _ designs: [Design], objectives: [Objective], factors: [DemandFactor] = [],
    provenance: [Provenance] = []
  ) -> Scenario {
    let demand = DemandCurve(base: .rate(perSecond: 100), factors: factors)
    return Scenario(
      name: "avatar",
      clock: Clock(measure: .days(1), interval: .minutes(30)),
      replications: designs.first?.cost.count ?? 1,
      populations: [
        Population(
          name: "users", kind: .request, arrivals: .poisson(demand), deadline: .milliseconds(200))
      ],
      architectures: designs.map(architecture), objectives: objectives, provenance: provenance)
  }

  /// 48 half hours: users 10 to 410 and back, 20,000 frames each, 40 late at 19:30.
  static func timeline(backlog: Int64) -> [TimelineRow] {
    (0..<48).map { slot in
      var outcomes = OutcomeCounts()
      outcomes[.served] = slot == 39 ? 19_960 : 20_000
      outcomes[.late] = slot == 39 ? 40 : 0
      let users = 10 + 400 * Double(min(slot, 47 - slot)) / 23
      return TimelineRow(
        start: SimTime(nanoseconds: 0) + .minutes(30) * Int64(slot), length: .minutes(30),
        users: users, offered: 20_000, outcomes: outcomes, starting: 0,
        ready: (users / 20).rounded(.up), draining: 0, utilization: 0.71,
        waiting: backlog * Int64(slot), batches: 10_000, cost: Money(dollars: 0.5))
    }
  }

  static func result(_ design: Design) -> ArchitectureResult {
    var latency = LatencyParts()
    latency.total.record(.milliseconds(28), times: 1_000_000)
    var outcomes = OutcomeCounts()
    outcomes[.served] = 1_000_000
    let population = PopulationResult(
      name: "users", offered: 1_000_000, outcomes: outcomes, latency: latency)
    let digests = design.cost.indices.map { index in digest(design, index) }
    return ArchitectureResult(
      architecture: architecture(design), replications: digests, populations: [population])
  }

  static func digest(_ design: Design, _ index: Int) -> ReplicationDigest {
    let metrics: [Metric: Double] = [
      .cost: design.cost[index] * 24 / 730, .costPerMonth: design.cost[index],
      .costPerUserHour: 0.256, .p50Latency: 28, .p95Latency: 44, .p99Latency: design.p99[index],
      .lateOrDropped: design.late[index], .utilization: 0.71, .meanInstances: design.instances,
      .maxInstances: design.instances * 2 - 1, .interruptions: design.interruptions,
    ]
    let total: [SimDuration?] = [28, 40, 44, 71, 90].map { .milliseconds($0) }
    let none: [SimDuration?] = [nil, nil, nil, nil, nil]
    return ReplicationDigest(
      replication: index, metrics: metrics, quantiles: [[total, none, none, none]],
      timeline: timeline(backlog: design.backlog), instances: [], decisions: [],
      ledger: [
        LedgerLine(
          pool: "main", category: .busy, amount: Money(dollars: design.cost[index] * 24 / 730))
      ])
  }

  static func comparison(
    _ designs: [Design], objectives: [Objective] = Sample.objectives,
    factors: [DemandFactor] = [], provenance: [Provenance] = []
  ) -> Comparison {
    Comparison(
      scenario: scenario(
        designs, objectives: objectives, factors: factors, provenance: provenance),
      results: designs.map(result), isPartial: false,
      replications: designs.first?.cost.count ?? 0)
  }

  /// A value, and the values below and above it by `spread`.
  static func around(_ value: Double, _ spread: Double) -> [Double] {
    [value - spread, value, value + spread]
  }

  static let packed = Design(
    name: "h100-pack", cost: around(31_900, 80), p99: around(71, 0.8),
    late: around(0.0021, 0.0002))
  static let predicting = Design(
    name: "l4-predict", cost: around(35_000, 160), p99: around(83, 1.2),
    late: around(0.0034, 0.00024), instances: 60)
  static let spot = Design(
    name: "l4-spot", cost: around(20_700, 120), p99: around(88, 3.6),
    late: around(0.008, 0.0012), instances: 61, interruptions: 19)
  static let reactive = Design(
    name: "l4-reactive", cost: around(33_300, 120), p99: around(141, 4.8),
    late: around(0.021, 0.0012), instances: 57)
  static let overloaded = Design(
    name: "l4-static", cost: [52_600, 52_600, 52_600], p99: around(410, 16),
    late: around(0.039, 0.0028), instances: 90, backlog: 20_000)

  static let three = comparison([spot, packed, predicting], provenance: provenance)
  static let five = comparison(
    [spot, packed, predicting, reactive, overloaded], provenance: provenance)

  static let provenance = [
    Provenance(subject: "boot", value: "210s", quality: .assumed),
    Provenance(
      subject: "price g4dn.xlarge spot", value: "$0.16/h", quality: .catalog,
      source: "list", date: "2025-09-20"),
  ]

  static func report(_ comparison: Comparison) -> Report {
    Report(comparison: comparison, scenarioText: "headroom: 1\n", version: "0.1.0")
  }
}

extension Provenance {
  /// The same source for another subject.
  func named(_ subject: String) -> Provenance {
    var copy = self
    copy.subject = subject
    return copy
  }
}
