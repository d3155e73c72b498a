import Reports
import Testing

@Suite struct TerminalTests {
  let facts = RunFacts(
    scenarioPath: "scenarios/avatar.yaml", outputDirectory: "notebooks-out/avatar",
    elapsedSeconds: 230, threads: 8)

  @Test func `print screens`() {
    print(Sample.report(Sample.three).terminal(style: Style(), facts: facts))
    print(Sample.report(Sample.five).terminal(style: Style(), facts: facts))
    print(Sample.report(Sample.five).terminal(style: Style(width: 120), facts: facts))
    print(
      Sample.report(Sample.three).terminal(style: Style(width: 60, unicode: false), facts: facts))
    print(Sample.report(Sample.comparison([Sample.packed])).runScreen(style: Style(), facts: facts))
    print(Sample.report(Sample.five).markdown())
    print(Sample.report(Sample.three).plain())
    print(Sample.report(Sample.three).json())
  }
}
