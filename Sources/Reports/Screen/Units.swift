import Capacity
import Experiments
import Kernel
import Statistics

/// The units of one table: chosen once, so that all its rows compare.
struct TableUnits {
  /// The cost that is told.
  let costMetric: Metric
  /// Dollars in one unit of the cost column: 1 or 1000.
  let costScale: Double
  /// Milliseconds in one unit of the latency columns: 1 or 1000.
  let latencyScale: Double
  private let clock: Clock

  init(_ report: Report) {
    let summaries = report.evaluation.summaries
    let metric = report.evaluation.costMetric
    costMetric = metric
    clock = report.comparison.scenario.clock
    let dearest = summaries.compactMap { $0[metric]?.mean }.max() ?? 0
    costScale = dearest >= 10_000 ? 1000 : 1
    let quickest = summaries.compactMap { $0[.p50Latency]?.mean }.min() ?? 0
    latencyScale = quickest >= 10_000 ? 1000 : 1
  }

  /// The head of the cost column, such as `$k/mo`, or `$/2h` for the cost of the span.
  var costHeader: String {
    let unit = costScale == 1 ? "$" : "$k"
    return costMetric == .costPerMonth
      ? unit + "/mo" : unit + "/" + (clock.measure == .days(1) ? "day" : span(separator: ""))
  }

  /// The unit of latencies.
  var latency: String { latencyScale == 1 ? "ms" : "s" }

  /// ` a month`, or ` for the 2 h simulated`.
  var costPeriod: String {
    costMetric == .costPerMonth ? " a month" : " for the \(spanWords) simulated"
  }

  /// What a value of the metric is divided by for people.
  func scale(_ metric: Metric) -> Double {
    switch metric.unit {
    case .milliseconds: latencyScale
    case .ratio: 0.01
    case .dollars: metric.isWhole ? costScale : 1
    case .count: 1
    }
  }

  /// A figure with its unit: `$31.9k`, `1.42%`, `141 ms`, `12`.
  func text(_ metric: Metric, _ value: String) -> String {
    switch metric.unit {
    case .milliseconds: "\(value) \(latency)"
    case .ratio: value + "%"
    case .dollars: dollars(value, k: scale(metric) == 1000)
    case .count: value
    }
  }

  private func dollars(_ value: String, k: Bool) -> String {
    let unit = k ? "k" : ""
    return value.hasPrefix("-") ? "-$" + value.dropFirst() + unit : "$" + value + unit
  }

  private var spanWords: String {
    clock.measure == .days(1) ? "day" : clock.measure == .hours(1) ? "hour" : span(separator: " ")
  }

  private func span(separator: String) -> String {
    String(Words.duration(clock.measure).map { $0 == " " ? "_" : $0 })
      .split(separator: "_").joined(separator: separator)
  }
}

/// A summary in the units of a table.
struct ShownFigure {
  let value: Double
  let halfWidth: Double?
  let limits: [Double]

  /// The figure of one architecture; nil without a value or with one that must not be shown.
  init?(_ metric: Metric, _ summary: ArchitectureSummary, units: TableUnits) {
    guard let figure = summary[metric], !summary.hasTooFewSamples(for: metric) else {
      return nil
    }
    let scale = units.scale(metric)
    value = figure.mean / scale
    halfWidth = figure.interval.halfWidth.map { $0 / scale }
    limits = summary.objectives.filter { $0.objective.metric == metric }.map {
      $0.objective.limit / scale
    }
  }

  /// Rounded by its interval.
  var rounded: RoundedFigure { RoundedFigure(value, halfWidth: halfWidth, limits: limits) }
  /// Rounded to be read without its interval.
  var brief: String { RoundedFigure.brief(value, halfWidth: halfWidth, limits: limits) }

  /// The interval in words, such as ` (0.5 to 1.1)`; empty without one. Figures are never
  /// negative, and so is no end of theirs.
  var range: String {
    guard let halfWidth, halfWidth > 0 else { return "" }
    let place = rounded.place
    let low = RoundedFigure.decimal(max(0, value - halfWidth), place: place)
    let high = RoundedFigure.decimal(value + halfWidth, place: place)
    return " (\(low) to \(high))"
  }
}
