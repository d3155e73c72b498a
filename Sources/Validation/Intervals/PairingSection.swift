import Capacity
import Experiments
import Foundation
import Kernel
import ScenarioFiles
import Simulation
import Statistics

/// How much narrower intervals are because every architecture meets the same users.
struct PairingSection {
  static let replications = 4
  private static let figures: [(Metric, String)] = [
    (.costPerMonth, "cost by the month"), (.p95Latency, "p95 latency"),
    (.lateOrDropped, "late or dropped"),
  ]

  func table() async throws -> String {
    var table = MarkdownTable(
      "scenario", "candidate against first", "figure", "unpaired ±", "paired ±", "paired/unpaired")
    for name in try Self.names() {
      let scenario = try Self.scenario(name)
      guard scenario.architectures.count > 1 else { continue }
      let results = try await Runner(scenario, jobs: 2).run().results
      for candidate in results.indices.dropFirst() {
        for (metric, label) in Self.figures {
          let first = results[0].values(of: metric)
          let other = results[candidate].values(of: metric)
          let cells = Self.cells(first, other, metric)
          table.add(
            name, "\(results[candidate].architecture.name) − \(results[0].architecture.name)",
            label, cells.0, cells.1, cells.2)
        }
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
    return scenario
  }

  /// Half-widths at 95% of the difference of means: from two samples, from pairs, and the ratio.
  private static func cells(
    _ first: [Double], _ other: [Double], _ metric: Metric
  ) -> (String, String, String) {
    guard first.count == other.count, let a = StudentInterval(first),
      let b = StudentInterval(other),
      let pairs = PairedComparison(baseline: first, candidate: other)?.interval.halfWidth
    else { return ("", "", "") }
    let n = first.count
    let error =
      ((a.standardDeviation * a.standardDeviation + b.standardDeviation * b.standardDeviation)
      / Double(n)).squareRoot()
    let unpaired = error * StudentT.quantile(0.975, degreesOfFreedom: 2 * (n - 1))
    guard unpaired > 0 else { return ("0", "0", "nothing varies") }
    return (show(unpaired, metric), show(pairs, metric), Figure.fixed(pairs / unpaired, 2))
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
