import Capacity
import Experiments
import Kernel
import Reports
import Testing

@Suite struct TerminalTests {
  private let facts = RunFacts(
    scenarioPath: "scenarios/avatar.yaml", outputDirectory: "notebooks-out/avatar",
    elapsedSeconds: 230, threads: 8)

  private func lines(_ report: Report, _ style: Style = Style()) -> [String] {
    report.terminal(style: style, facts: facts).split(
      separator: "\n", omittingEmptySubsequences: false
    ).dropLast().map(String.init)
  }

  @Test func `three architectures look like this`() {
    let screen = Sample.report(Sample.three).terminal(style: Style(), facts: facts)
    #expect(screen == GoldenScreens.three)
  }

  @Test func `five architectures look like this`() {
    let screen = Sample.report(Sample.five).terminal(style: Style(), facts: facts)
    #expect(screen == GoldenScreens.five)
  }

  @Test func `a run looks like this`() {
    let report = Sample.report(Sample.comparison([Sample.packed]))
    #expect(report.runScreen(style: Style(), facts: facts) == GoldenScreens.run)
  }

  @Test func `the screen keeps its budget of lines and columns`() {
    #expect(lines(Sample.report(Sample.three)).count <= 24)
    #expect(lines(Sample.report(Sample.five)).count <= 30)
    for report in [Sample.report(Sample.three), Sample.report(Sample.five)] {
      for width in [60, 80, 120] {
        #expect(lines(report, Style(width: width)).allSatisfy { $0.count <= width })
      }
    }
  }

  @Test func `many warnings and assumptions give way within the budget`() {
    var designs = [Sample.spot, Sample.packed, Sample.overloaded]
    for index in designs.indices { designs[index].quality = .assumed }
    let old = (0..<9).map { number in
      Sample.provenance[1].named("price machine-\(number) spot")
    }
    let report = Sample.report(Sample.comparison(designs, provenance: old))
    let screen = lines(report)
    #expect(screen.count <= 24)
    #expect(screen.contains { $0.hasPrefix("! overloaded: l4-static") })
    #expect(screen.contains { $0.hasSuffix(" more in report.html") })
  }

  @Test func `a wide screen adds the paired difference, interruptions and the cost of a user`() {
    let screen = lines(Sample.report(Sample.five), Style(width: 120))
    #expect(screen.contains { $0.contains("vs ▸") && $0.contains("$ per") })
    #expect(screen.contains { $0.hasPrefix("  l4-spot") && $0.contains("-11.20 ±0.10") })
    #expect(lines(Sample.report(Sample.five)).allSatisfy { !$0.contains("vs ▸") })
  }

  @Test func `a narrow screen has a block for each architecture`() {
    let screen = lines(Sample.report(Sample.three), Style(width: 60))
    #expect(screen.contains("▸ h100-pack  ✓ ✓"))
    #expect(screen.contains("  p99 latency, ms         71 ±2"))
  }

  @Test func `without Unicode the screen is ASCII`() {
    let text = Sample.report(Sample.five).terminal(style: Style(unicode: false), facts: facts)
    #expect(text.utf8.allSatisfy { $0 < 128 })
    #expect(text.contains("> h100-pack"))
    #expect(text.contains("FAIL FAIL"))
  }

  @Test func `colour adds nothing but escape codes`() {
    let report = Sample.report(Sample.five)
    var text = report.terminal(style: Style(color: true), facts: facts)
    for code in ["0", "1", "2", "31", "32", "33"] {
      #expect(text.contains("\u{1b}[\(code)m"))
      text = text.split(separator: "\u{1b}[\(code)m", omittingEmptySubsequences: false).joined()
    }
    #expect(text == report.terminal(style: Style(), facts: facts))
  }

  @Test func `a partial run says so first`() {
    var comparison = Sample.three
    comparison.isPartial = true
    comparison.scenario.replications = 40
    let screen = lines(Sample.report(comparison))
    #expect(screen[1] == "PARTIAL: 3 of 40 replications of each architecture")
  }

  @Test func `a screen that is longer than the terminal is high ends with the answer`() {
    let report = Sample.report(Sample.three)
    let whole = lines(report)
    #expect(lines(report, Style(height: whole.count + 1)) == whole)
    #expect(lines(report, Style(height: whole.count)) == whole + whole[2...4])
    let run = report.runScreen(style: Style(height: 10), facts: facts)
    #expect(run.hasSuffix("objective 2 is not settled for it.\n"))
  }

  @Test func `the day that is drawn is that of the answer`() {
    var near = Sample.reactive
    near.name = "near"
    var cheap = Sample.reactive
    cheap.cost = Sample.around(20_000, 100)
    cheap.late = Sample.around(0.3, 0.001)
    let screen = lines(Sample.report(Sample.comparison([cheap, near])))
    #expect(screen.contains { $0.hasPrefix("No architecture meets") && $0.contains("near") })
    #expect(screen.contains { $0.hasPrefix("a day of near ") })
  }

  @Test func `a title that is too long takes two lines, and one architecture is not each`() {
    var long = facts
    long.scenarioPath = "scenarios/a-name-of-a-scenario-that-is-long.yaml"
    let report = Sample.report(Sample.three)
    let screen = report.terminal(style: Style(), facts: long).split(separator: "\n")
    #expect(screen[0] == "headroom compare  \(long.scenarioPath)")
    #expect(screen[1] == "  3 architectures, 3 replications each")
    let one = lines(Sample.report(Sample.comparison([Sample.packed])))
    #expect(one[0] == "headroom compare  scenarios/avatar.yaml  3 replications")
  }

  /// The span, and what stands under its picture.
  static let axes: [(SimDuration, SimDuration, String)] = [
    (.days(7), .zero, "Mon   Tue    Wed    Thu    Fri    Sat    Sun      UTC"),
    (.hours(1), .hours(19), "19:00   19:10   19:20   19:30   19:40   19:50     UTC"),
    (.hours(1), .minutes(1145), "    19:10   19:20   19:30   19:40   19:50"),
    (.minutes(2), .zero, "00:00:00    00:00:30    00:01:00    00:01:30      UTC"),
  ]

  @Test(arguments: axes)
  func `the times under a picture are round`(row: (SimDuration, SimDuration, String)) {
    var comparison = Sample.comparison([Sample.packed])
    comparison.scenario.clock = Clock(
      startTimeOfDay: row.1, measure: row.0, interval: .seconds(10))
    let screen = lines(Sample.report(comparison))
    let axis = screen.first { $0.hasSuffix("UTC") && $0.hasPrefix("   ") } ?? ""
    #expect(axis.dropFirst(11).hasPrefix(row.2))
  }

  @Test func `without files nothing refers to them`() {
    var designs = [Sample.spot, Sample.packed, Sample.overloaded]
    for index in designs.indices { designs[index].quality = .assumed }
    let old = (0..<9).map { Sample.provenance[1].named("price machine-\($0) spot") }
    let report = Sample.report(Sample.comparison(designs, provenance: old))
    let bare = RunFacts(scenarioPath: "scenarios/avatar.yaml", elapsedSeconds: 2, threads: 2)
    let text = report.terminal(style: Style(), facts: bare)
    #expect(text.contains(" more with --plain\n"))
    #expect(!text.contains("manifest.json") && !text.contains("report.html"))
  }
}
