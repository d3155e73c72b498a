import Capacity
import Kernel
import Simulation
import Testing

/// The last look of a budget is the bill, to the nanodollar, however many machines are gone.
@Suite struct BudgetBillTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var pool: Pool
    var requests = Sample.requests(at: (0..<200).map { 35.5 * Double($0) })
    var warmUp = SimDuration.minutes(20)
  }

  static let crashes = Failures(
    upTime: .uniform(low: 100, high: 900), repair: .uniform(low: 5, high: 60))

  static let cases: [Case] = [
    Case(testDescription: "machines that crash", pool: changed { $0.failures = crashes }),
    Case(
      testDescription: "by the hour",
      pool: changed {
        $0.failures = crashes
        $0.billingRule = .perHour
      }),
    Case(
      testDescription: "spot",
      pool: changed {
        $0.purchase = .spot(Sample.spot(upTime: .uniform(low: 100, high: 900)))
        $0.freeIfInterruptedWithin = .minutes(5)
      }),
    Case(
      testDescription: "a warm pool",
      pool: changed {
        $0.failures = crashes
        $0.warm = WarmPool(count: 2, price: 0.3, start: .constant(7))
        $0.outages = [Outage(at: .zero + .minutes(50), length: .minutes(5), share: 0.5)]
      }),
    Case(
      testDescription: "nodes",
      pool: changed {
        $0.instance = Sample.machine(gpus: 2)
        $0.nodes = NodeTests.layer()
        $0.outages = [20, 50, 80].map {
          Outage(at: .zero + .minutes($0), length: .minutes(5), share: 1)
        }
      }),
    Case(
      testDescription: "a serverless pool",
      pool: Sample.functionPool(
        Sample.layer(expiry: .seconds(20), billing: .life(Sample.millionASecond)),
        start: ColdStart(load: .constant(3)))),
    Case(
      testDescription: "a serverless pool for streams",
      pool: Sample.functionPool(Sample.layer(expiry: .seconds(20))),
      requests: Sample.streams(
        at: (0..<30).map { 210 * Double($0) }, lasting: 100, period: .seconds(1))),
  ]

  private static func changed(_ change: (inout Pool) -> Void) -> Pool {
    var pool = Sample.pool(min: 4, start: ColdStart(load: .constant(11)))
    change(&pool)
    return pool
  }

  private static func run(_ of: Case, _ budget: Budget? = nil) throws -> ReplicationResult {
    try Sample.billed(
      [of.requests], pools: [of.pool],
      clock: Clock(measure: .hours(2), warmUp: of.warmUp, interval: .hours(2))
    ) {
      $0.budget = budget
      $0.charges.modelStore = KeptModels(
        size: Bytes(1_000_000),
        store: ModelStore(
          perMonth: .free, requests: UnitPrice(Money(dollars: 1), per: 3), toOtherRegion: .free))
      if of.pool.function == nil {
        $0.commitments = [
          CommitmentBillTests.reserved(2), CommitmentBillTests.plan(dollars: 2, off: 400_000),
        ]
      }
    }
  }

  private static func budget(_ amount: Money) -> Budget {
    Budget(
      amount: amount, period: .days(1), every: .seconds(97), alertsPerMillion: [1_000_000])
  }

  @Test(arguments: cases)
  func `the last look finds what the bill says, not a nanodollar less or more`(of: Case) throws {
    let cost = try Self.run(of).cost
    #expect(try Self.run(of).instances.count > 10)
    let spent = try Self.run(of, Self.budget(cost)).decisions.filter { $0.who == "budget" }
    #expect(spent.last?.what == "alert")
    let more = Money(nanodollars: cost.nanodollars + 1)
    #expect(try !Self.run(of, Self.budget(more)).decisions.contains { $0.who == "budget" })
  }
}
