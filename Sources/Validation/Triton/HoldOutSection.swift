/// Whether the rule that all sweeps share carries over to sweeps that it was not chosen on.
struct HoldOutSection {
  /// Sweeps of GPUNet by how their halves are named; indices into `TritonSweep.all`.
  private static let halves: [(name: String, chosen: [Int], judged: [Int])] = [
    ("V100, A100", [0, 2, 4, 6], [1, 3, 5, 7]),
    ("A100, V100", [1, 3, 5, 7], [0, 2, 4, 6]),
    ("distilled models, the others", [0, 1, 4, 5], [2, 3, 6, 7]),
    ("the others, distilled models", [2, 3, 6, 7], [0, 1, 4, 5]),
  ]

  /// One rule with the median errors of each sweep.
  private struct Trial: Sendable {
    var rule: TritonPrediction.Rule
    var medians: [(throughput: Double, p99: Double)]

    func median(_ sweeps: [Int], _ part: ((throughput: Double, p99: Double)) -> Double) -> Double {
      Figure.median(sweeps.map { part(medians[$0]) }) ?? 0
    }

    /// Throughput is asked twice as precisely as p99.
    func score(_ sweeps: [Int]) -> Double {
      sweeps.reduce(0) { $0 + 2 * medians[$1].throughput + medians[$1].p99 }
    }
  }

  func text() async throws -> String {
    let rules = [0.15, 0.2, 0.25].flatMap { share in
      [0.8, 0.9, 1].map { TritonPrediction.Rule(copyingShare: share, networkGrowth: $0) }
    }
    let trials = try await Parallel.map(rules) { try Self.trial($0) }
    var table = MarkdownTable(
      "chosen on, judged on", "copying chosen", "growth chosen", "throughput: median error",
      "p99: median error")
    for half in Self.halves {
      guard let best = trials.min(by: { $0.score(half.chosen) < $1.score(half.chosen) }) else {
        continue
      }
      table.add(
        half.name, Figure.fixed(best.rule.copyingShare, 2),
        Figure.fixed(best.rule.networkGrowth, 1),
        Figure.percent(best.median(half.judged, \.throughput)),
        Figure.percent(best.median(half.judged, \.p99)))
    }
    return table.text
  }

  private static func trial(_ rule: TritonPrediction.Rule) throws -> Trial {
    let medians = try TritonSweep.all.prefix(8).map { sweep in
      let prediction = try TritonPrediction(sweep, rule: rule, latencies: 500)
      let errors = try TritonSection.errors(of: sweep, prediction, step: 4)
      return (
        Figure.median(errors.throughput.map(\.magnitude)) ?? 0,
        Figure.median(errors.p99.map(\.magnitude)) ?? 0
      )
    }
    return Trial(rule: rule, medians: medians)
  }
}
