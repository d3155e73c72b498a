import Capacity
package import Experiments
import Kernel
import Simulation

/// What every chart of a page asks of the report.
package struct PageFacts {
  let report: Report
  let units: TableUnits

  /// The facts of a report.
  package init(_ report: Report) {
    self.report = report
    units = TableUnits(report)
  }

  /// The architectures, the best first, as everywhere on the page.
  var order: [Int] { report.evaluation.ranking.order }
  var clock: Clock { report.comparison.scenario.clock }
  var objectives: [Objective] { report.comparison.scenario.objectives }
  var isSingle: Bool { order.count == 1 }

  func name(_ index: Int) -> String { report.evaluation.summaries[index].name }
  func summary(_ index: Int) -> ArchitectureSummary { report.evaluation.summaries[index] }
  /// The results of an architecture.
  package func result(_ index: Int) -> ArchitectureResult { report.comparison.results[index] }
  func isOverloaded(_ index: Int) -> Bool { summary(index).overload?.isDisqualifying == true }

  /// `40 replications` of the span.
  var replications: String { Words.count(report.comparison.replications, "replication") }

  /// What one replication is called: a day when it lasts one.
  var spanNoun: String { clock.measure == .days(1) ? "day" : "replication" }

  /// The share of frames late or dropped beyond which an interval counts as trouble: the
  /// objective's, or 1%.
  var tolerated: Double {
    objectives.first { $0.metric == .lateOrDropped && $0.direction == .atMost }?.limit ?? 0.01
  }

  /// A share as people read it: `1.42%`, and `<0.01%` for next to nothing.
  static func percent(_ share: Double) -> String {
    if share > 0, share < 0.0001 { return "<0.01%" }
    return RoundedFigure.brief(share * 100, halfWidth: nil, limits: [100], finest: -2) + "%"
  }

  /// The replication of median trouble, or of median cost where trouble is equal; a real one.
  func median(_ index: Int) -> ReplicationDigest? {
    let sorted = ordered(index)
    return sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2]
  }

  /// The replication with the most trouble; nil when it is the median one or has next to none.
  func worst(_ index: Int) -> ReplicationDigest? {
    guard let worst = ordered(index).last, let median = median(index),
      worst.replication != median.replication,
      let share = worst.metrics[.lateOrDropped], share > median.metrics[.lateOrDropped] ?? 0,
      share > tolerated / 10
    else { return nil }
    return worst
  }

  private func ordered(_ index: Int) -> [ReplicationDigest] {
    result(index).replications.sorted { a, b in
      for metric in [Metric.lateOrDropped, .cost] {
        let left = a.metrics[metric] ?? 0
        let right = b.metrics[metric] ?? 0
        if left != right { return left < right }
      }
      return a.replication < b.replication
    }
  }
}
