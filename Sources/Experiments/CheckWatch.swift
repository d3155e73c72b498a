import Capacity

/// A figure that is recorded in a baseline and compared with it.
struct CheckWatch {
  let metric: Metric
  let moreIsWorse: Bool
  /// Whether the call gives its tolerance.
  let isStated: Bool
  /// Whether the scenario or the call asks for it.
  let isAsked: Bool

  /// The metrics of the objectives, then cost, p99 latency and the share late or dropped, then
  /// those of which the call states a tolerance. Each once; the cost of the span and by the month
  /// count as one, and what is neither better nor worse for more of it is left out.
  static func all(
    _ scenario: Scenario, _ evaluation: Evaluation, _ tolerances: CheckTolerances
  ) -> [CheckWatch] {
    let asked = scenario.objectives.map(\.metric)
    let stated = tolerances.stated.map(\.metric)
    var metrics: [Metric] = []
    for metric in asked + [evaluation.costMetric, .p99Latency, .lateOrDropped] + stated {
      let told = isCost(metric) ? evaluation.costMetric : metric
      if !metrics.contains(told) { metrics.append(told) }
    }
    return metrics.compactMap { metric in
      let direction = scenario.objectives.first { $0.metric == metric }?.direction
      guard let lower = metric.lowerIsBetter ?? direction.map({ $0 == .atMost }) else { return nil }
      func holds(_ list: [Metric]) -> Bool {
        list.contains { $0 == metric || isCost($0) && isCost(metric) }
      }
      return CheckWatch(
        metric: metric, moreIsWorse: lower, isStated: holds(stated),
        isAsked: holds(asked) || holds(stated))
    }
  }

  private static func isCost(_ metric: Metric) -> Bool {
    metric == .cost || metric == .costPerMonth
  }
}
