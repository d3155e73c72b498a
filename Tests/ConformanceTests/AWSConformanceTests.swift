import Autoscaling
import Kernel
import Testing

/// The facts about AWS Auto Scaling and Google's managed instance groups.
struct AWSConformanceTests {
  @Test(arguments: Vector.all("aws"))
  func `AWS and Google Cloud decide as documented`(_ vector: Vector) throws {
    let input = vector.input
    switch vector.kind {
    case "step": vector.check(try step(input))
    case "percent_round":
      let value = try #require(input["value"]?.double)
      vector.check(["rounded": .int(StepScaling.roundedChange(value))])
    case "appas_cooldown": vector.check(try cooldown(input))
    case "target_tracking": vector.check(try targetTracking(input))
    case "policy_resolution": vector.check(try resolution(input))
    case "tt_alarm": vector.check(try alarm(input))
    case "mig_recommendation": vector.check(try recommendation(input))
    default: vector.unknownKind()
    }
  }

  private func step(_ input: JSONValue) throws -> JSONValue {
    let name = try #require(input["adjustment_type"]?.string)
    let direction = try #require(input["direction"]?.string)
    let scaling = StepScaling(
      direction: try #require(.init(rawValue: direction)),
      threshold: try #require(input["threshold"]?.double),
      steps: try #require(input["steps"]?.array).map { step in
        let step = try #require(step.array)
        try #require(step.count == 3)
        return .init(
          lower: step[0].double, upper: step[1].double,
          adjustment: try #require(step[2].double))
      },
      adjustment: try #require(.init(rawValue: name)),
      minAdjustmentMagnitude: input["min_adjustment_magnitude"]?.int ?? 0)
    let desired = try #require(input["desired"]?.int)
    let group = StepScaling.Group(
      inService: try #require(input["in_service"]?.int), warming: input["warming"]?.int ?? 0,
      terminating: input["terminating"]?.int ?? 0, desired: desired)
    guard let metric = input["metric"]?.double else { return ["desired": .int(desired)] }
    return ["desired": .int(bounded(scaling.desired(for: metric, of: group), input))]
  }

  private func bounded(_ capacity: Int, _ input: JSONValue) -> Int {
    min(max(capacity, input["min"]?.int ?? 0), input["max"]?.int ?? .max)
  }

  private func cooldown(_ input: JSONValue) throws -> JSONValue {
    var capacity = try #require(input["capacity"]?.int)
    var cooldown = ScalingCooldown(
      out: try input.duration("out_cooldown_s"), in: try input.duration("in_cooldown_s"))
    let after = try #require(input["events"]?.array).map { event -> JSONValue in
      let event = try #require(event.array)
      try #require(event.count == 3)
      let change = try #require(event[2].int)
      #expect(change == 0 || event[1] == (change > 0 ? "out" : "in"))
      capacity += cooldown.grant(change, at: try event[0].instant())
      return .int(capacity)
    }
    return ["capacity_after": .array(after)]
  }

  private func targetTracking(_ input: JSONValue) throws -> JSONValue {
    let tracking = ProportionalTarget(
      try #require(input["target"]?.double),
      scaleInMargin: input["scale_in_margin"]?.double ?? 0.1,
      disableScaleIn: input["disable_scale_in"]?.bool ?? false)
    let current = try #require(input["current"]?.int)
    guard let metric = input["metric"]?.double else { return ["desired": .int(current)] }
    let desired = tracking.desired(current: current, metric: metric)
    return ["desired": .int(bounded(desired, input))]
  }

  private func resolution(_ input: JSONValue) throws -> JSONValue {
    let ready = try input["target_tracking_ready_to_scale_in"]?.array?.map {
      try #require($0.bool as Bool?)
    }
    let desired = PolicyResolution.desired(
      current: try #require(input["current"]?.int),
      proposals: try #require(input["proposals"]?.array).map { try #require($0.int) },
      readyToScaleIn: ready)
    return ["desired": .int(desired)]
  }

  private func alarm(_ input: JSONValue) throws -> JSONValue {
    var alarms = TargetTrackingAlarms(
      target: try #require(input["target"]?.double),
      lowFraction: input["low_fraction"]?.double ?? 0.9,
      highPeriods: input["high_periods"]?.int ?? 3, lowPeriods: input["low_periods"]?.int ?? 15)
    var high: [JSONValue] = []
    var low: [JSONValue] = []
    for (index, datapoint) in try #require(input["datapoints"]?.array).enumerated() {
      alarms.take(datapoint.double)
      if alarms.isHigh { high.append(.int(index + 1)) }
      if alarms.isLow { low.append(.int(index + 1)) }
    }
    return ["high_minutes": .array(high), "low_minutes": .array(low)]
  }

  private func recommendation(_ input: JSONValue) throws -> JSONValue {
    var settings = ManagedInstanceGroupSize.Settings(
      min: input["min"]?.int ?? 0, max: input["max"]?.int ?? .max)
    if input["stabilization_s"] != nil {
      settings.stabilization = try input.duration("stabilization_s")
    }
    if input["initialization_s"] != nil {
      settings.initialization = try input.duration("initialization_s")
    }
    if let control = input["scale_in_control"] { settings.scaleInControl = try limit(control) }
    var group = ManagedInstanceGroupSize(settings)
    let sizes = try #require(input["needed"]?.array).map { entry -> JSONValue in
      let entry = try #require(entry.array)
      try #require(entry.count == 2)
      let size = group.recommend(try #require(entry[1].int), at: try entry[0].instant())
      return [entry[0], .int(size)]
    }
    return ["size": .array(sizes)]
  }

  private func limit(
    _ control: JSONValue
  ) throws -> ManagedInstanceGroupSize.ScaleInControl {
    let window = try control.duration("window_s")
    if let replicas = control["max_replicas"]?.int {
      return .init(.replicas(replicas), window: window)
    }
    return .init(.percent(try #require(control["max_percent"]?.double)), window: window)
  }
}
