import Capacity
import Kernel

/// The machine time of a pool in each clock-hour of the measured span.
///
/// Hours are those of the scenario's clock, as providers settle commitments: the first and the last
/// may be cut short by the span.
struct HourlyUse {
  /// The part of each hour that lies in the span.
  let spans: [SimDuration]
  /// Machine time in each.
  private(set) var used: [SimDuration]
  private let offset: SimDuration

  /// Nothing used.
  init(_ clock: Clock) {
    let hour = SimDuration.hours(1)
    let past = clock.startTimeOfDay.nanoseconds % hour.nanoseconds
    offset = SimDuration(nanoseconds: past)
    let count = Int(
      (clock.measure + offset + hour - .nanoseconds(1)).nanoseconds / hour.nanoseconds)
    spans = (0..<count).map { index in
      let begin = hour * Int64(index) - SimDuration(nanoseconds: past)
      return min(begin + hour, clock.measure) - max(begin, .zero)
    }
    used = spans.map { _ in .zero }
  }

  /// The same of a span that ends when that of `clock` does, and in which all of it lies.
  func within(_ clock: Clock) -> HourlyUse {
    var use = HourlyUse(clock)
    use.used = Array(used.prefix(use.used.count))
    return use
  }

  /// Adds a machine that lived from `start` to `end` within the span.
  mutating func add(from start: SimTime, until end: SimTime) {
    let hour = SimDuration.hours(1)
    var time = start
    while time < end {
      let index = Int(((time - .zero) + offset).nanoseconds / hour.nanoseconds)
      let next = min(SimTime.zero + (hour * Int64(index + 1) - offset), end)
      used[index] += next - time
      time = next
    }
  }

  /// The places of hours that lie in the span whole.
  var wholeHours: [Int] { spans.indices.filter { spans[$0] == .hours(1) } }
}
