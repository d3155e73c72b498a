import Capacity
import Kernel

/// The events of a market that replays what was observed.
struct ReplayEvents: Sendable {
  private let levels: TimedSteps<Int>
  /// When the last event was; nil before the first.
  private var last: SimTime?
  private let beginning: SimTime

  init(_ levels: TimedSteps<Int>, beginning: SimTime) {
    self.levels = levels
    self.beginning = beginning
  }

  mutating func next() -> MarketEvent? {
    guard let last else {
      self.last = beginning
      return standing
    }
    guard let change = levels.change(after: last) else { return nil }
    self.last = change.at
    // By the step, not by a count from the beginning: another warm-up does not change the luck.
    return MarketEvent(
      at: change.at, number: levels.number(at: change.at), kind: .holds(atMost: change.value))
  }

  /// How the market stands at the beginning, and since when it has been open, or closed.
  private var standing: MarketEvent {
    let level = levels.value(at: beginning)
    let start = levels.start(until: beginning) { ($0 > 0) == (level > 0) }
    return MarketEvent(
      at: start ?? beginning - .days(3_650), number: levels.number(at: beginning),
      kind: .holds(atMost: level))
  }
}
