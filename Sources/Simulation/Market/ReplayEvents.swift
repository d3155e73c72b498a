import Capacity
import Kernel

/// The events of a market that replays what was observed.
struct ReplayEvents: Sendable {
  private let levels: TimedSteps<Int>
  /// When the last event was; nil before the first.
  private var last: SimTime?
  private var number = 0
  private let beginning: SimTime

  init(_ levels: TimedSteps<Int>, beginning: SimTime) {
    self.levels = levels
    self.beginning = beginning
  }

  mutating func next() -> MarketEvent? {
    guard let last else {
      self.last = beginning
      let level = levels.value(at: beginning)
      return MarketEvent(at: beginning, number: 0, kind: .holds(atMost: level))
    }
    guard let change = levels.change(after: last) else { return nil }
    self.last = change.at
    number += 1
    return MarketEvent(at: change.at, number: number, kind: .holds(atMost: change.value))
  }
}
