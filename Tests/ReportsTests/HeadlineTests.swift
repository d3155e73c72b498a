import Capacity
import Experiments
import Reports
import Testing

@Suite struct HeadlineTests {
  private func headline(_ designs: [Sample.Design], objectives: [Objective] = Sample.objectives)
    -> String
  {
    Sample.report(Sample.comparison(designs, objectives: objectives)).headline
  }

  @Test func `the cheapest that meets all quotes the paired interval`() {
    #expect(
      headline([Sample.predicting, Sample.packed])
        == "h100-pack is the cheapest that meets every objective: $31.9k a month, "
        + "$3.1k (2.9k to 3.3k) less than l4-predict, the next that does.")
  }

  @Test func `a winner alone and its weak ground are named`() {
    var packed = Sample.packed
    packed.quality = .assumed
    #expect(
      headline([Sample.reactive, packed])
        == "h100-pack is the cheapest that meets every objective: $31.9k a month; no other does. "
        + "It leans on a curve nobody measured (light on T4).")
  }

  @Test func `two that cost the same have no winner`() {
    var other = Sample.packed
    other.name = "twin"
    other.cost = [31_900, 31_820, 31_990]
    #expect(
      headline([Sample.packed, other])
        == "h100-pack and twin are indistinguishable in cost: $31.9k a month each; "
        + "both meet every objective.")
  }

  @Test func `designs of the same cost are all named, and the quickest of them`() {
    var designs = (1...5).map { number in
      var design = Sample.packed
      design.name = "d\(number)"
      return design
    }
    designs[1].p99 = Sample.around(60, 0.8)
    #expect(
      headline(Array(designs.prefix(3)))
        == "d1, d2 and d3 cost the same: $31.9k a month; all meet every objective. "
        + "d2 has the lowest p99 frame latency, 60 ms.")
    #expect(headline(designs).hasPrefix("d1, d2, d3 and 2 others cost the same: "))
  }

  @Test func `what a tie leans on is said of those that lean`() {
    var twin = Sample.packed
    twin.name = "twin"
    twin.quality = .assumed
    #expect(
      headline([Sample.packed, twin]).hasSuffix(
        " twin leans on a curve nobody measured (light on T4)."))
    var both = [Sample.packed, twin]
    both[0].quality = .assumed
    #expect(headline(both).hasSuffix(" Both lean on a curve nobody measured (light on T4)."))
  }

  @Test func `a winner alone beside an open one is only surely alone`() {
    #expect(headline([Sample.packed, Sample.spot]).contains("; no other surely does."))
  }

  @Test func `no end of an interval is below zero`() {
    var open = Sample.spot
    open.late = Sample.around(0.008, 0.006)
    #expect(headline([open]).contains("late or dropped is 0.8% (0.0 to "))
  }

  @Test func `when none meets all the nearest miss is named`() {
    var worse = Sample.reactive
    worse.name = "worse"
    worse.late = Sample.around(0.09, 0.001)
    #expect(
      headline([worse, Sample.reactive])
        == "No architecture meets every objective. The nearest miss is l4-reactive at $33.3k a "
        + "month: late or dropped is 2.1% (1.8 to 2.4), at most 1% asked.")
  }

  @Test func `when every architecture is overloaded that is said`() {
    #expect(
      headline([Sample.overloaded, Sample.overloaded], objectives: [])
        == "Every architecture is overloaded: none serves what it is offered.")
  }

  @Test func `an open question is said to be open`() {
    #expect(
      headline([Sample.spot, Sample.reactive])
        == "It is not settled whether any architecture meets every objective. The cheapest that "
        + "may is l4-spot at $20.7k a month: late or dropped is 0.8% (0.5 to 1.1), at most 1% "
        + "asked.")
  }

  @Test func `a single architecture meets, misses, or is open`() {
    #expect(headline([Sample.packed]) == "h100-pack meets every objective at $31.9k a month.")
    #expect(
      headline([Sample.reactive]).hasPrefix(
        "l4-reactive does not meet every objective at $33.3k a month: p99 frame latency is 141 ms "
          + "(129 to 153), at most 100ms asked; "))
    #expect(headline([Sample.spot]).hasPrefix("It is not settled whether l4-spot meets"))
    #expect(headline([Sample.overloaded]).hasPrefix("l4-static is overloaded: "))
  }

  @Test func `without objectives the cheapest is named with its latency`() {
    #expect(
      headline([Sample.predicting, Sample.packed], objectives: [])
        == "h100-pack is the cheapest: $31.9k a month, $3.1k (2.9k to 3.3k) less than "
        + "l4-predict. Its p95 frame latency is 44 ms, p99 71 ms.")
  }

  @Test func `a span too short for a month tells the cost of the span`() {
    var comparison = Sample.comparison(
      [Sample.packed], objectives: [], factors: [.weekdays([1, 1, 1, 1, 1, 0.3, 0.3])])
    comparison.scenario.clock.monthIsStated = false
    let report = Sample.report(comparison)
    #expect(report.headline.hasPrefix("h100-pack costs $1049 for the day simulated."))
    #expect(report.json().contains("cost_per_month") == false)
  }
}
