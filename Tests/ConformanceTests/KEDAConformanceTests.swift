import Autoscaling
import Kernel
import Testing

/// Runs the facts about KEDA on the parts that it is made of.
struct KEDAConformanceTests {
  @Test(arguments: Vector.all("keda"))
  func `KEDA does what the original does`(_ vector: Vector) throws {
    switch vector.kind {
    case "request_scale": try requestScale(vector)
    case "fallback": try fallback(vector)
    case "hpa_bounds": bounds(vector)
    case "loop": try loop(vector)
    case "job_strategy": try jobStrategy(vector)
    case "job_decision": try jobDecision(vector)
    case "job_state": try jobState(vector)
    default: vector.unknownKind()
    }
  }

  /// The instant that ages count back from; created "long ago" is at zero.
  private static var now: SimTime { .zero + .days(1000) }

  private func requestScale(_ vector: Vector) throws {
    let input = vector.input
    let outcome = try activation(input).pass(
      current: try #require(input["current_replicas"]?.int),
      isActive: try #require(input["active"]?.bool as Bool?),
      hasError: input["error"]?.bool ?? false,
      lastActive: input["last_active_age_s"]?.double.map { Self.now - SimDuration(seconds: $0) },
      created: input["created_age_s"]?.double.map { Self.now - SimDuration(seconds: $0) } ?? .zero,
      at: Self.now)
    vector.check([
      "replicas": .int(outcome.replicas),
      "last_active": outcome.marksActive ? "now" : "unchanged",
    ])
  }

  private func activation(_ input: JSONValue) throws -> KEDAActivation {
    var activation = KEDAActivation()
    activation.minReplicas = input["min_replicas"]?.int ?? 0
    activation.idleReplicas = input["idle_replicas"]?.int
    activation.fallbackReplicas = input["fallback_replicas"]?.int
    if input["cooldown_s"] != nil { activation.cooldown = try input.span(of: "cooldown_s") }
    if input["initial_cooldown_s"] != nil {
      activation.initialCooldown = try input.span(of: "initial_cooldown_s")
    }
    guard let annotations = input["annotations"] else { return activation }
    // Any value but a plain false pauses.
    let paused = annotations["paused"].map { $0.bool ?? ($0.string != "false") } ?? false
    activation.isPaused = paused || annotations["paused_replicas"] != nil
    activation.pausesScaleIn = isTrue(annotations["paused_scale_in"])
    activation.pausesScaleOut = isTrue(annotations["paused_scale_out"])
    activation.forcesActivation = isTrue(annotations["force_activation"])
    return activation
  }

  private func isTrue(_ value: JSONValue?) -> Bool {
    value?.bool ?? (value?.string == "true")
  }

  private func fallback(_ vector: Vector) throws {
    let input = vector.input
    let type = try input["target_type"]?.string.map {
      try #require(KEDATrigger.TargetType(rawValue: $0))
    }
    let trigger = KEDATrigger(
      target: try #require(input["target"]?.double), targetType: type ?? .averageValue)
    var failures = try #require(input["failures"]?.int)
    // A scaler that failed has a metric of null, not none.
    let metric = try #require(input.object?["metric"])
    let reading = KEDAFallback.read(
      metric.double, of: trigger, failures: &failures,
      fallback: try input["fallback"].map(fallback(of:)),
      currentReplicas: input["current_replicas"]?.int ?? 0,
      readyReplicas: input["ready_replicas"]?.int ?? 0)
    vector.check([
      "metric": reading.metric.map { .number($0) } ?? .null,
      "error": .bool(reading.metric == nil), "failures": .int(failures),
      "falling_back": .bool(reading.isFallingBack),
    ])
  }

  private func fallback(of input: JSONValue) throws -> KEDAFallback {
    let behavior = try input["behavior"]?.string.map {
      $0.isEmpty ? .fixed : try #require(KEDAFallback.Behavior(rawValue: $0))
    }
    return KEDAFallback(
      failureThreshold: try #require(input["failure_threshold"]?.int),
      replicas: try #require(input["replicas"]?.int), behavior: behavior ?? .fixed)
  }

  private func bounds(_ vector: Vector) {
    let bounds = KEDABounds(
      minReplicas: vector.input["min_replicas"]?.int,
      maxReplicas: vector.input["max_replicas"]?.int)
    vector.check(["min_replicas": .int(bounds.min), "max_replicas": .int(bounds.max)])
  }

  private func loop(_ vector: Vector) throws {
    let input = vector.input
    let trigger = KEDATrigger(
      target: 1, activationThreshold: input["activation_threshold"]?.double ?? 0)
    var poller = KEDAPoller(try activation(input), triggers: [trigger], created: .zero)
    let queue = try steps(input, "queue_steps")
    let writes = input["hpa_writes"] == nil ? [] : try steps(input, "hpa_writes")
    let period = try input.span(of: "polling_interval_s")
    let until = try input.instant(of: "until_s")
    var replicas = try #require(input["initial_replicas"]?.int)
    var (now, written) = (SimTime.zero, 0)
    var changes: [JSONValue] = []
    while now <= until {
      while written < writes.count, writes[written].time <= now {
        if replicas > 0 { replicas = Int(writes[written].value) }
        written += 1
      }
      let length = queue.last { $0.time <= now }?.value ?? 0
      let outcome = poller.poll([length], current: replicas, at: now)
      if outcome.replicas != replicas {
        changes.append([
          "t_s": .number(now.seconds), "from": .int(replicas), "to": .int(outcome.replicas),
        ])
      }
      replicas = outcome.replicas
      now += period
    }
    vector.check(["changes": .array(changes)])
  }

  private func steps(
    _ input: JSONValue, _ key: String
  ) throws -> [(time: SimTime, value: Double)] {
    try #require(input[key]?.array).map { element in
      let pair = try #require(element.array)
      let time = SimTime.zero + SimDuration(seconds: try #require(pair[0].double))
      return (time, try #require(pair[1].double))
    }
  }
}
