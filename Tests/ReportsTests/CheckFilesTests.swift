import Capacity
import Experiments
import Foundation
import Reports
import Testing

@Suite struct CheckFilesTests {
  @Test func `a recorded baseline is read back as it was`() throws {
    var baseline = Sample.baseline([Sample.packed, Sample.spot])
    baseline.designs[0].figures[0].values[1] = nil
    baseline.origin.seed = .max
    #expect(try Baseline.read(Array(baseline.json().utf8)) == baseline)
  }

  @Test(arguments: [
    ("{\"schema\": 2, \"kind\": \"headroom-baseline\"}", "`schema` is 2, this version reads 1"),
    ("{\"schema\": 1, \"kind\": \"x\"}", "`kind` is `x`, expected `headroom-baseline`"),
    ("{\"schema\": -1}", "`schema` is not a whole number from 0 up"),
    ("{\"kind\": \"x\"}", "`schema` is missing"),
    ("[]", "it is not an object"),
    ("", "it is empty"),
    ("{\"schema\": 1,\n\n,}", "it stops being JSON in line 3"),
  ])
  func `what is not a baseline is told with its place`(text: String, problem: String) {
    #expect(throws: BaselineProblem.self) { try Baseline.read(Array(text.utf8)) }
    do {
      _ = try Baseline.read(Array(text.utf8))
    } catch {
      #expect(error.text == problem)
    }
  }

  @Test(arguments: [
    ("\"p99_latency\"", "\"p99_latencies\"", "`architectures[0].figures[0].metric`"),
    ("\"unit\": \"ms\"", "\"unit\": \"s\"", "`architectures[0].figures[0].unit`"),
    ("\"seed\": 1", "\"seed\": 1.5", "`seed` is not a whole number"),
    ("\"seed\": 1", "\"seed\": \"1\"", "`seed` is not a whole number"),
    ("\"replications\": 3", "\"replications\": 4", "has 3, expected one for each of the 4"),
    ("\"values\": [", "\"values\": [1e999,", "`architectures[0].figures[0].values[0]`"),
    ("\"name\": \"h100-pack\"", "\"nam\": 1", "`architectures[0].name` is missing"),
  ])
  func `a damaged baseline is told with its place`(was: String, now: String, problem: String) {
    let text = Sample.baseline([Sample.packed]).json()
    guard let range = text.range(of: was) else {
      Issue.record("\(was) is not in the file")
      return
    }
    do {
      _ = try Baseline.read(Array(text.replacingCharacters(in: range, with: now).utf8))
      Issue.record("it was read")
    } catch {
      #expect(error.text.contains(problem), "\(error.text)")
    }
  }

  @Test func `JUnit has a case for each item, an open one is a failure, and text is escaped`()
    throws
  {
    let odd = Objective(
      metric: .lateOrDropped, direction: .atMost, limit: 0.01, limitText: "<1%> & \"more\"\n\u{1}")
    let suite = Sample.suite(
      Sample.checkReport([Sample.packed, Sample.spot], objectives: [Sample.objectives[0], odd]))
    let xml = suite.junit()
    try TinyXML.check(xml)
    #expect(xml.contains("<testsuites name=\"headroom\" tests=\"4\" failures=\"1\" errors=\"0\">"))
    #expect(xml.contains("classname=\"avatar.l4-spot\" name=\"p99 frame latency ≤ 100ms\"/>"))
    #expect(xml.contains("&lt;1%&gt; &amp; &quot;more&quot;&#10;\u{FFFD}"))
    #expect(xml.contains("<failure type=\"unsettled\" message=\"0.8% (0.5 to 1.1)"))
    #expect(!xml.contains("time=") && !xml.contains("skipped=" + "\"1"))
  }

  @Test func `Markdown is one line when all holds and nothing changed`() {
    let good = Sample.checkReport([Sample.packed], baseline: Sample.baseline([Sample.packed]))
    #expect(
      Sample.suite(good).markdown()
        == "<!-- headroom:avatar -->\nheadroom: ✓ avatar: all 5 hold, nothing changed.\n")
  }

  @Test func `Markdown leads with what fails and folds within twenty lines`() {
    let text = Sample.failing.markdown()
    #expect(text.hasPrefix("<!-- headroom:avatar -->\n### headroom: ✗ late or dropped 2.1%"))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.firstIndex { $0.hasPrefix("<details>") } ?? .max <= 20)
    #expect(text.hasSuffix("</details>\n"))
  }

  @Test func `Markdown stays under 60 kB whatever is checked`() {
    let sources = (0..<3_000).map {
      Provenance(
        subject: "price \($0) |`<b>`", value: "$1", quality: .assumed,
        source: String(repeating: "x", count: 200))
    }
    let reports = (0..<40).map { number in
      Sample.checkReport(
        (0..<10).map { index in
          var design = Sample.reactive
          design.name = "design-\(index)-" + String(repeating: "y", count: 300)
          return design
        }, name: "scenario-\(number)-" + String(repeating: "z", count: 300), provenance: sources)
    }
    let text = CheckSuite(reports, version: "0.1.0").markdown()
    #expect(text.utf8.count < 60_000)
    #expect(text.contains("There is more in check.json."))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.firstIndex { $0.hasPrefix("<details>") } ?? .max <= 20)
  }

  @Test func `JSON is JSON and has every item`() throws {
    let parsed = try JSONSerialization.jsonObject(with: Data(Sample.failing.json().utf8))
    let object = try #require(parsed as? [String: Any])
    #expect(object["verdict"] as? String == "fails")
    let scenarios = try #require(object["scenarios"] as? [[String: Any]])
    let architectures = try #require(scenarios[0]["architectures"] as? [[String: Any]])
    #expect((architectures[0]["objectives"] as? [Any])?.count == 3)
    #expect((architectures[0]["regressions"] as? [Any])?.count == 3)
  }

  @Test func `files are written whole and others' files stay`() throws {
    let root = FileManager.default.temporaryDirectory
      .appendingPathComponent("headroom-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: root) }
    try CheckFiles.write("mine", path: root + "/notes.txt")
    try CheckFiles.write(Sample.failing, to: root)
    let names = try FileManager.default.contentsOfDirectory(atPath: root).sorted()
    #expect(names == ["check.json", "junit.xml", "notes.txt", "summary.md"])
    #expect(throws: (any Error).self) {
      try CheckFiles.write(Sample.failing, to: "/dev/null/avatar")
    }
  }

  @Test func `a tolerance is a share, or points of a share`() throws {
    var tolerances = CheckTolerances()
    try ToleranceText.read("p99_latency=7.5%", into: &tolerances)
    try ToleranceText.read("late_or_dropped=0.5%", into: &tolerances)
    #expect(tolerances[.p99Latency] == CheckTolerance(amount: 0.075, isRelative: true))
    #expect(tolerances[.lateOrDropped] == CheckTolerance(amount: 0.005, isRelative: false))
    #expect(tolerances[.costPerMonth] == CheckTolerance(amount: 0.02, isRelative: true))
    for wrong in [
      "p99_latency", "p99=5%", "cost=5", "cost=-5%", "cost=%", "cost=1e999%", "utilization=5%",
    ] {
      #expect(throws: ToleranceText.Problem.self) {
        try ToleranceText.read(wrong, into: &tolerances)
      }
    }
  }
}
