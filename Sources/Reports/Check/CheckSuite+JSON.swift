import Capacity
import Experiments
import Statistics

extension CheckSuite {
  /// The verdicts as JSON, `"schema": 1`, in the units of `summary.csv`.
  public func json() -> String {
    JSON.object([
      ("schema", .integer(1)),
      ("headroom", .string(version)),
      ("verdict", .string(verdict.rawValue)),
      ("headline", .string(headline)),
      ("scenarios", .array(reports.map(Self.json))),
    ]).text
  }

  private static func json(_ report: CheckReport) -> JSON {
    let check = report.check
    return .object([
      ("scenario", .string(check.origin.scenario)),
      ("seed", .unsigned(check.origin.seed)),
      ("replications", .integer(Int64(check.origin.replications))),
      ("verdict", .string(check.verdict.rawValue)),
      ("baseline", check.pairing.map(json) ?? .null),
      ("architectures", .array(check.architectures.map(json))),
      (
        "warnings",
        .array(
          report.warnings.map { warning in
            .object([
              ("slug", .string(warning.slug)), ("architecture", .optional(warning.architecture)),
              ("text", .string(warning.text)),
            ])
          })
      ),
    ])
  }

  private static func json(_ pairing: BaselinePairing) -> JSON {
    switch pairing {
    case .paired(let replications):
      .object([
        ("paired", .bool(true)), ("replications", .integer(Int64(replications))),
        ("unpaired_because", .array([])),
      ])
    case .unpaired(let obstacles):
      .object([
        ("paired", .bool(false)), ("replications", .null),
        ("unpaired_because", .array(obstacles.map { .string($0.slug) })),
      ])
    }
  }

  private static func json(_ architecture: CheckArchitecture) -> JSON {
    var objectives: [JSON] = []
    var isOverloaded = false
    for item in architecture.items {
      switch item {
      case .overload: isOverloaded = true
      case .objective(let checked): objectives.append(json(checked))
      case .regression: continue
      }
    }
    return .object([
      ("name", .string(architecture.name)),
      ("verdict", .string(architecture.verdict.rawValue)),
      ("overloaded", .bool(isOverloaded)),
      ("in_baseline", .bool(!architecture.isNew)),
      ("objectives", .array(objectives)),
      ("regressions", .array(architecture.regressions.map(json))),
    ])
  }

  private static func json(_ checked: CheckObjective) -> JSON {
    let result = checked.result
    let interval = checked.isShown ? checked.interval : nil
    return .object([
      ("metric", .string(result.objective.metric.rawValue)),
      ("unit", .string(result.objective.metric.unit.rawValue)),
      ("direction", .string(result.objective.direction.rawValue)),
      ("limit", .number(result.objective.limit)),
      ("limit_text", .string(result.objective.limitText)),
      ("verdict", .string(result.verdict.rawValue)),
      ("doubt", .optional(result.doubt?.rawValue)),
      ("mean", .optional(interval?.mean)),
      ("ci_low", .optional(interval?.low)),
      ("ci_high", .optional(interval?.high)),
      ("was", .optional(checked.was)),
      ("replications_to_settle", number(result.replicationsToSettle)),
    ])
  }

  private static func json(_ checked: CheckRegression) -> JSON {
    let isRelative = checked.change?.isRelative ?? (checked.metric.unit != .ratio)
    return .object([
      ("metric", .string(checked.metric.rawValue)),
      ("unit", .string(isRelative ? "ratio_of_baseline" : checked.metric.unit.rawValue)),
      ("worse", .string(checked.moreIsWorse ? "more" : "less")),
      ("tolerance", .number(checked.tolerance)),
      ("verdict", .string(checked.verdict.rawValue)),
      ("doubt", .optional(checked.doubt?.rawValue)),
      ("change", .optional(checked.change?.mean)),
      ("ci_low", .optional(checked.change?.low)),
      ("ci_high", .optional(checked.change?.high)),
      ("was", .optional(checked.change?.was)),
      ("replications_to_settle", number(checked.replicationsToSettle)),
    ])
  }

  private static func number(_ value: Int?) -> JSON {
    value.map { .integer(Int64($0)) } ?? .null
  }
}

extension BaselinePairing.Obstacle {
  /// The name in files.
  var slug: String {
    switch self {
    case .seed: "seed"
    case .version: "version"
    case .demand: "demand"
    case .clock: "clock"
    }
  }
}
