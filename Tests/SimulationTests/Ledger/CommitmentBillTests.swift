import Capacity
import Kernel
import Simulation
import Testing

@Suite struct CommitmentBillTests {
  static func reserved(_ count: Int, dollars: Double = 0.5) -> Commitment {
    .reserved(
      pool: "main",
      ReservedCapacity(
        count: count,
        terms: CommitmentTerms(term: .oneYear, hourly: HourlyPrice(dollarsPerHour: dollars))))
  }

  static func plan(dollars: Double, off perMillion: Int64) -> Commitment {
    .savingsPlan(
      SavingsPlan(commitment: HourlyPrice(dollarsPerHour: dollars), term: .threeYears),
      discountPerMillion: perMillion)
  }

  @Test func `two reserved of three halve the price of two and leave one as it is`() throws {
    let result = try Sample.billed(pools: [Sample.fixed(count: 3)]) {
      $0.commitments = [Self.reserved(2)]
    }
    // Two hours of three: 6 dollars, less half of 4.
    #expect(result.cost.decimalText == "4.000000000")
    #expect(Sample.amounts(result)[.commitmentSaving] == -2_000_000_000)
    #expect(Sample.amounts(result)[.committedUnused] == nil)
  }

  @Test func `what is reserved and idle is paid all the same`() throws {
    let result = try Sample.billed(pools: [Sample.fixed(count: 1)]) {
      $0.commitments = [Self.reserved(3)]
    }
    #expect(result.cost.decimalText == "3.000000000")
    #expect(Sample.amounts(result)[.committedUnused] == 2_000_000_000)
    let use = try #require(result.reservable.first)
    #expect(use.hours == [.hours(1), .hours(1)])
    #expect(use.prices.best(forHours: use.hours) == 1)
  }

  @Test func `hours are those of the clock, and a part of one has its part of the fee`() throws {
    let clock = Clock(
      startTimeOfDay: .minutes(30), measure: .hours(2), interval: .minutes(10))
    let result = try Sample.billed(pools: [Sample.fixed()], clock: clock) {
      $0.commitments = [Self.reserved(2)]
    }
    #expect(result.cost.decimalText == "2.000000000")
    #expect(result.reservable[0].hours == [.hours(1)])
  }

  @Test func `a savings plan takes up what reserved instances leave`() throws {
    let result = try Sample.billed(pools: [Sample.fixed(count: 3)]) {
      $0.commitments = [Self.plan(dollars: 0.6, off: 400_000), Self.reserved(1)]
    }
    // Each hour: 0.5 reserved, 0.6 buys one dollar of usage, one dollar is left.
    #expect(result.cost.decimalText == "4.200000000")
    #expect(Sample.amounts(result)[.commitmentSaving] == -1_800_000_000)
  }

  @Test func `a savings plan for more than is used is lost in part`() throws {
    let result = try Sample.billed(pools: [Sample.fixed()]) {
      $0.commitments = [Self.plan(dollars: 2, off: 400_000)]
    }
    #expect(result.cost.decimalText == "4.000000000")
    #expect(Sample.amounts(result)[.committedUnused] == 2_800_000_000)
  }

  @Test func `commitments cover what a pool that buys in spot markets has on demand`() throws {
    var pool = Sample.marketPool(
      count: 3,
      [Sample.replayed([(0, 9)], price: .constant(HourlyPrice(dollarsPerHour: 0.25)))],
      mix: PurchaseMix(base: 1, spotShare: 1))
    pool.instance.onDemand = HourlyPrice(dollarsPerHour: 1)
    // Two hours of one on demand and two in spot.
    #expect(try Sample.billed(pools: [pool]).cost == Money(dollars: 3))
    let result = try Sample.billed(pools: [pool]) { $0.commitments = [Self.reserved(2)] }
    #expect(result.reservable[0].hours == [.hours(1), .hours(1)])
    #expect(Sample.amounts(result)[.commitmentSaving] == -1_000_000_000)
    #expect(result.cost == Money(dollars: 3))
    let planned = try Sample.billed(pools: [pool]) {
      $0.commitments = [Self.plan(dollars: 0.6, off: 400_000)]
    }
    #expect(planned.cost == Money(dollars: 1 + 1.2))
  }

  @Test func `machines in the warm pool are not what commitments cover`() throws {
    var pool = Sample.fixed()
    pool.warm = WarmPool(count: 2, price: 0.1, start: .constant(0))
    // Two hours of one, and of two at a tenth.
    #expect(try Sample.billed(pools: [pool]).cost == Money(dollars: 2.4))
    let reserved = try Sample.billed(pools: [pool]) { $0.commitments = [Self.reserved(3)] }
    #expect(Sample.amounts(reserved)[.commitmentSaving] == -1_000_000_000)
    #expect(Sample.amounts(reserved)[.committedUnused] == 2_000_000_000)
    #expect(reserved.cost == Money(dollars: 3.4))
    #expect(reserved.reservable[0].hours == [.hours(1), .hours(1)])
    let planned = try Sample.billed(pools: [pool]) {
      $0.commitments = [Self.plan(dollars: 2, off: 400_000)]
    }
    #expect(planned.cost == Money(dollars: 4.4))
  }

  @Test func `a machine is covered from when it is taken from the warm pool`() throws {
    var pool = Sample.fixed()
    (pool.min, pool.initial) = (0, 0)
    pool.warm = WarmPool(count: 1, price: 0.1, start: .constant(0))
    let result = try Sample.billed(pools: [pool]) {
      $0.commitments = [Self.reserved(1)]
      $0.autoscalers = [.timetable([(0, 0), (1_800, 1)])]
    }
    // Half an hour and one and a half in the warm pool, one and a half at work, half of which is
    // saved; half an hour of the reserved one is not used.
    #expect(result.reservable[0].hours == [.minutes(30), .hours(1)])
    #expect(result.cost == Money(dollars: 0.2 + 1.5 - 0.75 + 0.25))
  }

  @Test func `what a level costs is what the bill would be, plans and other pools included`() throws
  {
    let pools = [Sample.fixed(count: 3), Sample.fixed("side", count: 2)]
    func result(_ level: Int) throws -> ReplicationResult {
      try Sample.billed(pools: pools) {
        $0.commitments = [Self.reserved(level), Self.plan(dollars: 1.5, off: 400_000)]
      }
    }
    let use = try #require(try result(1).reservable.first)
    for level in 1...4 {
      // The plan costs three dollars in two hours, whatever is reserved.
      #expect(use.cost(ofLevel: level) + Money(dollars: 3) == (try result(level).cost), "\(level)")
    }
    // Beside the plan, which buys 2.5 of the five dollars an hour, a reserved one still pays.
    #expect(use.cost(ofLevel: 2) < use.cost(ofLevel: 1))
  }

  @Test func `a budget sees what the bill will say, function pools and plans included`() throws {
    let layer = Sample.layer(
      billing: .request(
        RequestBilling(requests: UnitPrice(Money(dollars: 1), per: 10), resources: [])))
    let result = try Sample.billed(
      [Sample.requests(at: [5, 150, 3_000])], pools: [Sample.functionPool(layer)]
    ) {
      $0.commitments = [Self.plan(dollars: 2, off: 400_000)]
      $0.budget = Budget(
        amount: Money(dollars: 4), period: .days(1), every: .minutes(30),
        alertsPerMillion: [1_000_000])
    }
    #expect(result.cost == Money(dollars: 4.3))
    #expect(result.decisions.map(\.why) == ["100% of the budget: $4.30 of $4.00"])
    #expect(result.decisions.map(\.time.seconds) == [7_200])
  }
}
