import Capacity
import Experiments
import Foundation
import Kernel
import ScenarioFiles
import Simulation
import Statistics

/// How much narrower intervals are because every architecture meets the same users.
struct PairingSection {
  static let replications = 12
  /// Longer scenarios are cut to their beginning.
  static let span = SimDuration.hours(2)
  private static let figures: [Metric] = [.costPerMonth, .p95Latency, .lateOrDropped]

  /// What the same runs cost, line by line.
  private(set) var ledger = LedgerSection()

  mutating func table() async throws -> String {
    var table = MarkdownTable(
      "scenario", "candidate − first", "cost by the month", "p95 latency", "late or dropped")
    for name in try Self.names() {
      let scenario = try Self.scenario(name)
      let results = try await Runner(scenario, jobs: 2).run().results
      ledger.add(name, results)
      for candidate in results.dropFirst() {
        let cells = Self.figures.map {
          Self.cell(results[0].values(of: $0), candidate.values(of: $0), $0)
        }
        table.add(
          name, "\(candidate.architecture.name) − \(results[0].architecture.name)", cells[0],
          cells[1], cells[2])
      }
    }
    return table.text
  }

  private static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "scenarios")
      .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  private static func scenario(_ name: String) throws -> Scenario {
    var scenario = try ScenarioReader().read(path: "scenarios/\(name).yaml")
    scenario.replications = replications
    scenario.clock.measure = min(scenario.clock.measure, span)
    scenario.clock.warmUp = min(scenario.clock.warmUp, .minutes(30))
    return scenario
  }

  /// Half-widths at 95% of the difference of means: their ratio, from two samples, from pairs.
  private static func cell(_ first: [Double], _ other: [Double], _ metric: Metric) -> String {
    guard first.count == other.count, let a = StudentInterval(first),
      let b = StudentInterval(other),
      let pairs = PairedComparison(baseline: first, candidate: other)?.interval.halfWidth
    else { return "" }
    let n = first.count
    let error =
      ((a.standardDeviation * a.standardDeviation + b.standardDeviation * b.standardDeviation)
      / Double(n)).squareRoot()
    let unpaired = error * StudentT.quantile(0.975, degreesOfFreedom: 2 * (n - 1))
    guard unpaired > 0 else { return "nothing varies" }
    return "**\(Figure.fixed(pairs / unpaired, 2))** (\(show(unpaired, metric)) → "
      + "\(show(pairs, metric)))"
  }

  private static func show(_ value: Double, _ metric: Metric) -> String {
    switch metric.unit {
    case .dollars: "$" + Figure.fixed(value, 2)
    case .milliseconds: Figure.fixed(value, 3) + " ms"
    case .ratio: Figure.percent(value, 4)
    case .count: Figure.fixed(value, 3)
    }
  }
}
