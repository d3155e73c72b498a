package import Kernel

/// The changes in one direction that the limits still look back at.
///
/// A slot that has become outdated is reused, so the log grows to the changes of the longest
/// period and no further.
package struct ScaleEventLog: Hashable, Sendable {
  /// One change.
  package struct Event: Hashable, Sendable {
    /// Replicas added or removed; positive.
    package var change: Int
    /// When.
    package var time: SimTime
    /// Whether it is older than the longest period and its slot may be reused.
    package var isOutdated: Bool

    /// A change.
    package init(change: Int, time: SimTime, isOutdated: Bool = false) {
      self.change = change
      self.time = time
      self.isOutdated = isOutdated
    }
  }

  /// The changes; in no order, since slots are reused.
  package private(set) var events: [Event]

  /// A log of changes.
  package init(_ events: [Event] = []) { self.events = events }

  /// The replicas changed less than `period` ago.
  package func change(within period: SimDuration, at now: SimTime) -> Int {
    let cutoff = now - period
    var sum = 0
    for event in events where event.time > cutoff { sum += event.change }
    return sum
  }

  /// Notes a change; the last slot older than `longestPeriod` is reused.
  package mutating func store(_ change: Int, longestPeriod: SimDuration, at now: SimTime) {
    let cutoff = now - longestPeriod
    var free: Int?
    for index in events.indices {
      if events[index].time < cutoff { events[index].isOutdated = true }
      if events[index].isOutdated { free = index }
    }
    let event = Event(change: change, time: now)
    if let free { events[free] = event } else { events.append(event) }
  }
}
