import Autoscaling

extension ScenarioWalk {
  /// One step as it stands: the distances from the threshold are positive in both directions.
  private struct ReadStep {
    var near: Double
    var far: Double?
    var amount: Double
    var kind: StepScaling.Adjustment
    var node: YAMLNode
  }

  /// An alarm and its steps by the metric's distance from the threshold.
  mutating func alarm(
    _ node: YAMLNode, _ direction: StepScaling.Direction, _ metric: PoolMetric
  ) -> StepScalingPolicy.AlarmedSteps? {
    let side = direction == .out ? "above" : "below"
    let keys = [side, "minutes", "of", "steps", "min_change"]
    guard let section = section(node, "`\(node.name)`", keys: keys) else { return nil }
    let threshold = required(side, in: section).flatMap { level($0, of: metric) }
    let steps = required("steps", in: section).map { self.steps($0, direction, metric) } ?? []
    let datapoints = section["minutes"].flatMap { integer($0, in: 1...64) } ?? 1
    let periods = section["of"].flatMap { integer($0, in: datapoints...64) } ?? datapoints
    guard let threshold, let kind = steps.first?.kind else { return nil }
    let least = section["min_change"].flatMap { leastChange($0, kind) } ?? 0
    let scaling = StepScaling(
      direction: direction, threshold: threshold, steps: steps.map { Self.made($0, direction) },
      adjustment: kind, minAdjustmentMagnitude: least)
    return .init(scaling, datapoints: datapoints, of: periods)
  }

  /// Steps as AWS takes them: of one kind, each from where the one before ends, only the last open.
  private mutating func steps(
    _ node: YAMLNode, _ direction: StepScaling.Direction, _ metric: PoolMetric
  ) -> [ReadStep] {
    var steps: [ReadStep] = []
    for element in list(node, of: "steps") ?? [] {
      guard let read = step(element, direction, metric) else { continue }
      if let last = steps.last {
        guard read.kind == last.kind else {
          report(.mixedSteps, at: element, against: steps.first?.node)
          continue
        }
        checkContinues(last, read)
      }
      steps.append(read)
    }
    return steps
  }

  private mutating func checkContinues(_ last: ReadStep, _ next: ReadStep) {
    guard let end = last.far else {
      let what = "a step that another follows"
      report(.missingKey(["to"], of: what), at: last.node.place)
      return
    }
    guard next.near != end, let to = last.node["to"] else { return }
    let expected = "\(to.flowText), where the step before ends"
    let found = next.node["from"]?.flowText ?? "0"
    report(
      .type(field: "from", found: found, expected: expected), at: next.node["from"] ?? next.node)
  }

  /// `{from, to, add | remove | percent | exactly}`.
  private mutating func step(
    _ node: YAMLNode, _ direction: StepScaling.Direction, _ metric: PoolMetric
  ) -> ReadStep? {
    let change = direction == .out ? "add" : "remove"
    let kinds = [change, "percent", "exactly"]
    guard let section = section(node, "a step", keys: ["from", "to"] + kinds),
      let key = choice(of: kinds, in: section), let value = section[key],
      let (amount, kind) = adjustment(key, value, direction)
    else { return nil }
    let near = section["from"].map { distance($0, metric) }
    let far = section["to"].map { distance($0, metric) }
    // What could not be read has been told.
    guard let near = near ?? 0, far == nil || far != .some(nil) else { return nil }
    if let low = section["from"], let high = section["to"], let end = far ?? nil, near >= end {
      reportMinAboveMax(low, high, low: "from", high: "to")
      return nil
    }
    return ReadStep(near: near, far: far ?? nil, amount: amount, kind: kind, node: node)
  }

  private mutating func adjustment(
    _ key: String, _ value: YAMLNode, _ direction: StepScaling.Direction
  ) -> (amount: Double, kind: StepScaling.Adjustment)? {
    let sign = direction == .out ? 1.0 : -1.0
    if key == "percent" {
      guard let share = share(value, atMost: direction == .out ? 10 : 1) else { return nil }
      return (sign * share * 100, .percentChangeInCapacity)
    }
    guard let count = integer(value, in: 0...Self.instanceLimit) else { return nil }
    return key == "exactly"
      ? (Double(count), .exactCapacity) : (sign * Double(count), .changeInCapacity)
  }

  /// The least change of steps in percent; others say their change themselves.
  private mutating func leastChange(_ node: YAMLNode, _ kind: StepScaling.Adjustment) -> Int? {
    guard kind == .percentChangeInCapacity else {
      report(
        .unknownKey("min_change", of: "an alarm whose steps are no percentages", valid: ["steps"]),
        at: node.namePlace ?? node.place)
      return nil
    }
    return integer(node, in: 1...Self.instanceLimit)
  }

  /// A distance from a threshold: nothing, or a level of the metric.
  private mutating func distance(_ node: YAMLNode, _ metric: PoolMetric) -> Double? {
    let nothing = ["0", "0%", "0s", "0ms", "0/s"]
    return nothing.contains(node.text ?? "") ? 0 : level(node, of: metric)
  }

  private static func made(
    _ step: ReadStep, _ direction: StepScaling.Direction
  ) -> StepScaling.Step {
    direction == .out
      ? .init(lower: step.near, upper: step.far, adjustment: step.amount)
      : .init(lower: step.far.map { -$0 }, upper: -step.near, adjustment: step.amount)
  }
}
