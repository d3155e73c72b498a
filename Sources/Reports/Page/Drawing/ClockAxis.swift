import Capacity
import Kernel

/// The time of day, or the day, along the foot of a picture of the measured span.
struct ClockAxis {
  private let clock: Clock

  init(_ clock: Clock) { self.clock = clock }

  /// How many parts the span is marked in, so that marks are round: whole days, hours or fives of
  /// minutes.
  private var parts: Int {
    let span = clock.measure.nanoseconds
    for unit in [SimDuration.days(1), .hours(1), .minutes(5)] {
      let fitting = [6, 7, 4, 5, 3, 2].first { span % (Int64($0) * unit.nanoseconds) == 0 }
      if let fitting { return fitting }
    }
    return 4
  }

  /// Writes the marks with their feet at `y`.
  func draw(into picture: inout SVG, y: Double) {
    let parts = parts
    for mark in 0...parts {
      let at = SimTime(nanoseconds: clock.measure.nanoseconds / Int64(parts) * Int64(mark))
      var label = clock.clockText(at)
      if clock.measure > .days(1) { label = String(label.prefix(3)) }
      if mark == parts, clock.measure == .days(1), label == "00:00" { label = "24:00" }
      picture.text(
        label, x: Double(mark) / Double(parts), y: y,
        anchor: mark == 0 ? .start : mark == parts ? .end : .middle, "l")
    }
  }
}
