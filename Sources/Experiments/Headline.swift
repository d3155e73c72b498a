import Capacity
import Statistics

/// The answer, in one of five forms. Architectures are indices into the comparison's results.
public enum Headline: Hashable, Sendable {
  /// The cheapest that meets every objective; with none, the cheapest.
  ///
  /// `next` is the next that does, with its cost against the winner's; nil when there is none.
  case cheapest(Int, next: MetricComparison?)
  /// Two that meet every objective, within each other's paired interval of cost; the first has
  /// the lower mean.
  case indistinguishable(Int, Int, MetricComparison)
  /// None meets all: the nearest miss, and the objective it misses by most, as an index.
  ///
  /// The objective is nil when the nearest miss is overloaded rather than beyond a limit.
  case noneMeets(nearest: Int, worst: Int?)
  /// None is known to meet all, and for some it is open: the cheapest of those.
  case unsettled(Int)
  /// There is one architecture only.
  case single(Int)

  init(_ summaries: [ArchitectureSummary], ranking: Ranking, results: [ArchitectureResult]) {
    let best = ranking.order[0]
    let choices = summaries.count { !$0.isBound }
    if summaries.count == 1 || choices == 1 {
      self = .single(best)
      return
    }
    switch summaries[best].verdict {
    case .holds: self = Self.answer(best, summaries, ranking, results)
    case .unsettled: self = .unsettled(best)
    case .fails: self = Self.nearestMiss(summaries, ranking)
    }
  }

  private static func answer(
    _ best: Int, _ summaries: [ArchitectureSummary], _ ranking: Ranking,
    _ results: [ArchitectureResult]
  ) -> Headline {
    guard ranking.order.count > 1 else { return .cheapest(best, next: nil) }
    let next = ranking.order[1]
    guard summaries[next].verdict == .holds, !summaries[next].isBound,
      let difference = MetricComparison(
        .cost, baseline: best, candidate: next, results: results)
    else { return .cheapest(best, next: nil) }
    if difference.pairs.isIndistinguishable == true {
      return .indistinguishable(best, next, difference)
    }
    return .cheapest(best, next: difference)
  }

  /// The architecture whose worst objective is the least beyond its limit, relative to the limit.
  private static func nearestMiss(
    _ summaries: [ArchitectureSummary], _ ranking: Ranking
  ) -> Headline {
    let able = ranking.order.filter {
      summaries[$0].overload?.isDisqualifying != true && !summaries[$0].isBound
    }
    let misses = able.compactMap { index in
      worst(summaries[index]).map { (index: index, objective: $0.objective, excess: $0.excess) }
    }
    guard let nearest = misses.min(by: { $0.excess < $1.excess }) else {
      return .noneMeets(nearest: ranking.order[0], worst: nil)
    }
    return .noneMeets(nearest: nearest.index, worst: nearest.objective)
  }

  private static func worst(_ summary: ArchitectureSummary) -> (objective: Int, excess: Double)? {
    var worst: (objective: Int, excess: Double)?
    for (index, result) in summary.objectives.enumerated() where result.verdict == .fails {
      guard let mean = summary[result.objective.metric]?.mean else { continue }
      let limit = result.objective.limit
      let excess = (mean - limit).magnitude / max(limit.magnitude, 1e-9)
      if excess > worst?.excess ?? -1 { worst = (index, excess) }
    }
    return worst
  }
}
