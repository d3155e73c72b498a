import Capacity
public import Statistics

/// How far each architecture is from perfect: its instance-hours over those of the bound.
///
/// Ratios are of the same replication, under the same users, then averaged.
public struct Foresight: Hashable, Sendable {
  /// One architecture beside the bound.
  public struct Distance: Hashable, Sendable {
    /// Its index into the comparison's results.
    public var architecture: Int
    /// Its instance-hours over the bound's; 1 is perfect.
    public var ratio: StudentInterval
  }

  /// The architecture that knows the future, by its index; the cheapest of several.
  public let bound: Int
  /// All that do not, in the order of the table.
  public let distances: [Distance]

  init?(_ summaries: [ArchitectureSummary], ranking: Ranking, results: [ArchitectureResult]) {
    guard let bound = ranking.order.first(where: { summaries[$0].isBound }) else { return nil }
    self.bound = bound
    let perfect = results[bound].replications.map { $0.metrics[.meanInstances] }
    distances = ranking.order.compactMap { index in
      guard !summaries[index].isBound else { return nil }
      let own = results[index].replications.map { $0.metrics[.meanInstances] }
      let ratios = zip(own, perfect).compactMap { own, perfect -> Double? in
        guard let own, let perfect, perfect > 0 else { return nil }
        return own / perfect
      }
      return StudentInterval(ratios).map { Distance(architecture: index, ratio: $0) }
    }
  }
}
