import Capacity
import Kernel
import Simulation
import Testing

extension Sample {
  /// A fleet without randomness at a dollar an hour, changed before it runs.
  static func billed(
    _ populations: [Population] = [requests(at: [])], pools: [Pool],
    clock: Clock = Clock(measure: .hours(2), interval: .minutes(10)),
    serving: Serving = serving(), change: (inout Architecture) -> Void = { _ in }
  ) throws -> ReplicationResult {
    var architecture = Architecture(name: "tested", serving: serving, pools: pools)
    change(&architecture)
    let scenario = Scenario(
      name: "sample", clock: clock, populations: populations, architectures: [architecture])
    return try #require(try Simulator(scenario, architecture: architecture).run(replication: 0))
  }

  /// A pool of a fixed size at a dollar an hour, billed as the rule says.
  static func fixed(
    _ name: String = "main", count: Int = 1, rule: BillingRule = .perSecond
  ) -> Pool {
    var pool = pool(name, min: count)
    pool.instance.onDemand = HourlyPrice(dollarsPerHour: 1)
    pool.billingRule = rule
    return pool
  }

  /// Nanodollars by category.
  static func amounts(
    _ result: ReplicationResult, population: String? = nil
  ) -> [LedgerLine.Category: Int64] {
    var sums: [LedgerLine.Category: Int64] = [:]
    for line in result.ledger where population == nil || line.population == population {
      sums[line.category, default: 0] += line.amount.nanodollars
    }
    return sums
  }
}
