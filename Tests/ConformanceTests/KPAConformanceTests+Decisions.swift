import Autoscaling
import Kernel
import Testing

extension KPAConformanceTests {
  /// One decider over the steps in order.
  func decide(_ vector: Vector) throws {
    let input = vector.input
    var spec = try #require(input["spec"])
    let steps = try #require(input["steps"]?.array)
    let start = try #require(steps.first).instant(of: "t_s")
    var decider = KnativeDecider(
      try self.spec(spec), readyPods: try #require(input["ready_pods_at_start"]?.int), at: start)
    let wanted = vector.expect["steps"]?.array ?? []
    let tolerance = vector.expect["ebc_tolerance"]?.int ?? 0
    var actual: [JSONValue] = []
    for (index, step) in steps.enumerated() {
      if let changes = step["update_spec"]?.object {
        spec = try spec.updated(with: changes)
        decider.spec = try self.spec(spec)
      }
      if let state = step["set_state"] {
        let since = state["panic_since_s"]?.double.map { SimTime.zero + SimDuration(seconds: $0) }
        decider.resume(
          panicSince: since, maxPanicPods: try #require(state["max_panic_pods"]?.int))
      }
      // Pods that cannot be counted are null, not absent.
      let pods = try #require(step.object?["ready_pods"])
      let outcome = decider.decide(
        readyPods: pods.int, averages: try averages(step),
        at: try step.instant(of: "t_s"))
      let capacity = index < wanted.count ? wanted[index]["ebc"]?.int : nil
      actual.append(describe(outcome, decider, near: capacity, tolerance: tolerance))
    }
    vector.check([
      "steps": .array(actual), "ebc_tolerance": vector.expect["ebc_tolerance"] ?? .null,
    ])
  }

  /// Samples each second in both windows, a decision at each tick.
  func loop(_ vector: Vector) throws {
    let input = vector.input
    var decider = KnativeDecider(
      try spec(try #require(input["spec"])),
      readyPods: try #require(input["ready_pods_at_start"]?.int), at: .zero)
    var metrics = KnativeMetrics(
      stableWindow: try input.span(of: "stable_window_s"),
      panicWindow: try input.span(of: "panic_window_s"),
      granularity: try input.span(of: "granularity_s"),
      averaging: try averaging(input["algorithm"]?.string))
    let samples = try pairs(input, "samples")
    let ready = try pairs(input, "ready_pods")
    let last = try #require(samples.last).time
    var (now, taken) = (SimTime.zero, 0)
    var actual: [JSONValue] = []
    while now <= last {
      while taken < samples.count, samples[taken].time <= now {
        metrics.record(samples[taken].value, at: samples[taken].time)
        taken += 1
      }
      let pods = try #require(ready.last { $0.time <= now }).value
      let averages = metrics.averages(at: now)
      let outcome = decider.decide(readyPods: Int(pods), averages: averages, at: now)
      actual.append([
        "t_s": .number(now.seconds), "desired": .int(outcome.desired),
        "stable": .number(averages?.stable ?? 0), "panic_avg": .number(averages?.panic ?? 0),
        "ebc": .int(outcome.excessBurstCapacity), "panic": .bool(decider.isPanicking),
        "valid": .bool(outcome.isValid),
      ])
      now += KnativeDecider.tick
    }
    vector.check(["steps": .array(actual)])
  }

  func scaleToZero(_ vector: Vector) throws {
    let input = vector.input
    let config = try #require(input["config"])
    var scaler = RevisionScaler()
    scaler.minScale = try #require(input["min_scale"]?.int)
    scaler.maxScale = try #require(input["max_scale"]?.int)
    scaler.initialScale = try #require(input["initial_scale"]?.int)
    scaler.scalesToZero = try #require(config["enable_scale_to_zero"]?.bool as Bool?)
    scaler.gracePeriod = try config.span(of: "scale_to_zero_grace_period_s")
    scaler.stableWindow = try input.span(of: "stable_window_s")
    scaler.podRetention = try input.span(of: "pod_retention_s")
    scaler.progressDeadline = try input.span(of: "progress_deadline_s")
    scaler.targetBurstCapacity = try #require(input["target_burst_capacity"]?.double)
    let reachability = try #require(input["reachability"]?.string)
    scaler.reachability = try #require(RevisionScaler.Reachability(rawValue: reachability))
    let status = RevisionStatus(
      phase: try phase(input), age: try input.span(of: "state_age_s"),
      isInitialized: try #require(input["initialized"]?.bool as Bool?),
      isProxied: try #require(input["sks_mode"]?.string) == "proxy",
      proxiedFor: try input.span(of: "sks_proxy_for_s"),
      activatorAnswers: try #require(input["activator_probe_ok"]?.bool as Bool?))
    let outcome = scaler.scale(
      to: try #require(input["desired"]?.int),
      from: try #require(input["current_replicas"]?.int), status)
    vector.check([
      "scale": .int(outcome.scale), "applied": .bool(outcome.isApplied),
      "requeue": .bool(outcome.requeues), "async_probe": .bool(outcome.probes),
    ])
  }

  /// A condition that is unknown is that of a revision whose pods are starting.
  private func phase(_ input: JSONValue) throws -> RevisionPhase {
    let name = try #require(input["pa_state"]?.string)
    return name == "unknown" ? .activating : try #require(RevisionPhase(rawValue: name))
  }

  private func describe(
    _ outcome: KnativeDecider.Outcome, _ decider: KnativeDecider, near capacity: Int?,
    tolerance: Int
  ) -> JSONValue {
    var excess = outcome.excessBurstCapacity
    if let capacity, abs(capacity - excess) <= tolerance { excess = capacity }
    return [
      "valid": .bool(outcome.isValid), "desired": .int(outcome.desired), "ebc": .int(excess),
      "panic": .bool(decider.isPanicking), "max_panic_pods": .int(decider.maxPanicPods),
      "panic_since_s": decider.panicSince.map { .number($0.seconds) } ?? .null,
    ]
  }

  private func averages(_ step: JSONValue) throws -> KnativeAverages? {
    if step["metrics_error"]?.bool ?? false { return nil }
    return KnativeAverages(
      stable: try #require(step["stable_value"]?.double),
      panic: try #require(step["panic_value"]?.double))
  }

  private func averaging(_ name: String?) throws -> MetricWindow.Averaging {
    switch try #require(name) {
    case "linear": .linear
    case "weighted", "weighted_exponential", "weighted-exponential": .weightedExponential
    case let name: throw UnknownAlgorithm(name: name)
    }
  }

  private struct UnknownAlgorithm: Error { var name: String }

  private func pairs(
    _ input: JSONValue, _ key: String
  ) throws -> [(time: SimTime, value: Double)] {
    try #require(input[key]?.array).map { element in
      let pair = try #require(element.array)
      let seconds = try #require(pair[0].double)
      return (SimTime.zero + SimDuration(seconds: seconds), try #require(pair[1].double))
    }
  }

  private func spec(_ spec: JSONValue) throws -> KnativeDecider.Spec {
    let metric = try #require(spec["scaling_metric"]?.string)
    _ = try #require(KnativeTarget.Metric(rawValue: metric))
    return KnativeDecider.Spec(
      target: try #require(spec["target_value"]?.double),
      burstCapacity: ExcessBurstCapacity(
        total: try #require(spec["total_value"]?.double),
        target: try #require(spec["target_burst_capacity"]?.double)),
      panicThreshold: try #require(spec["panic_threshold"]?.double),
      maxScaleUpRate: try #require(spec["max_scale_up_rate"]?.double),
      maxScaleDownRate: try #require(spec["max_scale_down_rate"]?.double),
      stableWindow: try spec.span(of: "stable_window_s"),
      isReachable: try #require(spec["reachable"]?.bool as Bool?),
      scaleDownDelay: try spec.span(of: "scale_down_delay_s"),
      activationScale: try #require(spec["activation_scale"]?.int))
  }
}

extension JSONValue {
  /// The object with some of its members changed.
  fileprivate func updated(with changes: [String: JSONValue]) throws -> JSONValue {
    .object(try #require(object).merging(changes) { $1 })
  }
}
