import Kernel

/// Optional figures of policies: read where they are given, else as the original has them.
extension ScenarioWalk {
  /// A time of a policy, within a day.
  mutating func time(
    _ key: String, _ section: Section, atLeast least: SimDuration = .zero,
    _ original: SimDuration
  ) -> SimDuration {
    guard let node = section[key] else { return original }
    return duration(node, atLeast: least, atMost: .days(1)) ?? original
  }

  /// How often a policy looks.
  mutating func interval(_ section: Section, default original: SimDuration) -> SimDuration {
    time("sync", section, atLeast: .milliseconds(100), original)
  }

  /// A number without a unit.
  mutating func number(
    _ key: String, _ section: Section, in range: ClosedRange<Double>, _ original: Double
  ) -> Double {
    guard let node = section[key] else { return original }
    return number(node, in: range) ?? original
  }

  /// A share of something that cannot be nothing, from a hundredth to all.
  mutating func positiveShare(_ key: String, _ section: Section) -> Double? {
    guard let node = section[key], let share = quantity(node, .share) else { return nil }
    return within(0.01...1, share, node, unit: "")
  }

  /// `true` or `false`.
  mutating func flag(_ key: String, _ section: Section, _ original: Bool) -> Bool {
    guard let node = section[key] else { return original }
    return flag(node)
  }
}
