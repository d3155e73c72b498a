import Experiments
import Kernel
import Simulation
import Testing

@testable import Reports

@Suite struct HoursChartTests {
  /// Three architectures whose p95 is 40 ms, and 300 ms from 19:30 to 20:00; nothing at night.
  private var facts: PageFacts {
    var comparison = Sample.three
    for index in comparison.results.indices {
      for place in comparison.results[index].replications.indices {
        for slot in 4..<48 {
          comparison.results[index].replications[place].timeline[slot].latency.p95 =
            .milliseconds(slot == 39 ? 300 : 40)
        }
      }
    }
    return PageFacts(Sample.report(comparison))
  }

  @Test func `the slowest hour is named`() throws {
    let chart = try #require(HoursChart(facts))
    #expect(chart.finding.contains("slowest from 19:30: p95 300 ms, against 40 ms from 02:00."))
  }

  @Test func `an empty interval is an empty cell`() throws {
    let series = HoursSeries(facts.result(0), atMost: 96)
    #expect(series.rows[0][3] == nil)
    #expect(series.median(3) == nil)
    #expect(series.worst(39)?.value == 300)
  }

  @Test func `a column of several intervals has the highest of them`() {
    let series = HoursSeries(facts.result(0), atMost: 12)
    #expect(series.starts.count == 12)
    #expect(series.median(9) == 300)
  }

  @Test func `without a figure there is no chart`() {
    #expect(HoursChart(PageFacts(Sample.report(Sample.three))) == nil)
  }

  @Test func `colours are parts of the limit, or of the highest far below it`() {
    let near = HeatScale(highest: 300, limit: 100)
    #expect(near.steps.map(\.label) == ["≤ 25", "≤ 50", "≤ 100", "≤ 200", "> 200"])
    #expect([10, 50, 51, 150, 300].map { near.step(of: $0) } == [0, 1, 2, 3, 4])
    #expect(HeatScale(highest: 30, limit: 1_000).steps.map(\.upper) == [10, 20, 40])
  }
}
