import Autoscaling
import Kernel
import Testing

/// The facts about Ray Serve's autoscaler.
struct RayConformanceTests {
  @Test(arguments: Vector.all("ray"))
  func `Ray Serve decides as its tests and its own code do`(_ vector: Vector) throws {
    let input = vector.input
    switch vector.kind {
    case "policy": vector.check(try policy(input))
    case "policy_runs": vector.check(try runs(input))
    case "delay": vector.check(try delay(input))
    case "scaling_factor": vector.check(try scalingFactor(input))
    case "gang_round": vector.check(try gangRound(input))
    case "total_requests": vector.check(try total(input))
    case "bounds": vector.check(try bounds(input))
    case "loop": vector.check(try RayLoop(input).changes())
    default: vector.unknownKind()
    }
  }

  private func policy(_ input: JSONValue) throws -> JSONValue {
    var autoscaler = RayServeAutoscaler(try .init(of: input))
    let decisions = try #require(input["steps"]?.array).map { step -> JSONValue in
      let step = try #require(step.array)
      try #require(step.count == 4)
      let requests = try #require(step[3].double)
      return .int(
        autoscaler.propose(
          running: try #require(step[1].int), target: try #require(step[2].int),
          requests: requests, asked: try customPolicy(input, requests: requests),
          at: try step[0].instant()))
    }
    return ["decisions": .array(decisions)]
  }

  /// Each run is called at whole tenths of a second, as on the clock of the original's test.
  private func runs(_ input: JSONValue) throws -> JSONValue {
    var autoscaler = RayServeAutoscaler(try .init(of: input))
    let runs = try #require(input["runs"]?.array).map { run -> JSONValue in
      let run = try #require(run.array)
      try #require(run.count == 6)
      let requests = try #require(run[5].double)
      let asked = try customPolicy(input, requests: requests)
      let count = try #require(run[2].int)
      var last = 0
      var others: [Int] = []
      for call in 0..<count {
        let start = try run[0].instant()
        let period = SimDuration(seconds: try #require(run[1].double))
        last = autoscaler.propose(
          running: try #require(run[3].int), target: try #require(run[4].int),
          requests: requests, asked: asked, at: start + period * Int64(call))
        if call < count - 1 { others.append(last) }
      }
      #expect(Set(others).count <= 1, "calls before the last differ: \(Set(others))")
      return [.int(others.first ?? last), .int(last)]
    }
    return ["runs": .array(runs)]
  }

  private func customPolicy(_ input: JSONValue, requests: Double) throws -> Double? {
    guard let policy = input["custom_policy"] else { return nil }
    return try #require(policy[requests > 0 ? "busy" : "idle"]?.double)
  }

  private func delay(_ input: JSONValue) throws -> JSONValue {
    let settings = try RayServeAutoscaler.Settings(of: input)
    var delay = RayDelay()
    let decisions = try #require(input["steps"]?.array).map { step -> JSONValue in
      let step = try #require(step.array)
      try #require(step.count == 3)
      return .int(
        delay.apply(
          try #require(step[1].int), target: try #require(step[2].int), settings: settings,
          at: try step[0].instant()))
    }
    return ["decisions": .array(decisions)]
  }

  private func scalingFactor(_ input: JSONValue) throws -> JSONValue {
    let settings = try RayServeAutoscaler.Settings(config: input)
    let desired = try #require(input["desired"]?.double)
    return ["replicas": .int(settings.scaled(desired, from: try #require(input["current"]?.int)))]
  }

  private func gangRound(_ input: JSONValue) throws -> JSONValue {
    var settings = try RayServeAutoscaler.Settings(config: input)
    settings.gangSize = try #require(input["gang_size"]?.int)
    settings.min = input["min_replicas"]?.int ?? 0
    settings.max = input["max_replicas"]?.int ?? .max
    let replicas = settings.wholeGangs(try #require(input["decision"]?.int))
    return ["replicas": .int(settings.bounded(replicas))]
  }

  private func total(_ input: JSONValue) throws -> JSONValue {
    let sources = try #require(input["series"]?.array).map { series in
      try #require(series.array).map { point in
        let point = try #require(point.array)
        try #require(point.count == 2)
        return RayRequestTotal.Point(
          seconds: try #require(point[0].double), requests: try #require(point[1].double))
      }
    }
    let name = try #require(input["aggregation"]?.string)
    var total = RayRequestTotal()
    let value = total.total(
      of: sources, at: try #require(input["now_s"]?.double),
      by: try #require(.init(rawValue: name)))
    return ["value": .number(value)]
  }

  private func bounds(_ input: JSONValue) throws -> JSONValue {
    var settings = try RayServeAutoscaler.Settings(of: input)
    settings.targetCapacity = input["target_capacity_percent"]?.double
    settings.targetCapacityRises = input["target_capacity_direction"] == "UP"
    return ["replicas": .int(settings.bounded(try #require(input["decision"]?.int)))]
  }
}
