import Capacity
import Kernel

extension ScenarioWalk {
  /// A file of policies: `replicas: {min, max, start}` and `policies:` by name.
  mutating func replayPlan(_ root: YAMLNode, epoch: Double?) -> ReplayPlan? {
    let keys = ["headroom", "name", "about", "start", "replicas", "policies"]
    guard let section = section(root, "a file of policies", keys: keys) else { return nil }
    checkVersion(section)
    let name = section["name"].map { self.name($0) } ?? "replay"
    var clock = Clock(measure: .days(1), interval: .minutes(5))
    if let start = section["start"] {
      readStart(start, into: &clock)
    } else if let epoch {
      clock.startTimeOfDay = SimDuration(seconds: epoch.truncatingRemainder(dividingBy: 86_400))
      // 1970-01-01 was a Thursday.
      clock.startWeekday = (Int(epoch / 86_400) + 3) % 7
    }
    let size = required("replicas", in: section).flatMap { replicas($0) }
    var candidates: [ReplayPlan.Candidate] = []
    for entry in required("policies", in: section).map({ named($0, "policies") }) ?? [] {
      let place = ScalerPlace(
        name: "replicas", min: size?.min ?? 1, max: size?.max ?? Self.instanceLimit,
        startTime: size?.start ?? .zero, clock: clock)
      guard let scaler = policy(entry.value, place), let size else { continue }
      candidates.append(
        .init(name: entry.key, scaler: scaler, min: size.min, max: size.max, start: size.start))
    }
    guard let name, !candidates.isEmpty else { return nil }
    return ReplayPlan(name: name, clock: clock, candidates: candidates)
  }

  private mutating func replicas(
    _ node: YAMLNode
  ) -> (min: Int, max: Int, start: SimDuration)? {
    guard let section = section(node, "`replicas`", keys: ["min", "max", "start"]),
      let minNode = required("min", in: section), let maxNode = required("max", in: section),
      let low = integer(minNode, in: 0...Self.instanceLimit),
      let high = integer(maxNode, in: 1...Self.instanceLimit)
    else { return nil }
    if low > high {
      reportMinAboveMax(minNode, maxNode, low: "min", high: "max")
      return nil
    }
    let start = section["start"].map { duration($0) ?? .zero } ?? .zero
    return (low, high, start)
  }
}
