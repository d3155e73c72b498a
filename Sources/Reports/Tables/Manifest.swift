import Capacity
import Experiments
import Kernel

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
      ("replications_asked", .integer(Int64(scenario.replications))),
      ("partial", .bool(comparison.isPartial)),
      ("suggested_warm_up_s", .optional(comparison.suggestedWarmUp?.seconds)),
      ("precision", comparison.precision?.json ?? .null),
      ("architectures", .array(evaluation.summaries.map { .string($0.name) })),
      ("files", .array(CSVTable.allCases.map { .string($0.rawValue) })),
      ("reserved_levels", .array(reservedLevels)),
      ("provenance", .array(scenario.provenance.map(\.json))),
      ("scenario_text", .string(scenarioText)),
      ("inputs", .array(inputs.map(\.json))),
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

extension ScenarioInput {
  fileprivate var json: JSON { .object([("path", .string(path)), ("text", .string(text))]) }
}

extension PrecisionOutcome {
  fileprivate var json: JSON {
    .object([
      ("asked_ratio", .number(asked)), ("widest_ratio", .optional(widest.isFinite ? widest : nil)),
      ("metric", .string(metric.rawValue)), ("architecture", .string(architecture)),
      ("cap", .integer(Int64(cap))),
    ])
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
