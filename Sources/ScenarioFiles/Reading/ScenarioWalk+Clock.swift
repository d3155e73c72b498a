import Capacity
import Kernel

extension ScenarioWalk {
  /// The clock; a day without warm-up where the scenario's could not be read.
  mutating func clock(_ node: YAMLNode) -> Clock {
    var clock = Clock(measure: .days(1), interval: .minutes(5))
    let keys = ["start", "zone", "measure", "warm_up", "interval", "month"]
    guard let section = section(node, "`clock`", keys: keys) else { return clock }
    if let start = section["start"] { readStart(start, into: &clock) }
    clock.zone = text(section["zone"], default: clock.zone)
    if let measure = required("measure", in: section),
      let length = duration(measure, atLeast: .seconds(1))
    {
      clock.measure = length
    }
    readWarmUp(section, into: &clock)
    readInterval(section, into: &clock)
    if let month = section["month"] {
      clock.monthIsStated = true
      clock.month = duration(month, atLeast: .hours(1)) ?? clock.month
    } else {
      assume("clock month", "730h")
    }
    return clock
  }

  mutating func readStart(_ node: YAMLNode, into clock: inout Clock) {
    guard let text = text(node) else { return }
    guard let instant = Civil.instant(text) else {
      report(
        .type(
          field: node.name, found: node.kind, expected: "a date and time such as 2026-03-02T00:00"),
        at: node)
      return
    }
    clock.start = text
    clock.startTimeOfDay = instant.timeOfDay
    clock.startWeekday = instant.weekday
  }

  private mutating func readWarmUp(_ section: Section, into clock: inout Clock) {
    let half = SimDuration(nanoseconds: clock.measure.nanoseconds / 2)
    guard let node = section["warm_up"] else {
      clock.warmUp = min(.hours(1), half)
      assume("clock warm_up", Self.words(clock.warmUp))
      return
    }
    if node.flowText == "auto" {
      clock.findsWarmUp = true
      clock.warmUp = .zero
      return
    }
    // Longer than the span is fine: what learns from past days needs some.
    if let warmUp = duration(node, atMost: .days(366)) { clock.warmUp = warmUp }
  }

  /// The default is a 288th of the span in whole seconds.
  private mutating func readInterval(_ section: Section, into clock: inout Clock) {
    let seconds = (clock.measure.nanoseconds / 288 + 999_999_999) / 1_000_000_000
    clock.interval = .seconds(max(seconds, 1))
    guard let node = section["interval"] else { return }
    let least = max(clock.measure.nanoseconds / 100_000, 1_000_000)
    if let interval = duration(node, atLeast: .nanoseconds(least), atMost: clock.measure) {
      clock.interval = interval
    }
  }
}
