import Capacity
import Kernel
import ScenarioFiles
import Testing

@Suite struct TraceTests {
  private func read(_ trace: String, _ rows: String?) -> Reading {
    let text = Sample.replacing("{concurrent: 5}", "{trace: {file: t.csv\(trace)}}")
      .replacing("measure: 1d, warm_up: 1h", with: "measure: 3min")
    return Reading(text, files: rows.map { ["s/t.csv": $0] } ?? [:])
  }

  private static let good = "t_seconds,count\n0,3\n60,4\n120,5\n180,6\n"

  @Test func `a trace of counts is read beside the scenario`() throws {
    let scenario = try #require(read(", scale: 0.5", Self.good).scenario)
    guard case .counts(let trace) = scenario.populations[0].arrivals else {
      Issue.record("no counts")
      return
    }
    #expect(trace == CountTrace(interval: .minutes(1), counts: [3, 4, 5, 6], scale: 0.5))
  }

  @Test func `a trace may start later`() throws {
    let scenario = try #require(read(", from: 1min", Self.good).scenario)
    guard case .counts(let trace) = scenario.populations[0].arrivals else {
      Issue.record("no counts")
      return
    }
    #expect(trace.counts == [4, 5, 6])
  }

  @Test func `a trace of arrivals is read in seconds`() throws {
    let reading = read(", arrival: at", "who,at\r\n\"a,b\",0.5\r\nc,2\r\n")
    let scenario = try #require(reading.scenario)
    guard case .instants(let instants) = scenario.populations[0].arrivals else {
      Issue.record("no instants")
      return
    }
    #expect(instants.map(\.nanoseconds) == [500_000_000, 2_000_000_000])
  }

  @Test(arguments: [
    ("", nil, "trace-file 6:30+5"),
    ("", "", "trace-file 6:30+5"),
    ("", "t_seconds,count\n", "trace-file 6:30+5"),
    ("", "t_seconds,count\n0,5\n", "trace-file 6:30+5"),
    ("", "t_seconds,n\n0,5\n60,5\n", "trace-file 6:30+5"),
    (", count: n", "t_seconds,count\n0,5\n60,5\n", "trace-file 6:44+1"),
    (", from: 2min", good, "trace-file 6:30+5"),
    ("", "t_seconds,count\n0,5\n60,x\n120,4\n", "trace-row 3:4+1"),
    ("", "t_seconds,count\n0,5\n60,-3\n120,4\n", "trace-row 3:4+2"),
    ("", "t_seconds,count\n0,5\n60\n120,4\n", "trace-row 3:3+1"),
    ("", "t_seconds,count\n0,5\n60,1\n30,4\n", "trace-row 4:1+2"),
    ("", "t_seconds,count\n0,5\n60,1\n90,4\n", "trace-row 4:1+2"),
    (", arrival: t_seconds", "t_seconds\n900\n", "trace-file 6:30+5"),
    (", arrival: t_seconds", "t_seconds\n5\n4\n", "trace-row 3:1+1"),
  ])
  func `a trace that cannot be used is told where`(trace: String, rows: String?, spot: String) {
    #expect(read(trace, rows).spots == [spot])
  }

  @Test func `a bad row is shown with the number of rows like it`() {
    let rows = "t_seconds,count\n0,5\n60,-3\n120,4\n180,-1\n240,-1\n300,x\n360,1\n420,-2\n"
    #expect(
      read("", rows).text == """
        error[trace-row]: `count` is "-3", expected a whole number from 0 up to a billion
          s/t.csv:3:4
          3 │ 60,-3
            │    ^^ and 4 rows like it (5-7, 9)
          note: the file is named here: s/a.yaml:6:30
        """)
  }

  @Test func `an empirical distribution is sorted`() throws {
    let text = Sample.replacing(
      "duration: 10min", "duration: {empirical: {file: d.csv, column: d}}")
    let reading = Reading(text, files: ["s/d.csv": "d\n3\n1\n2.5\n"])
    guard case .stream(let stream)? = reading.scenario?.populations[0].kind else {
      Issue.record("no stream: \(reading.concise)")
      return
    }
    #expect(stream.duration == .empirical([1, 2.5, 3]))
  }
}
