import Capacity
import Experiments
import Statistics

extension HeadlineWords {
  /// Several that meet every objective, of which none is surely cheaper than the first two; their
  /// cost, and which of them surely answers soonest.
  func tie(_ first: Int, _ second: Int) -> String {
    let tied = tied(with: first, and: second)
    let amounts = tied.map(amount)
    let isExact = tied.dropFirst().allSatisfy { differs($0, from: first) == false }
    let claim = isExact ? "cost the same" : "are indistinguishable in cost"
    let price =
      amounts.allSatisfy { $0 == amounts[0] }
      ? cost(first) + (isExact ? "" : " each")
      : tied.count == 2
        ? "\(cost(first)) against \(amounts[1])"
        : "\(amounts[0]) to \(amounts[amounts.count - 1])\(units.costPeriod)"
    let whole = tied.count == 2 ? "both" : "all"
    let all = objectives.isEmpty ? "" : "; \(whole) meet every objective"
    return "\(names(tied)) \(claim): \(price)\(all)." + soonest(tied) + latency(first)
      + leaning(tied) + cheaperOpen(first)
  }

  /// Both, and all others that meet every objective within the paired interval of the first.
  private func tied(with first: Int, and second: Int) -> [Int] {
    evaluation.ranking.order.filter { index in
      if index == first || index == second { return true }
      let summary = evaluation.summaries[index]
      guard summary.verdict == .holds, !summary.isBound else { return false }
      return comparison(.cost, first, index)?.pairs.isIndistinguishable == true
    }
  }

  /// At most four names; of more, three and a count.
  private func names(_ tied: [Int]) -> String {
    let all = tied.map(name)
    guard all.count > 4 else { return Words.list(all) }
    return Words.list(Array(all.prefix(3)) + ["\(all.count - 3) others"])
  }

  /// Whether the cost differs in any replication.
  private func differs(_ index: Int, from first: Int) -> Bool? {
    comparison(.cost, first, index).map { $0.pairs.differences.contains { $0 != 0 } }
  }

  /// The one whose p99 latency is surely below that of every other; empty when none is.
  private func soonest(_ tied: [Int]) -> String {
    let quickest = tied.first { index in
      tied.allSatisfy { other in
        other == index || (comparison(.p99Latency, index, other)?.pairs.interval.low ?? 0) > 0
      }
    }
    guard let quickest, !objectives.isEmpty,
      let p99 = ShownFigure(.p99Latency, evaluation.summaries[quickest], units: units)
    else { return "" }
    return " \(name(quickest)) has the lowest p99 frame latency, "
      + "\(units.text(.p99Latency, p99.rounded.value))."
  }

  private func comparison(_ metric: Metric, _ first: Int, _ index: Int) -> MetricComparison? {
    MetricComparison(
      metric, baseline: first, candidate: index, results: report.comparison.results)
  }
}
