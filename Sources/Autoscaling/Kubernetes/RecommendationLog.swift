package import Kernel

/// What the metrics asked for lately, before windows, limits and bounds.
///
/// A slot that no window looks at any more is reused, one at each look, so the log grows to the
/// looks of the longest window and no further.
package struct RecommendationLog: Hashable, Sendable {
  /// What the metrics asked for at one look.
  package struct Entry: Hashable, Sendable {
    /// The replicas.
    package var replicas: Int
    /// When.
    package var time: SimTime

    /// A recommendation.
    package init(replicas: Int, time: SimTime) {
      self.replicas = replicas
      self.time = time
    }
  }

  /// The recommendations; in no order, since slots are reused.
  package private(set) var entries: [Entry]
  private var hasBegun: Bool

  /// A log that has not begun: the first look puts the replicas of that time into it.
  package init() {
    entries = []
    hasBegun = false
  }

  /// A log of looks that have been.
  package init(_ entries: [Entry]) {
    self.entries = entries
    hasBegun = true
  }

  /// Takes the replicas that are there at the first look for a recommendation, so that a new
  /// autoscaler does not scale down at once.
  package mutating func begin(with current: Int, at now: SimTime) {
    if hasBegun { return }
    hasBegun = true
    entries.append(Entry(replicas: current, time: now))
  }

  /// Notes a recommendation; the highest of `window`, itself included.
  ///
  /// The rule without `behavior`: an entry that is exactly as old as the window counts.
  package mutating func stabilize(
    _ desired: Int, window: SimDuration, at now: SimTime
  ) -> Int {
    let cutoff = now - window
    var highest = desired
    var free: Int?
    for index in entries.indices {
      if entries[index].time < cutoff {
        free = index
      } else {
        highest = max(highest, entries[index].replicas)
      }
    }
    note(desired, in: free, at: now)
    return highest
  }

  /// Notes a recommendation; the current replicas, raised to the lowest recommendation of the
  /// window for a rise and lowered to the highest of the window for a fall.
  ///
  /// The rule with `behavior`: an entry that is exactly as old as a window does not count.
  package mutating func stabilize(
    _ desired: Int, current: Int, up: SimDuration, down: SimDuration, at now: SimTime
  ) -> Int {
    let upCutoff = now - up
    let downCutoff = now - down
    var lowest = desired
    var highest = desired
    var free: Int?
    for index in entries.indices {
      let entry = entries[index]
      if entry.time > upCutoff { lowest = min(lowest, entry.replicas) }
      if entry.time > downCutoff { highest = max(highest, entry.replicas) }
      if entry.time < upCutoff && entry.time < downCutoff { free = index }
    }
    note(desired, in: free, at: now)
    return min(max(current, lowest), highest)
  }

  private mutating func note(_ desired: Int, in free: Int?, at now: SimTime) {
    let entry = Entry(replicas: desired, time: now)
    if let free { entries[free] = entry } else { entries.append(entry) }
  }
}
