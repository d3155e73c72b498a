import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  /// Rules of local time, alone or over another policy.
  mutating func scheduled(
    _ node: YAMLNode, over inner: PoolAutoscaler?, _ place: ScalerPlace
  ) -> PoolAutoscaler? {
    guard let schedule = schedule(node, place) else { return inner }
    guard var scaler = inner else {
      let policy = SchedulePolicy(
        .init(schedule: schedule, minimum: place.min, maximum: place.max))
      return PoolAutoscaler(pool: place.name, name: "schedule", policy: policy, metrics: [])
    }
    scaler.policy = Self.scheduled(scaler.policy, schedule)
    return scaler
  }

  private static func scheduled(
    _ inner: some ScalingPolicy, _ schedule: WeeklySchedule
  ) -> any ScalingPolicy {
    Scheduled(inner, schedule: schedule)
  }

  private mutating func schedule(_ node: YAMLNode, _ place: ScalerPlace) -> WeeklySchedule? {
    var rules: [WeeklySchedule.Rule] = []
    for element in list(node, of: "{at, replicas}") ?? [] {
      if let rule = rule(element, place) { rules.append(rule) }
    }
    guard !rules.isEmpty else { return nil }
    let now = SimDuration.days(Int64(place.clock.startWeekday)) + place.clock.startTimeOfDay
    return WeeklySchedule(rules, timeOfWeekAtZero: now)
  }

  private mutating func rule(_ node: YAMLNode, _ place: ScalerPlace) -> WeeklySchedule.Rule? {
    let keys = ["days", "at", "min", "replicas", "max"]
    guard let section = section(node, "a rule of `schedule`", keys: keys),
      let at = required("at", in: section), let start = timeOfDay(at)
    else { return nil }
    var rule = WeeklySchedule.Rule(
      days: section["days"].flatMap { days($0) } ?? .all, start: start)
    let sizes = 0...Swift.max(place.max, 0)
    rule.minimum = section["min"].flatMap { integer($0, in: sizes) }
    rule.desired = section["replicas"].flatMap { integer($0, in: sizes) }
    rule.maximum = section["max"].flatMap { integer($0, in: sizes) }
    if section.given(["min", "replicas", "max"]).isEmpty {
      report(.missingKey(["replicas", "min", "max"], of: section.what), at: node.place)
      return nil
    }
    return rule
  }

  /// `workdays`, `weekend`, one day such as `mon`, or a list of them.
  private mutating func days(_ node: YAMLNode) -> Weekdays? {
    let names: [(String, Weekdays)] = [
      ("mon", .monday), ("tue", .tuesday), ("wed", .wednesday), ("thu", .thursday),
      ("fri", .friday), ("sat", .saturday), ("sun", .sunday), ("workdays", .workdays),
      ("weekend", .weekend),
    ]
    var elements = [node]
    if case .sequence(let several) = node.content { elements = several }
    var days: Weekdays = []
    for element in elements {
      guard let name = text(element) else { return nil }
      guard let known = names.first(where: { $0.0 == name }) else {
        report(.unknownName(kind: "day", name: name, valid: names.map(\.0)), at: element)
        return nil
      }
      days.formUnion(known.1)
    }
    return days
  }
}
