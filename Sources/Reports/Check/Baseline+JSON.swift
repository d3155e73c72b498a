import Capacity
public import Experiments

extension Baseline {
  /// The file's text, `"schema": 1`, small enough to be committed.
  public func json() -> String {
    JSON.object([
      ("schema", .integer(1)),
      ("kind", .string(BaselineFile.kind)),
      ("headroom", .string(origin.version)),
      ("scenario", .string(origin.scenario)),
      ("seed", .unsigned(origin.seed)),
      ("replications", .integer(Int64(origin.replications))),
      ("demand_digest", .string(origin.demandDigest)),
      ("clock_digest", .string(origin.clockDigest)),
      ("architectures", .array(designs.map(Self.json))),
    ]).text
  }

  private static func json(_ design: Design) -> JSON {
    .object([
      ("name", .string(design.name)),
      (
        "figures",
        .array(
          design.figures.map { figure in
            .object([
              ("metric", .string(figure.metric.rawValue)),
              ("unit", .string(figure.metric.unit.rawValue)),
              ("values", .array(figure.values.map { .optional($0) })),
            ])
          })
      ),
    ])
  }
}
