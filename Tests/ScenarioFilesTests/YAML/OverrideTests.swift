import Capacity
import Kernel
import ScenarioFiles
import Testing

@Suite struct OverrideTests {
  @Test func `an override changes a value`() throws {
    let reading = Reading(Sample.text, overrides: ["demand.calls.deadline=150ms", "seed=7"])
    let scenario = try #require(reading.scenario)
    #expect(scenario.populations[0].deadline == .milliseconds(150))
    #expect(scenario.seed == 7)
  }

  @Test func `an override reaches lists by index and makes missing keys`() throws {
    let text = Sample.replacing("{concurrent: 5}", "{concurrent: 5, profile: [\(ones)]}")
    let reading = Reading(
      text,
      overrides: [
        "demand.calls.sessions.profile.2=3", "architectures.fixed.serve.batching.max=4",
      ])
    let scenario = try #require(reading.scenario)
    #expect(scenario.architectures.map(\.serving.batching.max) == [4, 4])
    guard case .poisson(let curve) = scenario.populations[0].arrivals,
      case .hourly(let values)? = curve.factors.first
    else {
      Issue.record("no profile")
      return
    }
    #expect(values[1...3] == [1, 3, 1])
  }

  @Test func `a star reaches every entry`() throws {
    let reading = Reading(Sample.text, overrides: ["architectures.*.serve.batching={max: 2}"])
    #expect(try #require(reading.scenario).architectures.map(\.serving.batching.max) == [2, 2])
  }

  @Test func `an override may replace the size of a pool`() {
    let reading = Reading(Sample.text, overrides: ["architectures.scaled.pools.main.max=0"])
    #expect(reading.spots == ["range 1:37+1"])
  }

  @Test func `an error in an override points at it`() {
    let reading = Reading(Sample.text, overrides: ["demand.calls.deadline=soon"])
    #expect(
      reading.text == """
        error[number]: `deadline` is "soon", which is not a number
          --set:1:23
          1 │ demand.calls.deadline=soon
            │                       ^^^^
        """)
  }

  @Test func `an unknown key in an override is told with the nearest`() {
    let reading = Reading(Sample.text, overrides: ["demand.calls.dedline=1s"])
    #expect(
      reading.concise == "--set:1:14: error[unknown-key]: `dedline` is not a key of a population\n")
  }

  @Test(arguments: [
    ("seed", "type 1:1+4"), ("replications=[1", "syntax 1:16+1"), ("name.x=1", "type 1:6+1"),
    ("demand.calls.sessions={concurrent: 5, steps: [{at: 0s, factor: -1}]}", "range 1:64+2"),
  ])
  func `an override that cannot be read is located`(text: String, spot: String) {
    #expect(Reading(Sample.text, overrides: [text]).spots == [spot])
  }

  @Test func `an override with a very long path is refused`() {
    let path = [String](repeating: "a", count: 10_000).joined(separator: ".")
    #expect(Reading(Sample.text, overrides: ["\(path)=1"]).spots == ["nesting 1:1+1"])
  }

  @Test func `an index beyond a list is an error`() {
    let text = Sample.replacing("{concurrent: 5}", "{concurrent: 5, profile: [\(ones)]}")
    let reading = Reading(text, overrides: ["demand.calls.sessions.profile.24=3"])
    #expect(reading.spots == ["unknown-name 1:31+2"])
  }

  private var ones: String { [String](repeating: "1", count: 24).joined(separator: ", ") }
}
