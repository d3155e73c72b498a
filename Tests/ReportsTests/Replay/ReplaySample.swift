import Autoscaling
import Capacity
import Experiments
import Kernel
import Reports

/// A small replay, made by hand: readings each 30 s, decisions of two policies.
enum ReplaySample {
  /// One look.
  struct Look {
    var at: Int
    var recorded: Int
    var told: Int
    var decided: Int
    var seen: [Double?] = []
    var reason = ScalingReason.metric
  }

  /// Monday 2026-03-02, 07:59.
  static let monday = CivilTime(secondsSince1970: 1_772_438_340)

  static func candidate(
    _ name: String, _ looks: [Look], _ mode: Replay.Mode = .shadow,
    metrics: [PoolMetric] = [.gpuUtilization], limits: Replay.Limits = .init(min: 1, max: 9),
    policy: any ScalingPolicy = ThresholdPolicy(.init(thresholds: [.init(upper: 1)], maximum: 9))
  ) -> ReplayReport.Candidate {
    let steps = looks.map { look in
      Replay.Step(
        time: .zero + .seconds(Int64(look.at)), recorded: look.recorded, told: look.told,
        decided: look.decided, recommended: look.decided, reason: look.reason, seen: look.seen)
    }
    return .init(
      name: name,
      scaler: PoolAutoscaler(pool: "p", name: "thresholds", policy: policy, metrics: metrics),
      limits: limits, summary: ReplaySummary(steps, mode: mode))
  }

  static func report(
    _ candidates: [ReplayReport.Candidate], _ mode: Replay.Mode = .shadow,
    start: CivilTime? = monday, metrics: [PoolMetric] = [.gpuUtilization],
    readings: [(replicas: Int, values: [Double?])] = [(4, [0.5]), (4, [0.8]), (5, [0.9])],
    every seconds: Int = 30, leftOut: [String] = []
  ) -> ReplayReport {
    let observed = ObservedPool(
      metrics: metrics,
      readings: readings.enumerated().map { index, reading in
        .init(
          time: .zero + .seconds(Int64(index * seconds)), replicas: reading.replicas,
          ready: reading.replicas, values: reading.values)
      })
    return ReplayReport(
      path: "o.csv", observed: observed, mode: mode, start: start, candidates: candidates,
      leftOut: leftOut)
  }

  /// A policy that asks for two more from the second look on.
  static let keen = candidate(
    "keen",
    [
      .init(at: 0, recorded: 4, told: 4, decided: 4, seen: [0.5]),
      .init(at: 30, recorded: 4, told: 4, decided: 6, seen: [0.823]),
      .init(at: 60, recorded: 5, told: 5, decided: 6, seen: [0.9]),
    ])

  /// A policy that leaves everything as it is.
  static let calm = candidate(
    "calm",
    [
      .init(at: 0, recorded: 4, told: 4, decided: 4),
      .init(at: 30, recorded: 4, told: 4, decided: 4),
      .init(at: 60, recorded: 5, told: 5, decided: 5),
    ])
}
