import Capacity
import Kernel
import Simulation
import Testing

/// Bills near the end of what money can hold, and past it.
@Suite struct GreatAmountTests {
  static let frames = Sample.requests(at: (0..<10_000).map { Double($0) / 2 })

  @Test func `answers of more bytes than can be counted are charged exactly`() throws {
    // 10^19 bytes at a nanodollar for 10^9 of them.
    let result = try Sample.billed([Self.frames], pools: [Sample.fixed()]) {
      $0.charges.egress = AnswerEgress(
        perFrame: Bytes(1_000_000_000_000_000),
        prices: TieredEgress(tiers: [
          .init(
            end: Bytes(.max), price: UnitPrice(Money(nanodollars: 1), per: 1_000_000_000))
        ]))
    }
    #expect(Sample.amounts(result)[.egress] == 10_000_000_000)
  }

  @Test func `a hundred thousand machines of one's own are charged their share of a month`() throws
  {
    var pool = Sample.fixed()
    pool.instance.monthly = MonthlyFee(Money(dollars: 100_000))
    pool.max = 100_000
    // Ten billion a month, for two hours of 730.
    #expect(try Sample.billed(pools: [pool]).cost.nanodollars == 27_397_260_273_972_603)
  }

  @Test func `a bill past nine billion is a failure of its own, also under a budget`() throws {
    func run(_ dollars: Double, _ budget: Budget? = nil) throws -> ReplicationResult {
      try Sample.billed([Self.frames], pools: [Sample.fixed()]) {
        $0.charges.requests = UnitPrice(Money(dollars: dollars), per: 1)
        $0.budget = budget
      }
    }
    #expect(try run(890_000).cost == Money(dollars: 8_900_000_002))
    #expect(throws: RunFailure.billTooLarge(architecture: "tested")) { try run(1_000_000) }
    let budget = Budget(amount: Money(dollars: 5), period: .minutes(30), every: .minutes(1))
    #expect(throws: RunFailure.billTooLarge(architecture: "tested")) {
      try run(1_000_000, budget)
    }
  }
}
