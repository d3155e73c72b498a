import Capacity
import Kernel

/// The times under a picture, at round steps of civil time: hours of a day, weekdays of a week.
struct PictureAxis {
  private let clock: Clock
  private let columns: Int
  private let step: SimDuration

  /// The finest steps whose labels leave at least one column between them.
  init(_ clock: Clock, columns: Int) {
    self.clock = clock
    self.columns = columns
    let span = clock.measure
    step =
      Self.steps.first { step in
        step * Int64(columns) >= span * Int64(Self.width(step) + 1)
      } ?? span
  }

  /// The labels after `indent` spaces, then the zone.
  func text(indent: Int) -> String {
    var text = String(repeating: " ", count: indent)
    var at = first
    while at < clock.end {
      let column = Int(at.nanoseconds / 1_000_000 * Int64(columns) / spanMilliseconds)
      let label = label(at)
      if column + label.count <= columns {
        text = TextLayout.left(text, indent + column) + label
      }
      at = at + step
    }
    return TextLayout.left(text, indent + columns) + "  " + clock.zone
  }

  private var spanMilliseconds: Int64 { max(1, clock.measure.nanoseconds / 1_000_000) }

  /// The first multiple of the step in civil time, or midnight for steps of days, that is not before the span.
  private var first: SimTime {
    let size = min(step, .days(1)).nanoseconds
    let past = clock.startTimeOfDay.nanoseconds % size
    return SimTime(nanoseconds: past == 0 ? 0 : size - past)
  }

  private func label(_ at: SimTime) -> String {
    if step >= .days(1) { return String(clock.clockText(at).prefix(3)) }
    let text =
      clock.measure > .days(1) ? String(clock.clockText(at).suffix(5)) : clock.clockText(at)
    let seconds = Int(at.nanoseconds / 1_000_000_000 % 60)
    return step < .minutes(1) ? text + ":" + Clock.two(seconds) : text
  }

  private static func width(_ step: SimDuration) -> Int {
    step >= .days(1) ? 3 : step < .minutes(1) ? 8 : 5
  }

  private static let steps: [SimDuration] = {
    let fine: [Int64] = [1, 2, 5, 10, 15, 30]
    let hours: [Int64] = [1, 2, 3, 6, 12]
    let days: [Int64] = [1, 2, 7, 14, 28]
    return fine.map { .seconds($0) } + fine.map { .minutes($0) } + hours.map { .hours($0) }
      + days.map { .days($0) }
  }()
}
