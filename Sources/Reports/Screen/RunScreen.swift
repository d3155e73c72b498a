import Capacity
import Experiments
import Kernel
import Simulation
import Statistics

extension Report {
  /// The screen of `run`: that of `compare` for one architecture, then where the time, the frames
  /// and the money went. Of several architectures the best-placed is detailed.
  public func runScreen(style: Style, facts: RunFacts) -> String {
    guard let index = evaluation.ranking.order.first else { return "" }
    let detail = RunDetail(self, architecture: index, style: style)
    let table = ComparisonTable(self, style: style)
    let closing = ScreenClosing(self, style: style, facts: facts)
    let title =
      "headroom run  \(facts.scenarioPath)  \(evaluation.summaries[index].name), "
      + Words.count(comparison.replications, "replication")
    var lines = TextLayout.fitted(title, width: style.width).map { style.paint($0, .dim) }
    if comparison.isPartial { lines.append(style.paint("PARTIAL results", .doubt)) }
    lines.append("")
    lines += TextLayout.wrap(headline, width: style.width).map { style.paint($0, .bold) }
    lines += [""] + table.lines + table.legend + [""] + detail.lines
    if let picture = DayPicture(self, architecture: index, style: style) {
      lines += [""] + picture.lines
    }
    lines += [""] + closing.warnings(oneLineEach: false, atMost: 3)
    lines +=
      closing.assumed(maximumLines: 2) + closing.foresight + closing.settle + closing.files
      + closing.run
    if let height = style.height, lines.count >= height {
      lines += TextLayout.wrap(headline, width: style.width).map { style.paint($0, .bold) }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Where one architecture's time, frames and money went.
struct RunDetail {
  private let report: Report
  let result: ArchitectureResult
  private let summary: ArchitectureSummary
  private let style: Style

  init(_ report: Report, architecture: Int, style: Style) {
    self.report = report
    self.style = style
    result = report.comparison.results[architecture]
    summary = report.evaluation.summaries[architecture]
  }

  /// A line for each part of the latency, then outcomes and costs.
  var lines: [String] { latency + outcomes + costs + charged + reserved + spread + cloud }

  private var latency: [String] {
    var total = LatencyParts()
    for population in result.populations { total.merge(population.latency) }
    let head = style.paint(
      "latency, ms       p50       p95       p99  of all frames together", .dim)
    return [head]
      + LatencyParts.Part.allCases.map { part in
        let histogram = total[part]
        let cells = [0.5, 0.95, 0.99].map { p -> String in
          let isKnown = Double(histogram.total) * (1 - p) >= 99.999
          guard isKnown, let value = histogram.quantile(p) else { return "-" }
          return RoundedFigure.brief(value.milliseconds, halfWidth: nil)
        }
        return "  \(TextLayout.left(part.rawValue, 9))"
          + cells.map { TextLayout.right($0, 10) }.joined()
      }
  }

  private var outcomes: [String] {
    var counts = OutcomeCounts()
    for population in result.populations { counts = counts + population.outcomes }
    let items = Outcome.allCases.compactMap { outcome -> String? in
      let count = counts[outcome]
      guard count > 0 else { return nil }
      let share = RoundedFigure.brief(
        Double(count) / Double(counts.total) * 100, halfWidth: nil, limits: [100])
      return "\(outcome.name) \(Words.grouped(Int(count))) (\(share)%)"
    }
    return items.isEmpty
      ? [] : lead("frames", items)
  }

  private var costs: [String] {
    let lines = result.replications.flatMap(\.ledger)
    let total = lines.reduce(Money.zero) { $0 + $1.amount }
    guard total > .zero else { return [] }
    let items = LedgerLine.Category.allCases.compactMap { category -> String? in
      let amount = lines.filter { $0.category == category }
        .reduce(Money.zero) { $0 + $1.amount }
      guard amount != .zero else { return nil }
      let share = RoundedFigure.decimal(amount.dollars / total.dollars * 100, place: 0)
      return "\(category.words) \(share == "0" ? "<1" : share)%"
    }
    return lead("cost", items)
  }

  /// The cost of a good, a middling and a bad run.
  private var spread: [String] {
    let units = TableUnits(report)
    guard let figure = summary[units.costMetric], figure.interval.count > 1 else { return [] }
    let scale = units.scale(units.costMetric)
    let texts = [figure.p05, figure.p50, figure.p95].map {
      RoundedFigure.brief($0 / scale, halfWidth: figure.interval.halfWidth.map { $0 / scale })
    }
    return [
      "budget   \(units.costHeader) over replications: p5 \(texts[0]), median \(texts[1]), p95 \(texts[2])"
    ]
  }

  /// Cold starts and interruptions, when there are any.
  private var cloud: [String] {
    let units = TableUnits(report)
    let items = [(Metric.coldStarts, "cold starts"), (.interruptions, "interruptions")]
      .compactMap { metric, words -> String? in
        guard let shown = ShownFigure(metric, summary, units: units), shown.value > 0 else {
          return nil
        }
        return "\(shown.brief) \(words)"
      }
    return items.isEmpty
      ? [] : lead("fleet", [items.joined(separator: ", ") + " on average over replications"])
  }

  func lead(_ label: String, _ items: [String]) -> [String] {
    TextLayout.wrap(items.joined(separator: ", "), width: style.width - 9).enumerated().map {
      TextLayout.left($0.offset == 0 ? label : "", 9) + $0.element
    }
  }
}
