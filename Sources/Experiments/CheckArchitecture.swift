public import Capacity
import Statistics

/// The recorded figures of one architecture, and whether replications are pairs.
struct CheckHistory {
  let was: Baseline.Design
  let isPaired: Bool
}

/// One architecture held against objectives and baseline.
public struct CheckArchitecture: Sendable {
  /// Its name.
  public let name: String
  /// What was checked: overload, then objectives in the order of the scenario, then regressions.
  public let items: [CheckItem]
  /// Whether there is a baseline that does not have it.
  public let isNew: Bool
  /// Watched figures that cannot be judged and that nobody asked for, with the reason.
  public let unjudged: [(metric: Metric, doubt: ObjectiveResult.Doubt)]
  /// Metrics of stated tolerances that the baseline does not have.
  let unrecorded: [Metric]

  init(
    _ summary: ArchitectureSummary, now: Baseline.Design?, history: CheckHistory?,
    watched: [CheckWatch], tolerances: CheckTolerances, isNew: Bool
  ) {
    var items: [CheckItem] = []
    if let overload = summary.overload, overload.isDisqualifying {
      items.append(.overload(overload))
    }
    items += summary.objectives.map { result in
      .objective(Self.objective(result, summary, history))
    }
    var unjudged: [(metric: Metric, doubt: ObjectiveResult.Doubt)] = []
    var unrecorded: [Metric] = []
    if let history {
      for watch in watched {
        guard let was = history.was[watch.metric] else {
          if watch.isStated { unrecorded.append(watch.metric) }
          continue
        }
        let regression = Self.regression(watch, now, was, history, summary, tolerances)
        if let doubt = regression.doubt, doubt != .intervalSpansLimit, !watch.isAsked {
          unjudged.append((watch.metric, doubt))
        } else {
          items.append(.regression(regression))
        }
      }
    }
    name = summary.name
    self.items = items
    self.isNew = isNew
    self.unjudged = unjudged
    self.unrecorded = unrecorded
  }

  private static func objective(
    _ result: ObjectiveResult, _ summary: ArchitectureSummary, _ history: CheckHistory?
  ) -> CheckObjective {
    let metric = result.objective.metric
    let was = history?.was[metric].flatMap { StudentInterval($0.compactMap { $0 })?.mean }
    return CheckObjective(
      result: result, interval: summary[metric]?.interval,
      isShown: !summary.hasTooFewSamples(for: metric) && result.doubt != .shortHorizon, was: was)
  }

  private static func regression(
    _ watch: CheckWatch, _ now: Baseline.Design?, _ was: [Double?], _ history: CheckHistory,
    _ summary: ArchitectureSummary, _ tolerances: CheckTolerances
  ) -> CheckRegression {
    let tolerance = tolerances[watch.metric]
    let change = BaselineChange(
      now: now?[watch.metric] ?? [], was: was, isPaired: history.isPaired,
      isRelative: tolerance.isRelative)
    return CheckRegression(
      watch.metric, change: change, moreIsWorse: watch.moreIsWorse, tolerance: tolerance,
      doubt: summary.doubt(about: watch.metric))
  }

  /// Over everything checked.
  public var verdict: Verdict { .all(items.map(\.verdict)) }

  /// The comparisons with the baseline.
  public var regressions: [CheckRegression] {
    items.compactMap { item in
      if case .regression(let regression) = item { regression } else { nil }
    }
  }

  /// How many items have a verdict.
  public func count(_ verdict: Verdict) -> Int {
    items.reduce(0) { $0 + ($1.verdict == verdict ? 1 : 0) }
  }
}
