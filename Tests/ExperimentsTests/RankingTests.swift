import Capacity
import Experiments
import Kernel
import Statistics
import Testing

@Suite struct RankingTests {
  private let good = [0.002, 0.003, 0.004]
  private let open = [0.006, 0.008, 0.011]
  private let bad = [0.02, 0.021, 0.022]

  private func result(_ name: String, cost: [Double], late: [Double]) -> ArchitectureResult {
    Sample.result(name, [.cost: cost, .lateOrDropped: late])
  }

  private func evaluation(_ results: [ArchitectureResult], _ objectives: [Objective]? = nil)
    -> Evaluation
  {
    Evaluation(Sample.comparison(results, objectives: objectives ?? [Sample.late]))
  }

  @Test func `those that meet all come first, then the open, then the failing, each by cost`() {
    let found = evaluation([
      result("bad", cost: [1, 1, 1], late: bad), result("open", cost: [2, 2, 2], late: open),
      result("dear", cost: [9, 9, 9], late: good), result("cheap", cost: [5, 5, 5], late: good),
    ])
    #expect(found.ranking.order == [3, 2, 1, 0])
    guard case .cheapest(3, let next?) = found.headline else {
      Issue.record("not the cheapest: \(found.headline)")
      return
    }
    #expect(next.candidate == 2)
    #expect(next.pairs.interval.mean == 4)
  }

  @Test func `costs within each other's paired interval have no winner`() {
    let found = evaluation([
      result("a", cost: [10, 11, 12], late: good), result("b", cost: [11, 10, 13], late: good),
    ])
    guard case .indistinguishable(0, 1, _) = found.headline else {
      Issue.record("not a tie: \(found.headline)")
      return
    }
  }

  @Test func `when none meets all the nearest miss and its worst objective are named`() {
    let far = Sample.result(
      "far", [.cost: [1, 1], .lateOrDropped: [0.05, 0.05], .p99Latency: [120, 120]])
    let near = Sample.result(
      "near", [.cost: [2, 2], .lateOrDropped: [0.011, 0.011], .p99Latency: [130, 130]])
    let found = evaluation([far, near], [Sample.late, Sample.p99])
    #expect(found.headline == .noneMeets(nearest: 1, worst: 1))
  }

  @Test func `an open verdict without a winner is the answer`() {
    let found = evaluation([
      result("bad", cost: [1, 1, 1], late: bad), result("open", cost: [2, 2, 2], late: open),
    ])
    #expect(found.headline == .unsettled(1))
    #expect(found.toSettle?.architecture == 1)
    #expect(found.toSettle?.replications == 43)
  }

  @Test func `a single architecture is not compared`() {
    #expect(evaluation([result("a", cost: [1, 1], late: good)]).headline == .single(0))
  }

  @Test func `without objectives the cheapest is the answer`() {
    let found = evaluation(
      [result("a", cost: [2, 2], late: bad), result("b", cost: [1, 1], late: bad)], [])
    guard case .cheapest(1, _?) = found.headline else {
      Issue.record("not the cheapest: \(found.headline)")
      return
    }
  }

  @Test func `an overloaded architecture is never the answer`() {
    let growing = Sample.timeline(waiting: (0..<12).map { Int64($0) * 500 })
    let cheap = Sample.result(
      "cheap", [.cost: [1, 1], .lateOrDropped: [0, 0]], timelines: [growing, growing])
    let dear = result("dear", cost: [9, 9], late: [0, 0])
    let found = evaluation([cheap, dear])
    #expect(found.ranking.order == [1, 0])
    #expect(found.headline == .cheapest(1, next: nil))
    #expect(evaluation([cheap, cheap]).headline == .noneMeets(nearest: 0, worst: nil))
  }

  @Test func `the first architecture is the baseline of every comparison`() {
    let found = evaluation([
      result("a", cost: [5, 6], late: [0.01, 0.02]),
      result("b", cost: [4, 4], late: [0.02, 0.04]),
    ])
    #expect(found.comparisons.map(\.metric) == [.cost, .lateOrDropped])
    #expect(found.comparisons.map(\.baseline) == [0, 0])
    #expect(found.comparisons[0].pairs.differences == [-1, -2])
  }
}
