internal import Kernel

/// The highest number of a trailing window, both of whose ends count.
///
/// Keeps only numbers that can still become the highest, so a look costs O(1) on average and the
/// memory is that of the longest fall.
struct PeakWindow: Hashable, Sendable {
  private struct Entry: Hashable, Sendable {
    var time: SimTime
    var number: Int
  }

  private let length: SimDuration
  /// In the order of time, falling.
  private var entries: [Entry] = []

  init(_ length: SimDuration) { self.length = length }

  /// The highest number within the window that ends at `now`, or nil.
  mutating func peak(at now: SimTime) -> Int? {
    var stale = 0
    while stale < entries.count, entries[stale].time < now - length { stale += 1 }
    if stale > 0 { entries.removeSubrange(0..<stale) }
    return entries.first?.number
  }

  /// Adds a number; instants must not go back.
  mutating func add(_ number: Int, at now: SimTime) {
    while let last = entries.last, last.number <= number { entries.removeLast() }
    entries.append(Entry(time: now, number: number))
  }
}
