import Capacity
import Experiments
import Testing

@testable import Reports

@Suite struct FindingTests {
  private func facts(_ comparison: Comparison) -> PageFacts { PageFacts(Sample.report(comparison)) }

  @Test func `verdicts are counted, and the open ones named`() {
    #expect(
      VerdictChart(facts(Sample.five)).finding
        == "1 of 10 verdicts is open: late or dropped of l4-spot.")
    #expect(
      VerdictChart(facts(Sample.comparison([Sample.packed, Sample.predicting]))).finding
        == "Every verdict is settled: every architecture meets both objectives.")
    #expect(
      VerdictChart(facts(Sample.comparison([Sample.reactive]))).finding
        == "Every verdict is settled: l4-reactive does not meet both objectives.")
    #expect(VerdictChart(facts(PageSample.single)).figure == nil)
  }

  @Test func `one replication settles nothing`() {
    let one = Sample.comparison([PageSample.one(Sample.packed), PageSample.one(Sample.spot)])
    #expect(VerdictChart(facts(one)).finding == "None of 4 verdicts is settled.")
    #expect(BadDayChart(facts(one)) == nil)
  }

  @Test func `one architecture has no trade-off`() {
    #expect(TradeOffChart(facts(PageSample.single)) == nil)
  }

  @Test func `a trade-off names its ends`() throws {
    let chart = try #require(TradeOffChart(facts(Sample.three)))
    #expect(
      chart.finding
        == "Paying more buys fewer late frames: 0.80% for $20.7k with l4-spot, 0.21% for $31.9k "
        + "with h100-pack.")
  }

  @Test func `without late frames nothing is late, and latency is the quality`() throws {
    let clean = facts(PageSample.clean)
    #expect(CauseChart(clean).finding == "No architecture has a late frame.")
    #expect(
      try #require(DayChart(clean)).finding
        == "No architecture has more than 1% of frames late or dropped in any interval of a "
        + "median day.")
    #expect(
      try #require(TradeOffChart(clean)).finding
        == "h100-pack costs the least and has the lowest latency: nothing dearer is better.")
  }

  @Test func `where nothing is ever served, all is trouble`() throws {
    let troubled = facts(PageSample.troubled)
    #expect(
      CauseChart(troubled).finding.hasPrefix("100% of the late frames of l4-"))
    #expect(CauseChart(troubled).finding.hasSuffix("ended with no instance ready."))
    #expect(
      try #require(DayChart(troubled)).finding
        .hasSuffix("late or dropped all through a median day, and so has every other."))
  }

  @Test func `nothing to draw is not drawn`() {
    let empty = facts(PageSample.empty)
    #expect(DayChart(empty) == nil)
    #expect(WaitChart(empty) == nil)
    #expect(MoneyChart(empty) == nil)
    #expect(CauseChart(empty).finding == "No frame of h100-pack is late.")
  }

  @Test func `dots of bad days are counted against the limit`() throws {
    let chart = try #require(BadDayChart(facts(Sample.five)))
    #expect(chart.finding.contains("passes 1% on 3 of 3 days"))
  }
}
