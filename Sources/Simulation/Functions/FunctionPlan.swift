import Capacity
import Kernel

/// What the data plane of a serverless pool reads for every request; instants in nanoseconds.
struct FunctionPlan: Sendable {
  let layer: FunctionLayer
  let start: ColdStart
  let concurrency: Int
  let gpus: Int
  let expiry: Int64
  let limit: Int
  /// The first request of an instance, its start included; only where given.
  let coldService: QuantileTables.Handle
  let hasColdService: Bool
  /// Requests' times are billed in multiples of this; 0 when requests are not billed.
  let granule: Int64
  let provisionedGranule: Int64
  let billsInitialisation: Bool

  init(_ layer: FunctionLayer, pool: Pool, _ tables: inout QuantileTables) {
    self.layer = layer
    start = pool.start
    concurrency = layer.concurrency
    gpus = pool.instance.gpus
    expiry = layer.expiry.nanoseconds
    limit = layer.limit
    hasColdService = layer.coldService != nil
    coldService = layer.coldService.map { tables.add($0) } ?? .none
    guard case .request(let rule, let provisioned) = layer.billing else {
      (granule, provisionedGranule, billsInitialisation) = (0, 0, false)
      return
    }
    granule = rule.granule.nanoseconds
    provisionedGranule = (provisioned?.execution ?? rule).granule.nanoseconds
    billsInitialisation = rule.billsInitialisation
  }
}
