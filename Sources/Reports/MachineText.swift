import Capacity
import Experiments
import Statistics

extension Report {
  /// The results as JSON, `"schema": 1`; figures are those of `summary.csv`.
  public func json() -> String {
    let places = evaluation.ranking.order
    return JSON.object([
      ("schema", .integer(1)),
      ("headroom", .string(version)),
      ("scenario", .string(comparison.scenario.name)),
      ("seed", .unsigned(comparison.scenario.seed)),
      ("replications", .integer(Int64(comparison.replications))),
      ("partial", .bool(comparison.isPartial)),
      ("headline", .object([("form", .string(form)), ("text", .string(headline))])),
      (
        "architectures",
        .array(
          evaluation.summaries.enumerated().map { index, summary in
            json(summary, place: (places.firstIndex(of: index) ?? 0) + 1)
          })
      ),
      ("comparisons", .array(evaluation.comparisons.filter { isShown($0.metric) }.map(json))),
      ("warnings", .array(evaluation.warnings.map(json))),
    ]).text
  }

  /// The name of the headline's form.
  private var form: String {
    switch evaluation.headline {
    case .cheapest: "cheapest"
    case .indistinguishable: "indistinguishable"
    case .noneMeets: "none-meets"
    case .unsettled: "unsettled"
    case .single: "single"
    }
  }

  private func isShown(_ metric: Metric) -> Bool {
    !metric.isByTheMonth || !evaluation.isShortHorizon
  }

  private func json(_ summary: ArchitectureSummary, place: Int) -> JSON {
    let figures = summary.summaries.filter { isShown($0.metric) }.map { figure in
      (
        figure.metric.rawValue,
        JSON.object([
          ("unit", .string(figure.metric.unit.rawValue)), ("mean", .number(figure.mean)),
          ("ci_low", .optional(figure.interval.low)),
          ("ci_high", .optional(figure.interval.high)), ("p05", .number(figure.p05)),
          ("p50", .number(figure.p50)), ("p95", .number(figure.p95)),
          ("replications", .integer(Int64(figure.interval.count))),
        ])
      )
    }
    return .object([
      ("name", .string(summary.name)), ("place", .integer(Int64(place))),
      ("is_bound", .bool(summary.isBound)),
      ("verdict", .string(summary.verdict.rawValue)),
      ("overloaded", .bool(summary.overload?.isDisqualifying == true)),
      ("objectives", .array(summary.objectives.map(Self.json))), ("metrics", .object(figures)),
    ])
  }

  private static func json(_ result: ObjectiveResult) -> JSON {
    .object([
      ("metric", .string(result.objective.metric.rawValue)),
      ("direction", .string(result.objective.direction.rawValue)),
      ("limit", .number(result.objective.limit)),
      ("limit_text", .string(result.objective.limitText)),
      ("verdict", .string(result.verdict.rawValue)),
      ("doubt", .optional(result.doubt?.rawValue)),
      (
        "replications_to_settle",
        result.replicationsToSettle.map { .integer(Int64($0)) } ?? .null
      ),
    ])
  }

  private func json(_ row: MetricComparison) -> JSON {
    .object([
      ("baseline", .string(evaluation.summaries[row.baseline].name)),
      ("candidate", .string(evaluation.summaries[row.candidate].name)),
      ("metric", .string(row.metric.rawValue)),
      ("unit", .string(row.metric.unit.rawValue)),
      ("difference", .number(row.pairs.interval.mean)),
      ("ci_low", .optional(row.pairs.interval.low)),
      ("ci_high", .optional(row.pairs.interval.high)),
      ("probability_better", .optional(row.probabilityBetter)),
    ])
  }

  private func json(_ warning: Warning) -> JSON {
    .object([
      ("slug", .string(warning.slug)),
      ("architecture", .optional(warning.architecture.map { evaluation.summaries[$0].name })),
      ("text", .string(words(warning))),
    ])
  }

  /// One record a line, for screen readers and grep: the kind, its subject, then its values.
  public func plain() -> String {
    var lines = ["answer: \(headline)"]
    let units = TableUnits(self)
    for index in evaluation.ranking.order {
      let summary = evaluation.summaries[index]
      for metric in Metric.allCases where isShown(metric) {
        guard let shown = ShownFigure(metric, summary, units: units) else { continue }
        let figure = shown.rounded
        let half = figure.halfWidth.map { " +- \($0)" } ?? ""
        let value = metric.unit == .ratio ? "\(figure.value)\(half)%" : figure.value + half
        let unit = Self.unit(metric, units)
        lines.append("\(summary.name): \(metric.rawValue): \(value)\(unit)")
      }
      lines += summary.objectives.map { result in
        let objective = result.objective
        let asked = "\(objective.metric.rawValue) \(objective.direction.rawValue)"
        return "\(summary.name): objective: \(asked) \(objective.limitText): "
          + result.verdict.rawValue
      }
    }
    lines += evaluation.warnings.map { "warning: " + words($0) }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func unit(_ metric: Metric, _ units: TableUnits) -> String {
    switch metric.unit {
    case .milliseconds: " \(units.latency)"
    case .dollars: units.scale(metric) == 1000 ? " $k" : " $"
    case .ratio, .count: ""
    }
  }
}
