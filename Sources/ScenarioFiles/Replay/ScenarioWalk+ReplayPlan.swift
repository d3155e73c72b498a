import Capacity
import Kernel

extension ScenarioWalk {
  private typealias Size = (min: Int, max: Int, start: SimDuration)

  /// A file of policies: `replicas: {min, max, start}` and `policies:` by name.
  mutating func replayPlan(_ root: YAMLNode, epoch: CivilTime?) -> ReplayPlan? {
    let keys = ["headroom", "name", "about", "start", "replicas", "policies"]
    guard let section = section(root, "a file of policies", keys: keys) else { return nil }
    checkVersion(section)
    let name = section["name"].map { self.name($0) } ?? fileName
    var start = epoch
    if let node = section["start"] { start = civilTime(node) }
    let size = required("replicas", in: section).flatMap { replicas($0) }
    let clock = Clock(start, measure: .days(1), interval: .minutes(5))
    var candidates: [ReplayPlan.Candidate] = []
    for entry in required("policies", in: section).map({ named($0, "policies") }) ?? [] {
      let place = ScalerPlace(
        name: "replicas", min: size?.min ?? 1, max: size?.max ?? Self.instanceLimit,
        initial: size?.min ?? 1,
        startTime: size?.start ?? .zero, clock: clock)
      guard let scaler = policy(entry.value, place), let size else { continue }
      candidates.append(
        .init(name: entry.key, scaler: scaler, min: size.min, max: size.max, start: size.start))
    }
    guard let name, !candidates.isEmpty else { return nil }
    return ReplayPlan(name: name, start: start, candidates: candidates)
  }

  /// The file's own name without what follows the first point, if that is a name.
  private var fileName: String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = String(file.prefix { $0 != "." })
    return Self.isName(stem) ? stem : "policies"
  }

  private mutating func civilTime(_ node: YAMLNode) -> CivilTime? {
    guard let text = text(node) else { return nil }
    if let time = CivilTime(text) { return time }
    let expected = "a date and time such as 2026-03-02T08:00"
    report(.type(field: node.name, found: node.kind, expected: expected), at: node)
    return nil
  }

  private mutating func replicas(_ node: YAMLNode) -> Size? {
    guard let section = section(node, "`replicas`", keys: ["min", "max", "start"]) else {
      return nil
    }
    let lowNode = required("min", in: section)
    let highNode = required("max", in: section)
    let start = section["start"].map { duration($0, atMost: .days(1)) ?? .zero } ?? .zero
    guard let lowNode, let highNode, let low = integer(lowNode, in: 0...Self.instanceLimit),
      let high = integer(highNode, in: 1...Self.instanceLimit)
    else { return nil }
    if low > high {
      reportMinAboveMax(lowNode, highNode, low: "min", high: "max")
      return nil
    }
    return (low, high, start)
  }
}

extension CivilTime {
  /// The time that `YYYY-MM-DDTHH:MM` says, perhaps with `:SS`, or nil.
  init?(_ text: String) {
    guard let instant = Civil.instant(text) else { return nil }
    let time = instant.timeOfDay.nanoseconds / 1_000_000_000
    self.init(secondsSince1970: Int64(instant.days) * 86_400 + time)
  }
}

extension Clock {
  /// A clock that starts at a civil time, or where clocks start that nothing is said of.
  fileprivate init(_ start: CivilTime?, measure: SimDuration, interval: SimDuration) {
    self.init(measure: measure, interval: interval)
    guard let start else { return }
    self.start = start.text
    startTimeOfDay = start.timeOfDay
    startWeekday = start.weekday
  }
}
