import Capacity
import Kernel
import ScenarioFiles
import Testing

@Suite struct RetryReadingTests {
  /// The sample with a policy in line 11, which begins at column 12.
  static func reading(_ policy: String) -> Reading {
    Reading(Sample.replacing("deadline: 200ms\n", "deadline: 200ms\n    retry: \(policy)\n"))
  }

  @Test func `a policy in full and in short`() throws {
    let full = Self.reading("{attempts: 5, backoff: 50ms, max_backoff: 1s}").scenario
    #expect(
      full?.populations.first?.retry
        == RetryPolicy(attempts: 5, backoff: .milliseconds(50), maxBackoff: .seconds(1)))
    let short = Self.reading("{attempts: 3, backoff: 100ms}").scenario
    #expect(
      short?.populations.first?.retry
        == RetryPolicy(attempts: 3, backoff: .milliseconds(100), maxBackoff: .seconds(20)))
    #expect(Reading(Sample.text).scenario?.populations.first?.retry == nil)
  }

  @Test(arguments: [
    ("{attempts: 1, backoff: 1s}", "range 11:23+1"),
    ("{attempts: 3}", "missing-key 11:5+5"),
    ("{attempts: 3, backoff: 100}", "unit 11:35+3"),
    ("{attempts: 3, backoff: 1s, max_backoff: 10ms}", "range 11:52+4"),
    ("{attempts: 3, backoff: 1s, jitter: full}", "unknown-key 11:39+6"),
    ("3", "type 11:12+1"),
  ])
  func `what is wrong is told where it is`(policy: String, spot: String) {
    #expect(Self.reading(policy).spots == [spot])
  }
}
