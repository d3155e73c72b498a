import Capacity
import Experiments
import Kernel
import Reports
import Testing

@Suite struct WarningWordsTests {
  private func lines(_ comparison: Comparison) -> [String] {
    Sample.report(comparison).markdown().split(separator: "\n").map(String.init)
      .filter { $0.hasPrefix("- ") }
  }

  @Test func `each fact is a sentence behind its slug`() {
    var design = Sample.packed
    design.quality = .assumed
    var comparison = Sample.comparison(
      [design], factors: [.weekdays([1, 1, 1, 1, 1, 0.3, 0.3])],
      provenance: [Sample.provenance[1]])
    for index in comparison.results[0].replications.indices {
      comparison.results[0].replications[index].metrics[.beyondCurve] = 0.2
      comparison.results[0].replications[index].metrics[.atMaximum] = 0.034
    }
    #expect(
      lines(comparison) == [
        "- beyond-curve: 20% of the batches of h100-pack are larger than what was measured. "
          + "No verdict on its latency is given.",
        "- at-max: an autoscaler of h100-pack asks for more than its pool's maximum 3.40% of the "
          + "time.",
        "- short-horizon: the span of 1 d is shorter than the demand's cycle of 7 d, so no cost "
          + "by the month is given; measure longer, or say with `month:` how to scale.",
        "- price-old: the price g4dn.xlarge spot is 107 days old (2025-09-20).",
        "- curve-unsourced: the service curve is assumed, not measured: light on T4.",
      ])
  }

  @Test func `a single replication is said to be too few`() {
    let single = Sample.Design(name: "one", cost: [730], p99: [71], late: [0.002])
    #expect(
      lines(Sample.comparison([single])) == [
        "- few-replications: 1 replication cannot say how sure the figures are; run at least 3."
      ])
  }
}
