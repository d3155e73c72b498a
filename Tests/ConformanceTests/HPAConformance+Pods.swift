import Autoscaling
import Kernel

extension HPAInput {
  private func pod() throws -> Pod {
    Pod(
      phase: try need("phase") { $0.string.flatMap(Pod.Phase.init) },
      isDeleted: json["deleted"]?.bool ?? false, isReady: json["ready"]?.bool,
      started: instant("start_age_s"), readinessChanged: instant("ready_transition_age_s"),
      requestMilli: json["request_milli"]?.int64, sample: try sample())
  }

  private func sample() throws -> Pod.Sample? {
    guard json["metric"] != nil else { return nil }
    let metric = try part("metric")
    guard let time = metric.instant("age_s") else { throw Unreadable(key: "age_s") }
    return Pod.Sample(
      milli: try metric.need("value_milli", \.int64), time: time,
      window: try metric.duration("window_s"))
  }

  private func pods() throws -> [(name: String, pod: Pod)] {
    try list("pods").map { json in
      let input = HPAInput(json)
      return (try input.need("name", \.string), try input.pod())
    }
  }

  func podGroups() throws -> JSONValue {
    let isCPU = try need("resource", \.string) == "cpu"
    let readiness = readiness()
    var names: [PodGroup: [String]] = [:]
    for (name, pod) in try pods() {
      names[readiness.group(of: pod, isCPU: isCPU, at: now), default: []].append(name)
    }
    func list(_ group: PodGroup) -> JSONValue {
      .array((names[group] ?? []).sorted().map { .string($0) })
    }
    return [
      "ready_count": .int(names[.ready]?.count ?? 0), "unready": list(.unready),
      "missing": list(.missing), "ignored": list(.ignored),
    ]
  }

  func usageRatio() throws -> JSONValue {
    let target = try need("target", \.int64)
    let usage = try need("metrics_milli", \.object)
    let requests = json["requests_milli"]?.object
    // A sample without a request is one of a pod that is not there.
    var pods = PodMetrics()
    for (name, value) in usage {
      guard let milli = value.int64 else { throw Unreadable(key: "metrics_milli") }
      if let requests, requests[name] == nil {
        pods.strays += 1
        pods.strayUsage += Int128(milli)
        continue
      }
      pods.ready += 1
      pods.usage += Int128(milli)
      pods.requests += Int128(requests?[name]?.int64 ?? 0)
    }
    do throws(MetricFault) {
      let podTarget: PodTarget =
        requests == nil ? .average(milli: target) : .utilization(percent: target)
      let ratio = try podTarget.compare(pods)
      return [
        "ratio": .number(ratio.ratio), "current": .integer(ratio.current),
        "raw": .integer(ratio.raw),
      ]
    } catch {
      return ["error": .string(error.rawValue)]
    }
  }

  func replicaCalculation() throws -> JSONValue {
    let calculator = ReplicaCalculator(tolerance: try tolerance())
    do {
      let proposal = try proposal(
        by: calculator, current: try int("current_replicas"),
        status: json["status_replicas"]?.int, readiness: readiness(), others: self)
      return [
        "replicas": .int(proposal.replicas), "usage": .integer(proposal.usage),
        "raw_milli": .integer(proposal.rawMilli),
      ]
    } catch let fault as MetricFault {
      return ["error": .string(fault.rawValue)]
    }
  }

  /// What the metric that this is an input of proposes; `others` has pods when it has none.
  func proposal(
    by calculator: ReplicaCalculator, current: Int, status: Int?, readiness: PodReadiness,
    others: HPAInput
  ) throws -> ReplicaProposal {
    let pods = try (json["pods"] == nil ? others : self).pods().map(\.pod)
    let kind = try need("metric_kind", \.string)
    switch kind {
    case "resource_utilization":
      let target = PodTarget.utilization(percent: try need("target_percent", \.int64))
      return try proposal(target, by: calculator, current: current, pods, readiness)
    case "pods":
      let target = PodTarget.average(milli: try need("target_milli", \.int64))
      return try proposal(target, by: calculator, current: current, pods, readiness)
    case "object", "external":
      return try calculator.propose(
        value: try sum(isAverage: false), target: try need("target_milli", \.int64),
        current: current, pods: pods.count, serving: pods.filter(\.isServing).count)
    case "object_per_pod", "external_per_pod":
      guard let status else { throw Unreadable(key: "status_replicas") }
      return calculator.propose(
        total: try sum(isAverage: kind == "external_per_pod"),
        targetAverage: try need("target_milli", \.int64), replicas: status)
    default: throw Unreadable(key: "metric_kind")
    }
  }

  private func proposal(
    _ target: PodTarget, by calculator: ReplicaCalculator, current: Int, _ pods: [Pod],
    _ readiness: PodReadiness
  ) throws -> ReplicaProposal {
    let strays = try (json["extra_metrics"]?.array ?? []).map {
      try HPAInput($0).need("value_milli", \.int64)
    }
    return try calculator.propose(
      target, current: current,
      pods: PodMetrics(
        pods, strays: strays, isCPU: json["resource"]?.string == "cpu", readiness: readiness,
        fallbackPercent: target.fallbackPercent, at: now))
  }

  private func sum(isAverage: Bool) throws -> Int64 {
    let values = try list("metric_values_milli").map { value in
      guard let milli = value.int64 else { throw Unreadable(key: "metric_values_milli") }
      return milli
    }
    guard let sum = ReplicaCalculator.sum(values, isAverage: isAverage) else {
      throw MetricFault.noMetrics
    }
    return sum
  }
}
