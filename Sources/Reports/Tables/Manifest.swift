import Capacity
import Experiments

extension Report {
  /// The content of `manifest.json`: what made the files beside it, so that they can be made again.
  package var manifest: String {
    let scenario = comparison.scenario
    return JSON.object([
      ("schema", .integer(1)),
      ("headroom", .string(version)),
      ("scenario", .string(scenario.name)),
      ("scenario_digest", .string(Digest.fnv1a(scenarioText))),
      ("overrides", .array(overrides.map { .string($0) })),
      ("seed", .unsigned(scenario.seed)),
      ("fidelity", .string("frames")),
      ("replications", .integer(Int64(comparison.replications))),
      ("partial", .bool(comparison.isPartial)),
      ("architectures", .array(evaluation.summaries.map { .string($0.name) })),
      ("files", .array(CSVTable.allCases.map { .string($0.rawValue) })),
      ("reserved_levels", .array(reservedLevels)),
      ("provenance", .array(scenario.provenance.map(\.json))),
      ("scenario_text", .string(scenarioText)),
    ]).text
  }
}

extension Report {
  /// How many instances to reserve, wherever some are.
  private var reservedLevels: [JSON] {
    comparison.results.flatMap { result in
      ReservedLevel.found(in: result).map { level in
        JSON.object([
          ("architecture", .string(result.architecture.name)), ("pool", .string(level.pool)),
          ("reserved", .integer(Int64(level.now))), ("best", .integer(Int64(level.best))),
        ])
      }
    }
  }
}

extension Provenance {
  var json: JSON {
    .object([
      ("subject", .string(subject)), ("value", .string(value)),
      ("quality", .string(quality.rawValue)), ("source", .string(source)),
      ("date", .string(date)),
    ])
  }
}
