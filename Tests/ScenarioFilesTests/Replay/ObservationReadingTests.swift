import Autoscaling
import Capacity
import Kernel
import ScenarioFiles
import Testing

@Suite struct ObservationReadingTests {
  private static func read(_ text: String) throws -> ReplayMeasurements {
    try Measured.file(text).replay()
  }

  @Test func `rows have replicas and the metrics that there are columns for`() throws {
    let read = try Self.read(
      """
      note,t_seconds,queue_wait,replicas,gpu_utilization
      a,10,0.25,2,.5
      b,25.5,,3.0,1e-1

      """)
    #expect(read.metrics == [.gpuUtilization, .queueWait])
    #expect(read.rows.map(\.time) == [.zero, .zero + .milliseconds(15_500)])
    #expect(read.rows.map(\.replicas) == [2, 3] && read.rows.map(\.ready) == [2, 3])
    #expect(read.rows.map(\.values) == [[0.5, 0.25], [0.1, nil]])
    #expect(read.epoch == nil)
  }

  @Test func `ready replicas may differ from those asked for`() throws {
    let read = try Self.read("t_seconds,replicas,ready,streams\n0,4,3,1\n1,4,4,1\n")
    #expect(read.rows.map(\.ready) == [3, 4])
    #expect(read.rows.map(\.replicas) == [4, 4])
  }

  @Test func `seconds since 1970 tell the time of the first row`() throws {
    let read = try Self.read(
      "t_seconds,replicas,streams\n1772434830.5,4,1\n1772434860.5,4,1\n")
    #expect(read.epoch?.text == "2026-03-02T07:00:30")
    #expect(read.rows.map(\.time) == [.zero, .zero + .seconds(30)])
  }

  @Test(arguments: [
    (
      "0,2,73,1\n30,2,.5,1\n60,2,81,1\n",
      "m.csv:2:5: error[trace-row]: `gpu_utilization` is \"73\", expected a share from 0 to 1, not a "
        + "percentage\n"
    ),
    (
      "0,2,.5,1\n30,two,.5,1\n",
      "m.csv:3:4: error[trace-row]: `replicas` is \"two\", expected a whole number of replicas from "
        + "0 to 100000\n"
    ),
    (
      "0,2,.5,1\n30,2.5,.5,1\n",
      "m.csv:3:4: error[trace-row]: `replicas` is \"2.5\", expected a whole number of replicas from "
        + "0 to 100000\n"
    ),
    (
      "30,2,.5,1\n30,2,.5,1\n",
      "m.csv:3:1: error[trace-row]: `t_seconds` is 30, which does not come after 30\n"
    ),
    (
      "1772434830000,2,.5,1\n1772434860000,2,.5,1\n",
      "m.csv:2:1: error[trace-row]: `t_seconds` is \"1772434830000\", expected seconds, not "
        + "milliseconds\n"
    ),
    (
      "2026-03-02T07:00:30Z,2,.5,1\n",
      "m.csv:2:1: error[trace-row]: `t_seconds` is \"2026-03-02T07:00:30Z\", expected seconds from 0 "
        + "or from 1970 on, such as 1772438400\n"
    ),
    (
      "0,2,.5,nan\n30,2,.5,1\n",
      "m.csv:2:8: error[trace-row]: `streams` is \"nan\", expected a number from 0 up\n"
    ),
    ("0,2,.5\n30,2,.5,1\n", "m.csv:2:7: error[trace-row]: the row has no `streams`\n"),
    (
      "0,2,.5,1\n",
      "m.csv:1:1: error[measurements]: a replay needs 2 rows, and the file has 1\n"
    ),
    ("", "m.csv:1:1: error[measurements]: the file has a header and no rows\n"),
  ])
  func `a bad row is told with its place`(rows: String, words: String) {
    let text = "t_seconds,replicas,gpu_utilization,streams\n" + rows
    #expect(
      Measured.complaint { () throws(Diagnostics) in try Measured.file(text).replay() } == words)
  }

  @Test(arguments: ["time,replicas,streams", "t_seconds,count,streams", "t_seconds,replicas,cpu"])
  func `columns that are no observations are told with what there should be`(header: String) {
    let words = Measured.complaint { () throws(Diagnostics) in
      try Measured.file(header + "\n0,1,2\n1,1,2\n").replay()
    }
    #expect(words.hasPrefix("m.csv:1:1: error[measurements]: the columns `"))
    #expect(words.hasSuffix("` are no observations of a pool\n"))
  }

  @Test func `a metric that was not observed is told with who watches it`() throws {
    let file = try Measured.file("t_seconds,replicas,streams\n0,1,2\n")
    let one = file.notObserved(.queueWait, watchedBy: ["a"])
    #expect(
      one.concise
        == "m.csv:1:1: error[measurements]: the file has no column `queue_wait`, which `a` watches\n"
    )
    let many = file.notObserved(.queueWait, watchedBy: ["a", "b", "c", "d", "e"])
    #expect(many.concise.hasSuffix("which `a`, `b`, `c` and 2 more watch\n"))
  }
}
