import Capacity
import Kernel
import Simulation

/// Instances that a market holds over a run of two hours, and what they must cost.
///
/// Source: the acceptance cases of Yelp/clusterman, itests/simulation_aws_price_computations
/// .feature, which allow for $0.01.
struct BillingCase {
  /// Instances of one market. Times are seconds from the start.
  struct Lot {
    /// Dollars an hour from a second on.
    var prices: [(second: Int64, dollars: Double)]
    /// How many there are from a second on.
    var held: [(second: Int64, count: Int)]
    var boot: Double = 0
  }

  var name: String
  var rule: BillingRule
  var lots: [Lot]
  /// Dollars, to six decimals.
  var exact: Double

  static let all: [BillingCase] = [
    BillingCase(
      name: "one from 0 s at $1", rule: .hourlyPriceLock,
      lots: [Lot(prices: [(0, 1)], held: [(0, 1)])], exact: 2),
    BillingCase(
      name: "one from 0 s at $1, $2 from 1800 s", rule: .hourlyPriceLock,
      lots: [Lot(prices: [(0, 1), (1_800, 2)], held: [(0, 1)])], exact: 3),
    BillingCase(
      name: "two of them", rule: .hourlyPriceLock,
      lots: [Lot(prices: [(0, 1), (1_800, 2)], held: [(0, 2)])], exact: 6),
    BillingCase(
      name: "one from 0 s and one from 1800 s at $1, $2 from 1200 s", rule: .hourlyPriceLock,
      lots: [Lot(prices: [(0, 1), (1_200, 2)], held: [(0, 1), (1_800, 2)])], exact: 6),
    BillingCase(
      name: "A from 0 s at $1, $2 from 1800 s; B 1920 to 5400 s at $0.5, $0.75 from 4500 s",
      rule: .perSecond,
      lots: [
        Lot(prices: [(0, 1), (1_800, 2)], held: [(0, 1)]),
        Lot(prices: [(0, 0.5), (4_500, 0.75)], held: [(0, 0), (1_920, 1), (5_400, 0)]),
      ], exact: 4.045833),
    BillingCase(
      name: "joins after 300 s, ended at 120 s: never serves", rule: .perSecond,
      lots: [Lot(prices: [(0, 1)], held: [(0, 0), (60, 1), (180, 0)], boot: 300)],
      exact: 0.033333),
  ]

  /// The bill of a run, and whether any instance came to serve.
  func simulated() throws -> (cost: Money, serves: Bool) {
    let architecture = Architecture(
      name: "fleet", serving: Plain.serving,
      pools: lots.enumerated().map { pool($0.element, number: $0.offset) })
    let nobody = Population(
      name: "nobody", kind: .request, arrivals: .instants([]), deadline: .hours(1))
    let scenario = Scenario(
      name: "bill", clock: Clock(measure: .hours(2), interval: .hours(2)), seed: Plain.seed,
      populations: [nobody], architectures: [architecture])
    let simulator = Simulator(scenario, architecture: architecture)
    guard let result = try simulator.run(replication: 0) else {
      preconditionFailure("a run that nothing stops ends")
    }
    return (result.cost, result.instances.contains { $0.ready != nil })
  }

  /// A pool that has what its market holds, without notice and without on-demand instances.
  private func pool(_ lot: Lot, number: Int) -> Pool {
    let prices = lot.prices.map {
      TimedSteps<HourlyPrice>.Step(
        at: .seconds($0.second), value: HourlyPrice(dollarsPerHour: $0.dollars))
    }
    let held = lot.held.map { TimedSteps<Int>.Step(at: .seconds($0.second), value: $0.count) }
    let zone = SpotZone(
      name: "zone-\(number)", supply: .replay(TimedSteps(held)),
      price: .trace(TimedSteps(prices)), notice: .zero)
    let count = lot.held.map(\.count).max() ?? 0
    var pool = Pool(
      name: "pool-\(number)", instance: Plain.machine,
      purchase: .market(
        MarketPurchase(
          region: SpotRegion(name: "region", zones: [zone]), mix: PurchaseMix(fallsBack: false))),
      min: count, max: count, start: ColdStart(boot: .constant(lot.boot)), minimumBilled: .zero)
    pool.billingRule = rule
    return pool
  }
}
