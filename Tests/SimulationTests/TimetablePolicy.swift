import Autoscaling
import Capacity
import Kernel
import Simulation

/// Asks for numbers of replicas at instants said beforehand; looks every second.
struct TimetablePolicy: ScalingPolicy {
  let steps: [(second: Double, replicas: Int)]
  let interval = SimDuration.seconds(1)

  mutating func decide(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    let replicas = steps.last { .zero + SimDuration(seconds: $0.second) <= now }?.replicas
    return ScalingDecision(
      replicas: replicas ?? seen.wanted, recommended: replicas ?? seen.wanted, reason: .metric)
  }
}

extension PoolAutoscaler {
  static func timetable(
    _ steps: [(second: Double, replicas: Int)], pool: String = "main"
  ) -> PoolAutoscaler {
    PoolAutoscaler(
      pool: pool, name: "timetable", policy: TimetablePolicy(steps: steps), metrics: [])
  }
}

extension Sample {
  /// A run all but without users, scaled by a timetable of more than one step, in which `pool` is changed by `change`.
  static func timetable(
    _ steps: [(second: Double, replicas: Int)], minutes: Int64 = 30, quota: Int? = nil,
    registry: Double? = nil, machine: InstanceType = machine(),
    _ change: (inout Pool) -> Void
  ) throws -> ReplicationResult {
    var pool = Pool(
      name: "main", instance: machine, min: 0, max: 100, initial: steps.first?.replicas ?? 0,
      minimumBilled: .zero)
    change(&pool)
    let architecture = Architecture(
      name: "tested", serving: serving(), pools: [pool],
      autoscalers: steps.count > 1 ? [.timetable(steps)] : [],
      quota: quota, registry: registry.map { Bandwidth(bitsPerSecond: $0) })
    let scenario = Scenario(
      name: "sample", clock: Clock(measure: .minutes(minutes), interval: .minutes(1)),
      populations: [requests(at: [0.5])], architectures: [architecture])
    guard let result = try Simulator(scenario, architecture: architecture).run(replication: 0)
    else { throw Stopped() }
    return result
  }

  struct Stopped: Error {}
}
