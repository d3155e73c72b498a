public import Capacity
import Simulation
import Statistics

/// A scenario held against its objectives and, if there is one, against a baseline.
public struct Check: Sendable {
  /// What decided its users.
  public let origin: BaselineOrigin
  /// In the order of the scenario.
  public let architectures: [CheckArchitecture]
  /// How it was compared with a baseline; nil without one.
  public let pairing: BaselinePairing?
  /// The figures to record as a baseline.
  public let figures: Baseline

  /// Checks finished results; `evaluation` is theirs.
  public init(
    _ comparison: Comparison, evaluation: Evaluation, origin: BaselineOrigin,
    baseline: Baseline? = nil, tolerances: CheckTolerances = CheckTolerances()
  ) {
    let watched = CheckWatch.all(comparison.scenario, evaluation, tolerances)
    let figures = Baseline(
      comparison, metrics: watched.map(\.metric), origin: origin)
    let pairing = baseline.map { BaselinePairing(was: $0.origin, now: origin) }
    self.origin = origin
    self.figures = figures
    self.pairing = pairing
    architectures = evaluation.summaries.map { summary in
      let history = pairing.flatMap { pairing in
        baseline?[summary.name].map { CheckHistory(was: $0, isPaired: pairing.isPaired) }
      }
      return CheckArchitecture(
        summary, now: figures[summary.name], history: history, watched: watched,
        tolerances: tolerances, isNew: pairing != nil && history == nil)
    }
  }

  /// Over everything checked.
  public var verdict: Verdict { .all(architectures.map(\.verdict)) }

  /// The objectives that measure nothing, because no replication has a sample.
  public var unmeasured: [(architecture: String, metric: Metric)] {
    architectures.flatMap { architecture in
      architecture.items.compactMap { item in
        guard case .objective(let checked) = item, checked.result.doubt == .noSample else {
          return nil
        }
        return (architecture.name, checked.result.objective.metric)
      }
    }
  }

  /// The tolerances that measure nothing, because the baseline does not have their metric.
  public var unrecorded: [(architecture: String, metric: Metric)] {
    architectures.flatMap { architecture in
      architecture.unrecorded.map { (architecture.name, $0) }
    }
  }

  /// The item that decides: of those with the overall verdict the one furthest beyond its limit,
  /// or the nearest to it. Indices into `architectures` and their items; nil without items.
  public var decisive: (architecture: Int, item: Int)? {
    let verdict = verdict
    var best: (architecture: Int, item: Int)?
    for (place, architecture) in architectures.enumerated() {
      for (index, item) in architecture.items.enumerated() where item.verdict == verdict {
        guard let held = best else {
          best = (place, index)
          continue
        }
        let other = architectures[held.architecture].items[held.item]
        if item.outweighs(other) { best = (place, index) }
      }
    }
    return best
  }

  /// How many items have a verdict.
  public func count(_ verdict: Verdict) -> Int {
    architectures.reduce(0) { $0 + $1.count(verdict) }
  }

  /// Whether some figure is surely better than the baseline and none is worse or open.
  public var isBetter: Bool {
    let regressions = architectures.flatMap(\.regressions)
    return regressions.allSatisfy { $0.verdict == .holds }
      && regressions.contains(where: \.isBetter)
  }

  /// Whether some figure surely differs from the baseline, or may by more than its tolerance.
  public var isChanged: Bool {
    architectures.contains { $0.isNew || $0.regressions.contains(where: \.isChanged) }
  }
}
