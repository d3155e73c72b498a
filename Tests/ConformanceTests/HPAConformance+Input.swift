import Autoscaling
import Kernel

/// The input of one vector of the HPA, or a part of it; ages count back from `now`.
struct HPAInput {
  /// What a vector lacks, or says in words that are not of the schema.
  struct Unreadable: Error { var key: String }

  let json: JSONValue
  let now = SimTime.zero

  init(_ json: JSONValue) { self.json = json }

  func need<Value>(_ key: String, _ read: (JSONValue) -> Value?) throws -> Value {
    guard let member = json[key], let value = read(member) else { throw Unreadable(key: key) }
    return value
  }

  func int(_ key: String) throws -> Int { try need(key, \.int) }
  func list(_ key: String) throws -> [JSONValue] { try need(key, \.array) }
  func part(_ key: String) throws -> HPAInput { HPAInput(try need(key) { $0 }) }

  /// A length in seconds.
  func duration(_ key: String) throws -> SimDuration {
    SimDuration(seconds: try need(key, \.double))
  }

  /// The instant so many seconds ago, or nil when that is null.
  func instant(_ key: String) -> SimTime? {
    json[key]?.double.map { now - SimDuration(seconds: $0) }
  }

  func tolerance() throws -> Tolerance {
    let part = try part("tolerance")
    return Tolerance(up: try part.need("up", \.double), down: try part.need("down", \.double))
  }

  /// The flags, with the defaults of production where a vector does not say.
  func readiness() -> PodReadiness {
    var readiness = PodReadiness()
    if let seconds = json["cpu_initialization_period_s"]?.double {
      readiness.cpuInitializationPeriod = SimDuration(seconds: seconds)
    }
    if let seconds = json["initial_readiness_delay_s"]?.double {
      readiness.initialReadinessDelay = SimDuration(seconds: seconds)
    }
    return readiness
  }

  /// Pairs of a number and an age, as a number and an instant.
  func history(_ key: String) throws -> [(number: Int, time: SimTime, rest: [JSONValue])] {
    try list(key).map { entry in
      guard let values = entry.array, values.count >= 2, let number = values[0].int,
        let age = values[1].double
      else { throw Unreadable(key: key) }
      return (number, now - SimDuration(seconds: age), Array(values.dropFirst(2)))
    }
  }

  func recommendations() throws -> RecommendationLog {
    if json["recommendations"] == nil { return RecommendationLog() }
    return RecommendationLog(
      try history("recommendations").map { .init(replicas: $0.number, time: $0.time) })
  }

  func eventLog(_ key: String) throws -> ScaleEventLog {
    ScaleEventLog(
      try history(key).map { event in
        .init(change: event.number, time: event.time, isOutdated: event.rest.first?.bool ?? false)
      })
  }

  func events() throws -> ScaleEvents {
    ScaleEvents(up: try eventLog("scale_up_events"), down: try eventLog("scale_down_events"))
  }

  /// The rules of one direction; what is null has Kubernetes' default.
  func rules(_ key: String, default rules: ScalingRules) throws -> ScalingRules {
    guard json[key] != nil else { return rules }
    let part = try part(key)
    var rules = rules
    if part.json["stabilization_window_s"] != nil {
      rules.stabilizationWindow = try part.duration("stabilization_window_s")
    }
    if part.json["select_policy"] != nil {
      rules.select = try part.need("select_policy") {
        $0.string.flatMap(ScalingRules.SelectPolicy.init)
      }
    }
    if part.json["policies"] != nil { rules.policies = try part.policies() }
    return rules
  }

  func policies() throws -> [ScalingRules.Policy] {
    try list("policies").map { json in
      let policy = HPAInput(json)
      return ScalingRules.Policy(
        try policy.need("type") { $0.string.flatMap(ScalingRules.Policy.Kind.init) },
        try policy.int("value"), per: try policy.duration("period_s"))
    }
  }
}
