import Experiments
import Reports
import Testing

@Suite struct CheckScreenTests {
  private func screen(_ suite: CheckSuite, style: Style = Style(), baseline: String? = nil)
    -> String
  {
    var facts = CheckFacts(scenarioPaths: ["avatar.yaml"], baselinePath: baseline, threads: 8)
    facts.files = ["notebooks-out/avatar/: check.json, junit.xml, summary.md"]
    facts.elapsedSeconds = 12
    return suite.terminal(style: style, facts: facts)
  }

  @Test func `a failing architecture against its baseline is this screen`() {
    #expect(screen(Sample.failing, baseline: "base.json") == GoldenCheck.failing)
  }

  @Test func `no line is wider than the screen, at any width and without UTF-8`() {
    let many = Sample.suite(
      Sample.checkReport(
        [Sample.reactive, Sample.spot, Sample.overloaded], baseline: Sample.baseline([Sample.spot])),
      Sample.checkReport([Sample.packed], name: "second"))
    for width in [60, 80, 120] {
      for unicode in [true, false] {
        let text = screen(many, style: Style(width: width, unicode: unicode), baseline: "b")
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= width }, "\(text)")
        #expect(unicode || text.unicodeScalars.allSatisfy(\.isASCII), "\(text)")
      }
    }
  }

  @Test func `the headline names what decides and where it is`() {
    let two = Sample.suite(Sample.checkReport([Sample.packed, Sample.reactive]))
    #expect(
      two.headline
        == "FAILS: l4-reactive: late or dropped 2.1% (1.8 to 2.4), limit 1%. 1 more fails, 2 hold.")
    let open = Sample.suite(Sample.checkReport([Sample.spot]))
    #expect(open.headline == "UNSETTLED: late or dropped 0.8% (0.5 to 1.1), limit 1%. 1 holds.")
    let good = Sample.suite(Sample.checkReport([Sample.packed]))
    #expect(
      good.headline
        == "HOLDS: all 2 hold; the nearest is p99 frame latency 71 ms (69 to 73), limit 100ms.")
  }

  @Test func `the status is that of the verdict, open ones as the call says`() {
    let open = Sample.checkReport([Sample.spot])
    #expect(Sample.suite(Sample.checkReport([Sample.packed])).exitStatus == 0)
    #expect(Sample.suite(Sample.checkReport([Sample.reactive])).exitStatus == 1)
    #expect(Sample.suite(open).exitStatus == 3)
    #expect(CheckSuite([open], unsettled: .fail, version: "1").exitStatus == 1)
    #expect(CheckSuite([open], unsettled: .pass, version: "1").exitStatus == 0)
    #expect(Sample.suite(open, Sample.checkReport([Sample.reactive])).exitStatus == 1)
  }

  @Test func `an overloaded architecture fails even when its limits hold`() {
    let overloaded = Sample.suite(
      Sample.checkReport(
        [Sample.overloaded],
        objectives: [
          Sample.limits[2].raised(to: 60_000)
        ]))
    #expect(overloaded.verdict == .fails)
    #expect(overloaded.headline.contains("serves what it is offered no; overloaded in 3 of 3"))
  }
}
