import Capacity
import Kernel
import ScenarioFiles
import Testing

@Suite struct SignalReadingTests {
  /// The sample with a signal in line 11, which begins at column 13.
  static func reading(_ signal: String) -> Reading {
    Reading(Sample.replacing("deadline: 200ms\n", "deadline: 200ms\n    signal: \(signal)\n"))
  }

  @Test func `a signal in full and in short`() {
    #expect(
      Self.reading("{before: 20s, share: 80%}").scenario?.populations.first?.signal
        == StartSignal(before: .seconds(20), share: 0.8))
    #expect(
      Self.reading("{before: 1min}").scenario?.populations.first?.signal
        == StartSignal(before: .minutes(1), share: 1))
    #expect(Reading(Sample.text).scenario?.populations.first?.signal == nil)
  }

  @Test(arguments: [
    ("{before: 0s}", "range 11:22+2"),
    ("{before: 25h}", "range 11:22+3"),
    ("{before: 20s, share: 120%}", "range 11:34+4"),
    ("{before: 20}", "unit 11:22+2"),
    ("{share: 80%}", "missing-key 11:5+6"),
    ("{before: 20s, after: 3s}", "unknown-key 11:27+5"),
    ("20s", "type 11:13+3"),
  ])
  func `what is wrong is told where it is`(signal: String, spot: String) {
    #expect(Self.reading(signal).spots == [spot])
  }

  @Test func `requests are not announced`() {
    let text = """
      headroom: 1
      name: sample
      clock: {measure: 1d}
      demand:
        calls:
          sessions: {rate: 5/s}
          deadline: 200ms
          signal: {before: 20s}
      models:
        light: {on: {T4: {batch: {1: 10ms}}}}
      instances:
        box: {gpu: T4, on_demand: $0.40/h}
      architectures:
        fixed: {serve: {model: light}, pools: {main: {instance: box, count: 2}}}
      """
    #expect(Reading(text).spots == ["contradiction 8:13+13"])
  }

  @Test func `an architecture ignores signals, what is like it inherits that`() {
    let text = Sample.replacing(
      "serve: {model: light, routing", "signals: ignored\n    serve: {model: light, routing")
    let scenario = Reading(text).scenario
    #expect(scenario?.architectures.map(\.heedsSignals) == [false, false])
    #expect(Reading(Sample.text).scenario?.architectures.map(\.heedsSignals) == [true, true])
    let wrong = Sample.replacing(
      "serve: {model: light, routing", "signals: herded\n    serve: {model: light, routing")
    #expect(Reading(wrong).spots == ["unknown-name 17:14+6"])
  }
}
