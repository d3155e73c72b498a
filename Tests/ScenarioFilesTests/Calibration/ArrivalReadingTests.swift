import ScenarioFiles
import Testing

@Suite struct ArrivalReadingTests {
  private func complaint(_ text: String) -> String {
    Measured.complaint { () throws(Diagnostics) in try Measured.file(text).arrivals() }
  }

  @Test func `counts come with their step`() throws {
    guard
      case .counts(let counts, let step) = try Measured.file("t_seconds,count\n0,3\n300,4\n")
        .arrivals()
    else {
      Issue.record("no counts")
      return
    }
    #expect(counts == [3, 4])
    #expect(step == 300)
  }

  @Test func `instants may repeat`() throws {
    guard
      case .instants(let instants) = try Measured.file("arrival_s,n\n0,1\n0.5,1\n0.5,2\n")
        .arrivals()
    else {
      Issue.record("no instants")
      return
    }
    #expect(instants == [0, 0.5, 0.5])
  }

  @Test(arguments: [
    (
      "t_seconds,count\n0,3\n60,4\n90,4\n",
      "m.csv:4:1: error[trace-row]: `t_seconds` moves by 30s, and by 1min in the first rows\n"
    ),
    (
      "t_seconds,count\n0,3\n0,4\n",
      "m.csv:3:1: error[trace-row]: `t_seconds` is 0s, which does not come after 0s\n"
    ),
    (
      "t_seconds,count\n0,-3\n60,4\n",
      "m.csv:2:3: error[trace-row]: `count` is \"-3\", expected a whole number from 0 up to a billion\n"
    ),
    (
      "t_seconds,count\n0,3\n",
      "m.csv:1:1: error[measurements]: a fit needs 2 intervals, and has 1\n"
    ),
    (
      "arrival_s\n5\n4\n",
      "m.csv:3:1: error[trace-row]: `arrival_s` is 4s, which does not come after 5s\n"
    ),
    (
      "when\n5\n",
      "m.csv:1:1: error[measurements]: the columns `when` are no layout known for arrivals\n"
    ),
  ])
  func `arrivals that cannot be used are told where`(text: String, complaint wanted: String) {
    #expect(complaint(text) == wanted)
  }
}
