package import Kernel

/// The largest value of the recent past.
///
/// A queue of the values that are larger than all that came after them, oldest and largest first,
/// in a ring that grows when it must and then is reused. Amortised O(1) for each value.
package struct SlidingMaximum: Sendable {
  private struct Entry {
    var time: SimTime
    var value: Double
  }

  /// How far back a value counts; a value exactly as old no longer does.
  package let window: SimDuration
  /// The capacity is a power of two.
  private var ring: [Entry]
  private var head = 0
  private var count = 0

  /// A maximum over `window` of values that come about each `interval`; both not negative.
  package init(window: SimDuration, interval: SimDuration) {
    precondition(window >= .zero && interval > .zero, "a window is not negative")
    self.window = window
    var capacity = 2
    let looks = Swift.min(window.nanoseconds / interval.nanoseconds + 2, 1 << 16)
    while capacity < looks { capacity *= 2 }
    ring = Array(repeating: Entry(time: .zero, value: 0), count: capacity)
  }

  /// Takes in a value and gives the largest of the window; instants must not go back.
  package mutating func add(_ value: Double, at now: SimTime) -> Double {
    while count > 0, now - ring[head].time >= window { dropFirst() }
    while count > 0, ring[slot(count - 1)].value <= value { count -= 1 }
    if count == ring.count { grow() }
    ring[slot(count)] = Entry(time: now, value: value)
    count += 1
    return ring[head].value
  }

  private func slot(_ index: Int) -> Int { (head + index) & (ring.count - 1) }

  private mutating func dropFirst() {
    head = slot(1)
    count -= 1
  }

  private mutating func grow() {
    var larger = Array(repeating: Entry(time: .zero, value: 0), count: ring.count * 2)
    for index in 0..<count { larger[index] = ring[slot(index)] }
    ring = larger
    head = 0
  }
}
