import Capacity
import Simulation

/// Serverless pools against what was measured on AWS Lambda.
struct LambdaSection {
  /// Mean service times in seconds: over all measurements, warm and cold.
  static let warm = 1.98134072
  static let cold = 2.30374485
  static let requests = 2_000_000.0
  /// SimFaaS's own mean errors over the same rows, cold share and instances.
  static let reference = (coldShare: 0.129, instances: 0.032)

  /// Mean relative errors, cold share and instances.
  private(set) var errors = (coldShare: 0.0, instances: 0.0)

  /// Whether the errors are the model's, and not worse than the reference by a tenth.
  var isRight: Bool {
    errors.coldShare < Self.reference.coldShare * 1.1
      && errors.instances < Self.reference.instances * 1.1
  }

  mutating func table() async throws -> String {
    let rows = LambdaMeasurement.all
    let found = try await Parallel.map(Array(rows.indices)) { try Self.simulated(rows[$0], $0) }
    var table = MarkdownTable(
      "λ, 1/s", "cold share, measured", "standard error", "simulated", "error",
      "instances, measured", "simulated", "error")
    for (row, result) in zip(rows, found) {
      let cold = result.coldShare / row.coldShare - 1
      let instances = result.instances / row.instances - 1
      errors.coldShare += cold.magnitude / Double(rows.count)
      errors.instances += instances.magnitude / Double(rows.count)
      table.add(
        Figure.fixed(row.rate, 5), Figure.fixed(row.coldShare, 5),
        Figure.fixed(row.coldShareError, 5), Figure.fixed(result.coldShare, 5),
        Figure.percent(cold), Figure.fixed(row.instances, 3),
        Figure.fixed(result.instances, 3), Figure.percent(instances))
    }
    return table.text
  }

  private static func simulated(
    _ row: LambdaMeasurement, _ number: Int
  ) throws -> (coldShare: Double, instances: Double) {
    var scenario = ExactCase.functions(row.rate, warm, cold, requests: requests)
    scenario.seed = Plain.seed + 9_000 + UInt64(number)
    let simulator = Simulator(scenario, architecture: scenario.architectures[0])
    guard let result = try simulator.run(replication: 0),
      let coldShare = result.metrics[.coldStartShare],
      let instances = result.metrics[.meanInstances]
    else { preconditionFailure("a run that is not stopped has its figures") }
    return (coldShare, instances)
  }
}
