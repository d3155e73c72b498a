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
  /// Whether requests are billed one by one, and the time of each on both kinds of instances.
  let isBilledByRequest: Bool
  let billedTime: BilledTime
  let provisionedTime: BilledTime

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
      isBilledByRequest = false
      billedTime = BilledTime(granule: .nanoseconds(1), billsInitialisation: false)
      provisionedTime = billedTime
      return
    }
    isBilledByRequest = true
    billedTime = rule.time
    provisionedTime = (provisioned?.execution ?? rule).time
  }
}
