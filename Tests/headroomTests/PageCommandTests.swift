import Foundation
import Testing

@Suite struct PageCommandTests {
  private func run(_ body: (CommandLineTool) throws -> Void) throws {
    let headroom = try CommandLineTool()
    defer { headroom.cleanUp() }
    let answer = try headroom(
      "compare", CommandLineTool.scenario("bursty-requests"), "--replications", "3", "--set",
      "clock.measure=10min", "--set", "clock.warm_up=1min", "--set", "clock.interval=1min",
      "--quiet", "--out", "out")
    #expect(answer.status == 0)
    try body(headroom)
  }

  @Test func `report draws the page of the run again, byte for byte`() throws {
    try run { headroom in
      let page = try headroom.text("out/report.html")
      try FileManager.default.removeItem(
        at: headroom.directory.appendingPathComponent("out/report.html"))
      #expect(try headroom("report", "out/").status == 0)
      #expect(try headroom.text("out/report.html") == page)
      let line = try headroom.text("out/timeline.csv").replacing("\n", with: ",\n")
      try headroom.write(line, to: "out/timeline.csv")
      let answer = try headroom("report", "out")
      #expect(answer.status == 2)
      #expect(answer.errors.hasPrefix("error[run-files]: "))
      #expect(answer.errors.contains("out/timeline.csv:1"))
      #expect(try headroom.text("out/report.html") == page)
      #expect(try headroom("report", ".").errors.contains("there is no manifest here"))
    }
  }

  @Test func `plot writes one picture, and helps with its name`() throws {
    try run { headroom in
      #expect(try headroom("plot", "out", "--chart", "wait", "--out", "w.svg").status == 0)
      #expect(try headroom.text("w.svg").hasPrefix("<svg xmlns="))
      let answer = try headroom("plot", "out", "--chart", "wiat")
      #expect(answer.status == 2)
      #expect(answer.errors.contains("did you mean `--chart wait`?"))
      #expect(answer.errors.contains("money"))
      let bare = try headroom("plot", "out", "--chart", "wait", "--out", "w.png")
      #expect(bare.status == 2)
      #expect(bare.errors.contains("rsvg-convert"))
    }
  }
}
