import Capacity
import Kernel
import Simulation
import Testing

extension Sample {
  /// A serverless pool whose second of life costs a million nanodollars.
  static func functionPool(
    _ layer: FunctionLayer, start: ColdStart = ColdStart()
  ) -> Pool {
    Pool(
      name: "fn", instance: machine(), min: 0, max: layer.limit, start: start,
      minimumBilled: .zero, function: layer)
  }

  static func layer(
    concurrency: Int = 1, expiry: SimDuration = .seconds(60), limit: Int = 1_000,
    provisioned: Int = 0, service: Distribution? = nil, coldService: Distribution? = nil,
    billing: FunctionBilling = .life(millionASecond)
  ) -> FunctionLayer {
    FunctionLayer(
      concurrency: concurrency, expiry: expiry, limit: limit, provisioned: provisioned,
      service: service, coldService: coldService, billing: billing)
  }

  /// A run of a serverless pool that serves a request in a second.
  static func runFunctions(
    _ population: Population, _ pool: Pool, measure: SimDuration, warmUp: SimDuration = .zero,
    interval: SimDuration? = nil, serving: Serving = serving(constant(1)), seed: UInt64 = 1
  ) throws -> ReplicationResult {
    try run(
      [population], serving, [pool],
      clock: Clock(measure: measure, warmUp: warmUp, interval: interval ?? measure), seed: seed)
  }
}
