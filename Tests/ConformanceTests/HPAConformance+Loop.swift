import Autoscaling
import Kernel

extension HPAInput {
  private func behavior() throws -> ScalingBehavior? {
    guard json["behavior"] != nil else { return nil }
    let part = try part("behavior")
    return ScalingBehavior(
      up: try part.rules("up", default: .defaultUp),
      down: try part.rules("down", default: .defaultDown))
  }

  private func settings() throws -> HorizontalPodAutoscaler.Settings {
    var settings = HorizontalPodAutoscaler.Settings(
      max: Int(Int32.max), metrics: [], tolerance: try tolerance(), behavior: try behavior(),
      readiness: readiness(), wakesFromZero: true)
    settings.min = json["min_replicas"]?.int ?? settings.min
    settings.max = try int("max_replicas")
    if json["downscale_stabilization_s"] != nil {
      settings.downscaleStabilization = try duration("downscale_stabilization_s")
    }
    if json["sync_period_s"] != nil { settings.syncPeriod = try duration("sync_period_s") }
    if json["scale_up_limit_factor"] != nil {
      settings.scaleUpLimitFactor = try need("scale_up_limit_factor", \.double)
    }
    if json["scale_up_limit_minimum"] != nil {
      settings.scaleUpLimitMinimum = try need("scale_up_limit_minimum", \.double)
    }
    return settings
  }

  func reconciliation() throws -> JSONValue {
    let settings = try settings()
    let current = try int("spec_replicas")
    var scaler = HorizontalPodAutoscaler(settings, recommendations: try recommendations())
    var proposals = MetricProposals()
    for metric in try list("metrics").map(HPAInput.init) {
      try metric.propose(
        to: &proposals, settings, current: current, status: try int("status_replicas"),
        others: self)
    }
    let outcome = scaler.reconcile(current: current, proposals: proposals, at: now)
    return [
      "desired_replicas": .int(outcome.replicas), "conditions": outcome.conditions.json,
    ]
  }

  private func propose(
    to proposals: inout MetricProposals, _ settings: HorizontalPodAutoscaler.Settings,
    current: Int, status: Int, others: HPAInput
  ) throws {
    let kind = try need("metric_kind", \.string)
    if kind == "invalid" || json["error"] != nil {
      let reason = json["error_reason"]?.string.map { ScalingReason($0) }
      return proposals.fail(try reason ?? failure(kind))
    }
    do {
      let calculator = ReplicaCalculator(tolerance: settings.tolerance)
      proposals.add(
        try proposal(
          by: calculator, current: current, status: status, readiness: settings.readiness,
          others: others
        ).replicas)
    } catch is MetricFault {
      proposals.fail(try failure(kind))
    }
  }

  private func failure(_ kind: String) throws -> ScalingReason {
    switch kind {
    case "resource_utilization": .failedGetResourceMetric
    case "pods": .failedGetPodsMetric
    case "object", "object_per_pod": .failedGetObjectMetric
    case "external", "external_per_pod": .failedGetExternalMetric
    case "invalid": .invalidMetricSourceType
    default: throw Unreadable(key: "metric_kind")
    }
  }

  func sequence() throws -> JSONValue {
    let settings = try settings()
    _ = try duration("sync_period_s")
    let target = try need("target_per_pod_milli", \.int64)
    let calculator = ReplicaCalculator(tolerance: settings.tolerance)
    var scaler = HorizontalPodAutoscaler(settings)
    var replicas = try int("initial_replicas")
    let steps = try list("steps").map(HPAInput.init).map { step -> JSONValue in
      var proposals = MetricProposals()
      proposals.add(
        calculator.propose(
          total: try step.need("load_milli", \.int64), targetAverage: target, replicas: replicas
        ).replicas)
      let outcome = scaler.reconcile(
        current: replicas, proposals: proposals, at: now + (try step.duration("t_s")))
      replicas = outcome.replicas
      return [
        "t_s": try step.need("t_s") { $0 },
        "metric_desired": outcome.recommended.map { .int($0) } ?? .null,
        "stabilized": outcome.stabilized.map { .int($0) } ?? .null, "desired": .int(replicas),
      ]
    }
    return ["steps": .array(steps)]
  }
}

extension ScalingConditions {
  fileprivate var json: JSONValue {
    var members = ["AbleToScale": ableToScale.json]
    members["ScalingActive"] = scalingActive?.json
    members["ScalingLimited"] = scalingLimited?.json
    return .object(members)
  }
}

extension ScalingConditions.Condition {
  fileprivate var json: JSONValue { [.bool(holds), .string(reason.words)] }
}
