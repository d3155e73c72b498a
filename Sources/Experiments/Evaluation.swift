public import Capacity

/// Everything that follows from a comparison: figures, verdicts, order, answer and warnings.
public struct Evaluation: Sendable {
  /// One for each result, in their order.
  public let summaries: [ArchitectureSummary]
  /// The order of the table.
  public let ranking: Ranking
  /// The answer.
  public let headline: Headline
  /// What a reader must know, the worst first.
  public let warnings: [Warning]
  /// Every other architecture against the first, metric by metric.
  public let comparisons: [MetricComparison]
  /// How much more every architecture runs than perfect foresight would; nil without a bound.
  public let foresight: Foresight?
  /// Whether the span is too short to give a cost by the month.
  public let isShortHorizon: Bool

  /// Evaluates results of at least one architecture.
  public init(_ comparison: Comparison) {
    let results = comparison.results
    precondition(!results.isEmpty, "an evaluation needs an architecture")
    let isShortHorizon = Warning.shortHorizon(comparison.scenario) != nil
    let summaries = results.map {
      ArchitectureSummary($0, scenario: comparison.scenario, isShortHorizon: isShortHorizon)
    }
    let ranking = Ranking(summaries)
    self.summaries = summaries
    self.ranking = ranking
    self.isShortHorizon = isShortHorizon
    headline = Headline(summaries, ranking: ranking, results: results)
    foresight = Foresight(summaries, ranking: ranking, results: results)
    warnings = Warning.found(in: comparison, summaries: summaries)
    comparisons = results.indices.dropFirst().flatMap { candidate in
      Metric.allCases.compactMap { metric in
        MetricComparison(metric, baseline: 0, candidate: candidate, results: results)
      }
    }
  }

  /// The cost that people are told: by the month, or of the span when a month is unknown.
  public var costMetric: Metric {
    let hasMonth = summaries.allSatisfy { $0[.costPerMonth] != nil }
    return isShortHorizon || !hasMonth ? .cost : .costPerMonth
  }

  /// The best-placed architecture with an objective that more replications would settle.
  public var toSettle: (architecture: Int, replications: Int)? {
    for index in ranking.order
    where summaries[index].verdict == .unsettled && !summaries[index].isBound {
      let needed = summaries[index].objectives.compactMap(\.replicationsToSettle).max()
      if let needed { return (index, needed) }
    }
    return nil
  }
}
