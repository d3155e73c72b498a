import Capacity
import Experiments
import Kernel
import Simulation
import Statistics
import Testing

@testable import Reports

@Suite struct RedrawTests {
  /// Results whose files agree with each other, as those of a run do.
  private static let report: Report = {
    var comparison = Sample.five
    for index in comparison.results.indices {
      for part in 0...2 {
        let latency = SimDuration.milliseconds(Int64(7 + part))
        switch part {
        case 0:
          comparison.results[index].populations[0].latency.network.record(
            latency, times: 1_000_000)
        case 1:
          comparison.results[index].populations[0].latency.queue.record(
            latency, times: 1_000_000)
        default:
          comparison.results[index].populations[0].latency.service.record(
            latency, times: 1_000_000)
        }
      }
      for place in comparison.results[index].replications.indices {
        let cost = comparison.results[index].replications[place].ledger[0].amount
        comparison.results[index].replications[place].metrics[.cost] = cost.dollars
      }
    }
    return Report(comparison: comparison, scenarioText: "a: \"b\"\n", version: "0.1.0")
  }()

  /// The files of the report by name.
  private static func files() -> [String: [UInt8]] {
    var files = ["manifest.json": Array(report.manifest.utf8)]
    for table in CSVTable.allCases {
      var text = ""
      table.write(report, to: &text)
      files[table.rawValue] = Array(text.utf8)
    }
    return files
  }

  private static func redrawn(_ files: [String: [UInt8]]) throws(RunProblem) -> Report {
    let folder = try RunFolder(version: "0.1.0") { files[$0] }
    return try folder.report(of: report.comparison.scenario)
  }

  private func problem(_ file: String, _ change: (String) -> String) -> RunProblem? {
    var files = Self.files()
    let text = String(decoding: files[file] ?? [], as: UTF8.self)
    files[file] = Array(change(text).utf8)
    #expect(change(text) != text)
    do {
      _ = try Self.redrawn(files)
      return nil
    } catch { return error }
  }

  @Test func `a page drawn from the files is the page of the run, byte for byte`() throws {
    let again = try Self.redrawn(Self.files())
    #expect(again.page == Self.report.page)
    #expect(again.manifest == Self.report.manifest)
    for table in CSVTable.allCases where ![.latency].contains(table) {
      var (first, second) = ("", "")
      table.write(Self.report, to: &first)
      table.write(again, to: &second)
      #expect(first == second, "\(table.rawValue)")
    }
  }

  @Test func `a directory without a manifest is no run`() {
    #expect(throws: RunProblem.self) { try Self.redrawn([:]) }
  }

  @Test func `a file that is missing is named`() {
    var files = Self.files()
    files["timeline.csv"] = nil
    #expect(throws: RunProblem("timeline.csv", "the file is missing or cannot be read")) {
      try Self.redrawn(files)
    }
  }

  @Test func `files of another version are refused`() {
    let found = problem("manifest.json") {
      $0.replacing("\"headroom\": \"0.1.0\"", with: "\"headroom\": \"9.0\"")
    }
    #expect(found?.text.hasPrefix("written by headroom 9.0") == true)
  }

  @Test func `nonsense is told with its line`() {
    let found = problem("timeline.csv") { $0.replacing(",20000,20000,", with: ",-3,20000,") }
    #expect(found?.line == 2)
    #expect(found?.text == "`frames_offered` is `-3`, expected a whole number from 0 up")
    #expect(problem("costs.csv") { $0.replacing("busy", with: "beer") }?.line == 2)
    #expect(problem("replications.csv") { $0.replacing("cost,usd", with: "cots,usd") }?.line == 2)
    #expect(problem("timeline.csv") { String($0.dropLast()) }?.text == "the last row does not end")
    #expect(problem("timeline.csv") { "x" + $0 }?.line == 1)
  }

  @Test func `figures that disagree are refused`() {
    let costs = problem("costs.csv") { $0.replacing(",busy,6", with: ",busy,7") }
    #expect(costs?.text.contains("do not add up to its cost") == true)
    let frames = problem("latency_histogram.csv") { $0.replacing(",1000000", with: ",999999") }
    #expect(frames?.text.contains("999999 frames of") == true)
    let digest = problem("manifest.json") { $0.replacing("a: \\\"b", with: "a: \\\"c") }
    #expect(digest?.text.contains("scenario_digest") == true)
  }

  @Test func `a picture for a slide stands alone`() throws {
    let report = Self.report
    #expect(report.charts.contains("day"))
    #expect(report.picture("dya") == nil)
    for chart in report.charts {
      let picture = try #require(report.picture(chart))
      try TinyXML.check(picture.svg)
      #expect(picture.svg.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
      #expect(!picture.svg.contains("var(--"))
      #expect(picture.size.width == 1_920)
    }
  }
}
