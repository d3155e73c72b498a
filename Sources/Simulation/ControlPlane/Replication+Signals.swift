import Capacity
import Kernel

/// Sessions that are announced before they start.
///
/// A serverless pool for streams keeps an instance for each, free or new; an autoscaler that
/// watches `streams` sees it as if it were there.
extension Replication {
  mutating func beginSignals(of index: Int, _ sequence: ArrivalSequence) {
    guard architecture.heedsSignals, let signal = scenario.populations[index].signal else { return }
    signals[index] = SignalState(signal, sequence)
    awaitSignal(of: index)
  }

  private mutating func awaitSignal(of index: Int) {
    let next = signals[index]?.next(
      from: scenario.clock.beginning, random, group: groups[index])
    if let next { events.schedule(.signal, at: next, entity: index) }
  }

  /// The next session of a population that announces itself does so.
  mutating func announce(population index: Int) {
    let instance = hold()
    signals[index]?.open(keeping: instance)
    announced += 1
    awaitSignal(of: index)
  }

  /// A session has started and is announced no more; gives the instance that is kept for it.
  mutating func endAnnouncement(of number: Int, population index: Int) -> Int? {
    guard let announcement = signals[index]?.close(number) else { return nil }
    announced -= 1
    return announcement.instance
  }
}
