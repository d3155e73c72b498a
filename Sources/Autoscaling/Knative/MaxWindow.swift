/// The largest value of the last so many ticks, in constant time on average.
///
/// After `max.Window` of Knative Serving 1.23 (`pkg/autoscaler/aggregation/max/window.go`), which
/// delays scaling down: a ring of values that fall from the oldest to the newest, since a value
/// that a later one reaches can never be the largest again.
public struct MaxWindow: Sendable {
  private struct Entry {
    var tick: Int64
    var value: Int
  }

  private var entries: [Entry]
  private var first = 0
  private var count = 0

  /// A window of `size` ticks, at least one.
  public init(size: Int) {
    precondition(size > 0, "a window holds one tick or more")
    entries = [Entry](repeating: Entry(tick: 0, value: 0), count: size)
  }

  /// Takes in a value of a tick; ticks must not go back. Of several in one tick the largest counts.
  public mutating func record(_ value: Int, at tick: Int64) {
    while count > 0, value >= newest.value { count -= 1 }
    while count > 0, tick - entries[first].tick >= Int64(entries.count) {
      first = slot(1)
      count -= 1
    }
    // A larger value of the same tick already stands for it.
    if count > 0, newest.tick == tick { return }
    entries[slot(count)] = Entry(tick: tick, value: value)
    count += 1
  }

  /// The largest value as of the last one recorded; 0 before the first.
  public var current: Int { entries[first].value }

  private var newest: Entry { entries[slot(count - 1)] }

  private func slot(_ offset: Int) -> Int {
    let slot = first + offset
    return slot < entries.count ? slot : slot - entries.count
  }
}
