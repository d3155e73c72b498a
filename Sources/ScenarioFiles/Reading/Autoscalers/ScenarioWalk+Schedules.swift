import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  /// The schedule alone, over no other policy.
  func scheduled(_ schedule: WeeklySchedule, _ place: ScalerPlace) -> PoolAutoscaler {
    let policy = SchedulePolicy(
      .init(schedule: schedule, minimum: place.min, maximum: place.max))
    return PoolAutoscaler(pool: place.name, name: "schedule", policy: policy, metrics: [])
  }

  /// A policy within the bounds of a schedule.
  static func scheduled(
    _ inner: some ScalingPolicy, _ schedule: WeeklySchedule
  ) -> any ScalingPolicy {
    Scheduled(inner, schedule: schedule)
  }

  /// A list of rules of local time, or nil without one that could be read.
  mutating func schedule(_ node: YAMLNode, _ place: ScalerPlace) -> WeeklySchedule? {
    var rules: [WeeklySchedule.Rule] = []
    for element in list(node, of: "{at, replicas}") ?? [] {
      if let rule = rule(element, place) { rules.append(rule) }
    }
    guard !rules.isEmpty else { return nil }
    let now = SimDuration.days(Int64(place.clock.startWeekday)) + place.clock.startTimeOfDay
    return WeeklySchedule(rules, timeOfWeekAtZero: now)
  }

  private mutating func rule(_ node: YAMLNode, _ place: ScalerPlace) -> WeeklySchedule.Rule? {
    let sizes = ["replicas", "min", "max"]
    guard let section = section(node, "a rule of `schedule`", keys: ["days", "at"] + sizes),
      let at = required("at", in: section), let start = timeOfDay(at)
    else { return nil }
    guard start < .days(1) else {
      report(.type(field: at.name, found: at.kind, expected: "a time of day before 24:00"), at: at)
      return nil
    }
    var rule = WeeklySchedule.Rule(start: start)
    if let node = section["days"] {
      guard let days = days(node) else { return nil }
      rule.days = days
    }
    if section.given(sizes).isEmpty {
      report(.missingKey(sizes, of: section.what), at: node.place)
      return nil
    }
    // Outside of these the pool's own bounds would cut the rule, so it could not mean what it says.
    let bounds = place.min...place.max
    rule.desired = section["replicas"].flatMap { integer($0, in: bounds) }
    rule.minimum = section["min"].flatMap { integer($0, in: bounds) }
    rule.maximum = section["max"].flatMap { integer($0, in: bounds) }
    if let low = section["min"], let high = section["max"], let floor = rule.minimum,
      let ceiling = rule.maximum, floor > ceiling
    {
      reportMinAboveMax(low, high, low: "min", high: "max")
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
    if case .sequence = node.content { elements = list(node, of: "days") ?? [] }
    var days: Weekdays = []
    for element in elements {
      guard let name = text(element) else { return nil }
      guard let known = names.first(where: { $0.0 == name }) else {
        report(.unknownName(kind: "day", name: name, valid: names.map(\.0)), at: element)
        return nil
      }
      days.formUnion(known.1)
    }
    return days.isEmpty ? nil : days
  }
}
