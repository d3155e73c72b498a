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
      ("provenance", .array(scenario.provenance.map(\.json))),
      ("scenario_text", .string(scenarioText)),
    ]).text
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
