import Capacity

/// The order of architectures: those that meet everything, then the open ones, then the others.
///
/// Within each by mean cost, the cheapest first; equal costs stay in the order of the scenario.
/// Those that know the future come last, since nobody can choose them.
public struct Ranking: Hashable, Sendable {
  /// Indices into the comparison's results, the best first.
  public let order: [Int]

  init(_ summaries: [ArchitectureSummary]) {
    order = summaries.indices.sorted { a, b in
      let left = Self.key(summaries[a])
      let right = Self.key(summaries[b])
      if left.group != right.group { return left.group < right.group }
      if left.cost != right.cost { return left.cost < right.cost }
      return a < b
    }
  }

  private static func key(_ summary: ArchitectureSummary) -> (group: Int, cost: Double) {
    let cost = summary[.cost]?.mean ?? .infinity
    if summary.isBound { return (4, cost) }
    switch summary.verdict {
    case .holds: return (0, cost)
    case .unsettled: return (1, cost)
    case .fails: return (summary.overload?.isDisqualifying == true ? 3 : 2, cost)
    }
  }
}
