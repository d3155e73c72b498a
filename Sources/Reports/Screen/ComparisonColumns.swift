import Capacity
import Experiments
import Statistics

/// The columns of the table of architectures, each computed for all rows.
struct ComparisonColumns {
  /// One kind of column; those with a lower number are left out first when room is short.
  enum Kind: Int, CaseIterable {
    case interruptions
    case spread
    case perUserHour
    case against
    case busy
    case instances
    case p50
    case p95
    case p99
    case late
    case cost
  }

  /// The order on the screen.
  static let order: [Kind] = [
    .cost, .spread, .against, .p50, .p95, .p99, .late, .busy, .instances, .interruptions,
    .perUserHour,
  ]

  let report: Report
  let style: Style
  let units: TableUnits
  private var summaries: [ArchitectureSummary] {
    report.evaluation.ranking.order.map { report.evaluation.summaries[$0] }
  }

  init(_ report: Report, style: Style) {
    self.report = report
    self.style = style
    units = TableUnits(report)
  }

  /// The architecture that is marked as the answer, if one is.
  var winner: Int? {
    switch report.evaluation.headline {
    case .cheapest(let index, _), .indistinguishable(let index, _, _): index
    case .noneMeets, .unsettled, .single: nil
    }
  }

  /// One column.
  func column(_ kind: Kind) -> ScreenTable.Column {
    switch kind {
    case .cost: column("cost", units.costHeader) { withInterval(units.costMetric, $0) }
    case .p50: column("", "p50") { whole(.p50Latency, $0) }
    case .p95: column("", "p95") { whole(.p95Latency, $0) }
    case .p99: latencyColumn
    case .late: column("late or", "drop %", late)
    case .busy: column("busy", "%") { whole(.utilization, $0) }
    case .instances: column("inst.", "mean/max", instances)
    case .interruptions: column("", "interrupted") { brief(.interruptions, $0) }
    case .perUserHour: column("$ per", "user-h") { brief(.costPerUserHour, $0) }
    case .spread: column("p5 to p95", units.costHeader, spread)
    case .against: against
    }
  }

  private var latencyColumn: ScreenTable.Column {
    var column = column("frame latency, \(units.latency)", "p99") {
      withInterval(.p99Latency, $0)
    }
    column.spans = true
    return column
  }

  private func column(
    _ upper: String, _ lower: String, _ cell: (ArchitectureSummary) -> ScreenTable.Cell
  ) -> ScreenTable.Column {
    ScreenTable.Column(upper: upper, lower: lower, cells: summaries.map(cell))
  }

  /// A figure and half its interval.
  func withInterval(_ metric: Metric, _ summary: ArchitectureSummary) -> ScreenTable.Cell {
    guard let shown = ShownFigure(metric, summary, units: units) else {
      return ScreenTable.Cell(value: "-")
    }
    return cell(shown.rounded)
  }

  private func cell(_ figure: RoundedFigure) -> ScreenTable.Cell {
    let suffix = figure.halfWidth.map { " \(style.plusMinus)\($0)" } ?? ""
    return ScreenTable.Cell(value: figure.value, suffix: suffix)
  }

  private func brief(_ metric: Metric, _ summary: ArchitectureSummary) -> ScreenTable.Cell {
    ScreenTable.Cell(value: ShownFigure(metric, summary, units: units)?.brief ?? "-")
  }

  /// Without decimals from ten on, unless a limit asks for them.
  private func whole(_ metric: Metric, _ summary: ArchitectureSummary) -> ScreenTable.Cell {
    guard let shown = ShownFigure(metric, summary, units: units), shown.value >= 10 else {
      return brief(metric, summary)
    }
    return ScreenTable.Cell(
      value: RoundedFigure.brief(
        shown.value, halfWidth: shown.halfWidth, limits: shown.limits, finest: 0))
  }

  /// The share in percent; where it is next to nothing, a bound that it is below.
  func late(_ summary: ArchitectureSummary) -> ScreenTable.Cell {
    guard let shown = ShownFigure(.lateOrDropped, summary, units: units) else {
      return ScreenTable.Cell(value: "-")
    }
    // Of n frames without one that is late, the share is below 3/n at 95% (rule of three).
    let bound = 300 / Double(max(summary.offered, 1))
    let most = shown.value + (shown.halfWidth ?? 0)
    if shown.limits.contains(where: { $0 < 0.01 }) { return cell(shown.rounded) }
    if most < 0.01, bound <= 0.01 { return ScreenTable.Cell(value: "<0.01") }
    guard shown.value == 0 else { return cell(shown.rounded) }
    let place = RoundedFigure.exponent(bound)
    let steps = RoundedFigure.decimal(bound, place: place)
    let isBelow = (Double(steps) ?? 0) < bound
    let unit = Double("1e\(place)") ?? 0
    return ScreenTable.Cell(
      value: "<" + (isBelow ? RoundedFigure.decimal(bound + unit / 2, place: place) : steps))
  }

  /// Mean and maximum over all replications.
  func instances(_ summary: ArchitectureSummary) -> ScreenTable.Cell {
    guard let mean = summary[.meanInstances]?.mean, let max = summary[.maxInstances]?.values.max()
    else { return ScreenTable.Cell(value: "-") }
    let place = mean < 9.95 ? -1 : 0
    var text = RoundedFigure.decimal(mean, place: place)
    if text.hasSuffix(".0") { text.removeLast(2) }
    return ScreenTable.Cell(value: "\(text)/\(RoundedFigure.decimal(max, place: 0))")
  }

  /// The good and the bad run: a budget needs the 95th percentile over replications, not the mean.
  private func spread(_ summary: ArchitectureSummary) -> ScreenTable.Cell {
    guard let figure = summary[units.costMetric], figure.interval.count > 1 else {
      return ScreenTable.Cell(value: "-")
    }
    let scale = units.scale(units.costMetric)
    let ends = [figure.p05, figure.p95].map {
      RoundedFigure.brief($0 / scale, halfWidth: figure.interval.halfWidth.map { $0 / scale })
    }
    return ScreenTable.Cell(value: ends[0] == ends[1] ? ends[0] : ends.joined(separator: " to "))
  }

  /// The paired difference of cost to the winner.
  private var against: ScreenTable.Column {
    var column = ScreenTable.Column(
      upper: "vs \(style.winner)", lower: units.costHeader, cells: [])
    for index in report.evaluation.ranking.order {
      guard let winner, index != winner,
        let pair = MetricComparison(
          units.costMetric, baseline: winner, candidate: index,
          results: report.comparison.results)
      else {
        column.cells.append(ScreenTable.Cell(value: ""))
        continue
      }
      let scale = units.scale(units.costMetric)
      let interval = pair.pairs.interval
      column.cells.append(
        cell(
          RoundedFigure(
            interval.mean / scale, halfWidth: interval.halfWidth.map { $0 / scale })))
    }
    return column
  }
}
