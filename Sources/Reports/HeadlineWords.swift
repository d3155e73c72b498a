import Capacity
import Experiments
import Statistics

/// Turns the answer into sentences.
struct HeadlineWords {
  let report: Report
  let units: TableUnits
  var evaluation: Evaluation { report.evaluation }
  var objectives: [Objective] { report.comparison.scenario.objectives }

  init(_ report: Report) {
    self.report = report
    units = TableUnits(report)
  }

  /// The answer.
  var text: String {
    switch evaluation.headline {
    case .cheapest(let winner, let next): cheapest(winner, next)
    case .indistinguishable(let a, let b, _): tie(a, b)
    case .noneMeets(let nearest, let worst): miss(nearest, worst)
    case .unsettled(let index): open(index)
    case .single(let index): single(index)
    }
  }

  private func cheapest(_ winner: Int, _ next: MetricComparison?) -> String {
    let claim = objectives.isEmpty ? "the cheapest" : "the cheapest that meets every objective"
    var text = "\(name(winner)) is \(claim): \(cost(winner))"
    if let next {
      text += ", \(difference(next)) less than \(name(next.candidate))"
      text += objectives.isEmpty ? "" : ", the next that does"
    } else if evaluation.summaries.count > 1 {
      text += objectives.isEmpty ? "" : "; no other \(isAnyOpen ? "surely " : "")does"
    }
    return text + "." + latency(winner) + leaning([winner]) + cheaperOpen(winner)
  }

  private var isAnyOpen: Bool {
    evaluation.summaries.contains { $0.verdict == .unsettled && !$0.isBound }
  }

  private func miss(_ nearest: Int, _ worst: Int?) -> String {
    guard let worst else {
      return objectives.isEmpty
        ? "Every architecture is overloaded: none serves what it is offered."
        : "No architecture meets every objective: all that come near are overloaded."
    }
    return "No architecture meets every objective. The nearest miss is \(name(nearest)) at "
      + "\(cost(nearest)): \(figure(nearest, objectives[worst]))."
  }

  private func open(_ index: Int) -> String {
    "It is not settled whether any architecture meets every objective. The cheapest that may is "
      + "\(name(index)) at \(cost(index)): \(doubts(index))."
  }

  private func single(_ index: Int) -> String {
    let summary = evaluation.summaries[index]
    if summary.overload?.isDisqualifying == true {
      return "\(name(index)) is overloaded: it cannot serve what it is offered, at \(cost(index))."
    }
    if objectives.isEmpty {
      return "\(name(index)) costs \(cost(index)).\(latency(index))\(leaning([index]))"
    }
    switch summary.verdict {
    case .holds:
      return "\(name(index)) meets every objective at \(cost(index)).\(leaning([index]))"
    case .fails:
      let failed = summary.objectives.filter { $0.verdict == .fails }
        .map { figure(index, $0.objective) }
      return "\(name(index)) does not meet every objective at \(cost(index)): "
        + failed.joined(separator: "; ") + "."
    case .unsettled:
      return "It is not settled whether \(name(index)) meets every objective at "
        + "\(cost(index)): \(doubts(index))."
    }
  }

  private func doubts(_ index: Int) -> String {
    evaluation.summaries[index].objectives.filter { $0.verdict == .unsettled }
      .map { figure(index, $0.objective, doubt: $0.doubt) }.joined(separator: "; ")
  }

  private func figure(
    _ index: Int, _ objective: Objective, doubt: ObjectiveResult.Doubt? = nil
  ) -> String {
    let metric = objective.metric
    let side = objective.direction == .atMost ? "at most" : "at least"
    let limit = "\(side) \(objective.limitText) asked"
    guard let shown = ShownFigure(metric, evaluation.summaries[index], units: units),
      doubt != .shortHorizon
    else { return "\(metric.words) cannot be told (\((doubt ?? .noSample).words)), \(limit)" }
    let value = units.text(metric, shown.rounded.value)
    let reason = doubt == nil || doubt == .intervalSpansLimit ? "" : " (\(doubt?.words ?? ""))"
    return "\(metric.words) is \(value)\(shown.range)\(reason), \(limit)"
  }

  func cheaperOpen(_ winner: Int) -> String {
    let price = evaluation.summaries[winner][.cost]?.mean ?? 0
    let open = evaluation.ranking.order.first { index in
      let summary = evaluation.summaries[index]
      return summary.verdict == .unsettled && summary[.cost]?.mean ?? .infinity < price
    }
    guard let open else { return "" }
    let numbers = evaluation.summaries[open].objectives.enumerated()
      .filter { $0.element.verdict == .unsettled }.map { String($0.offset + 1) }
    let subject = numbers.count == 1 ? "objective \(numbers[0]) is" : "some objectives are"
    return " \(name(open)) costs \(amount(open)); \(subject) not settled for it."
  }

  func latency(_ index: Int) -> String {
    let summary = evaluation.summaries[index]
    guard objectives.isEmpty,
      let p95 = ShownFigure(.p95Latency, summary, units: units)
    else { return "" }
    let p99 = ShownFigure(.p99Latency, summary, units: units)
    let tail = p99.map { ", p99 \(units.text(.p99Latency, $0.rounded.value))" } ?? ""
    return " Its p95 frame latency is \(units.text(.p95Latency, p95.rounded.value))\(tail)."
  }

  /// On what the answer leans and nobody measured; `subjects` are those that the answer names.
  func leaning(_ subjects: [Int]) -> String {
    let each = subjects.map { report.comparison.results[$0].architecture.unsourcedCurves }
    let leaning = zip(subjects, each).filter { !$0.1.isEmpty }
    var curves: [String] = []
    for curve in each.joined() where !curves.contains(curve) { curves.append(curve) }
    guard !curves.isEmpty else { return "" }
    let who =
      if subjects.count == 1 {
        "It leans"
      } else if leaning.count == subjects.count {
        subjects.count == 2 ? "Both lean" : "All lean"
      } else {
        Words.list(leaning.map { name($0.0) }) + (leaning.count == 1 ? " leans" : " lean")
      }
    let noun = curves.count == 1 ? "a curve" : "curves"
    return " \(who) on \(noun) nobody measured (\(Words.list(curves)))."
  }

  func name(_ index: Int) -> String { evaluation.summaries[index].name }

  func amount(_ index: Int) -> String {
    let metric = units.costMetric
    guard let shown = ShownFigure(metric, evaluation.summaries[index], units: units) else {
      return "an unknown cost"
    }
    return units.text(metric, shown.rounded.value)
  }

  func cost(_ index: Int) -> String { amount(index) + units.costPeriod }

  /// The paired difference of cost, in the unit of the table: `$3.1k (2.7k to 3.5k)`.
  private func difference(_ comparison: MetricComparison) -> String {
    let told = MetricComparison(
      units.costMetric, baseline: comparison.baseline, candidate: comparison.candidate,
      results: report.comparison.results)
    let interval = (told ?? comparison).pairs.interval
    let scale = units.scale(units.costMetric)
    let half = interval.halfWidth.map { $0 / scale }
    let rounded = RoundedFigure(interval.mean / scale, halfWidth: half)
    let text = units.text(units.costMetric, rounded.value)
    guard let half, half > 0 else { return text }
    let unit = scale == 1000 ? "k" : ""
    let low = RoundedFigure.decimal(interval.mean / scale - half, place: rounded.place)
    let high = RoundedFigure.decimal(interval.mean / scale + half, place: rounded.place)
    return "\(text) (\(low)\(unit) to \(high)\(unit))"
  }
}

extension ObjectiveResult.Doubt {
  var words: String {
    switch self {
    case .intervalSpansLimit: "the interval spans the limit"
    case .noInterval: "one replication has no interval"
    case .noSample: "no sample"
    case .tooFewSamples: "under 100 frames beyond it"
    case .beyondCurve: "over 10% of batches beyond the measured curve"
    case .shortHorizon: "the span is too short for a month"
    }
  }
}
