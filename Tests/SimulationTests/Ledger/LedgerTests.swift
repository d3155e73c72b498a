import Capacity
import Kernel
import Simulation
import Testing

@Suite struct LedgerTests {
  static let hour = Clock(measure: .hours(1), interval: .minutes(10))

  @Test func `an hour begun is paid whole when the instance is gone`() throws {
    var pool = Sample.pool(spot: Sample.spot(upTime: .constant(5_400)))
    pool.billingRule = .perHour
    let clock = Clock(measure: .hours(2), interval: .minutes(10))
    let result = try Sample.billed(pools: [pool], clock: clock)
    // One of an hour and a half is billed for two, the one after it has run for half an hour.
    #expect(result.instances.map(\.cost.decimalText) == ["7.200000000", "1.800000000"])
    #expect(Sample.amounts(result)[.minimum] == 1_800_000_000)
  }

  @Test func `a second begun is paid whole`() throws {
    let pool = Sample.pool(spot: Sample.spot(upTime: .constant(100.25)))
    let clock = Clock(measure: .seconds(150), interval: .seconds(50))
    let result = try Sample.billed(pools: [pool], clock: clock)
    #expect(result.instances[0].cost.nanodollars == 101_000_000)
    #expect(Sample.amounts(result)[.minimum] == 750_000)
  }

  @Test func `an instance taken back in its first hour costs nothing where the provider says so`()
    throws
  {
    var pool = Sample.pool(spot: Sample.spot(upTime: .constant(1_000)))
    pool.freeIfInterruptedWithin = .hours(1)
    let clock = Clock(measure: .seconds(2_500), interval: .seconds(500))
    let result = try Sample.billed(pools: [pool], clock: clock)
    #expect(result.instances.map(\.cost.nanodollars) == [0, 0, 500_000_000])
    #expect(Sample.amounts(result)[.refund] == -2_000_000_000)
    #expect(result.cost.nanodollars == 500_000_000)
  }

  @Test func `machines of one's own cost the month, used or not`() throws {
    var pool = Sample.pool(min: 1, max: 3)
    let fee = MonthlyFee(Money(dollars: 730))
    pool.instance.monthly = fee
    pool.instance.onDemand = fee.hour(of: .hours(730))
    let result = try Sample.billed(pools: [pool], clock: Self.hour)
    #expect(result.cost.decimalText == "3.000000000")
    #expect(Sample.amounts(result)[.committedUnused] == 2_000_000_000)
    #expect(result.instances[0].purchase == "owned")
  }

  @Test func `populations pay by the time that their batches took`() throws {
    // One second of batches of one, three of the other, on one lane.
    let result = try Sample.billed(
      [
        Sample.requests(at: [10], name: "few"), Sample.requests(at: [20, 30, 40], name: "many"),
      ], pools: [Sample.fixed()], clock: Self.hour,
      serving: Sample.serving(Sample.constant(1)))
    let few = Sample.amounts(result, population: "few")
    let many = Sample.amounts(result, population: "many")
    #expect(few.values.reduce(0, +) == 250_000_000)
    #expect(many.values.reduce(0, +) == 750_000_000)
    // Idle time is shared likewise, to the nanodollar.
    #expect(few[.idle] == 249_722_222 && many[.idle] == 749_166_667)
  }

  @Test func `frames in one batch share its time`() throws {
    let result = try Sample.billed(
      [
        Sample.requests(at: [10, 10], name: "two"), Sample.requests(at: [10], name: "one"),
      ], pools: [Sample.fixed()], clock: Self.hour,
      serving: Sample.serving(
        Sample.constant(1), batching: Batching(max: 3, maxDelay: .seconds(1))))
    // The second is cut where the third frame begins, at 666,666,666 ns.
    #expect(Sample.amounts(result, population: "two").values.reduce(0, +) == 666_666_666)
    #expect(Sample.amounts(result, population: "one").values.reduce(0, +) == 333_333_334)
  }

  @Test func `what nobody used is shared equally`() throws {
    let result = try Sample.billed(
      [Sample.requests(at: [], name: "a"), Sample.requests(at: [], name: "b")],
      pools: [Sample.fixed()], clock: Self.hour)
    #expect(result.ledger.map(\.amount.nanodollars) == [500_000_000, 500_000_000])
  }

  @Test func `charges beside instances are counted by frames and by time`() throws {
    let result = try Sample.billed(
      [Sample.requests(at: [10, 20, 30, 40])], pools: [Sample.fixed()], clock: Self.hour
    ) {
      $0.charges.requests = UnitPrice(Money(dollars: 1), per: 1_000)
      $0.charges.egress = AnswerEgress(
        perFrame: Bytes(1 << 28),
        prices: TieredEgress(tiers: [
          .init(end: Bytes(1), price: .perGibibyte(Money(dollars: 0.09)))
        ]))
      $0.charges.overhead = [MonthlyFee(Money(dollars: 73)), MonthlyFee(Money(dollars: 657))]
    }
    let amounts = Sample.amounts(result)
    #expect(amounts[.requests] == 4_000_000)
    #expect(amounts[.egress] == 90_000_000)
    #expect(amounts[.overhead] == 1_000_000_000)
    #expect(result.timeline.reduce(Money.zero) { $0 + $1.cost } == result.cost)
    #expect(result.metrics[.costWithoutOverhead] == 1.094)
    #expect(result.metrics[.cost] == 2.094)
  }

  @Test func `a good stream-hour is a stream-hour times the share served`() throws {
    var streams = Sample.streams(at: [0], lasting: 3_600, period: .seconds(1))
    // Every frame takes 1.5 s: one of three is dropped.
    streams.deadline = .hours(1)
    let result = try Sample.billed(
      [streams], pools: [Sample.fixed()], clock: Self.hour,
      serving: Sample.serving(
        Sample.constant(1.5), queue: Queue(perStream: 1, whenFull: .dropNewest)))
    let served = Double(result.populations[0].outcomes[.served])
    let share = served / Double(result.populations[0].offered)
    let perHour = try #require(result.metrics[.costPerStreamHour])
    let perGoodHour = try #require(result.metrics[.costPerGoodStreamHour])
    #expect(perHour == 1)
    #expect(abs(perGoodHour * share - perHour) < 1e-12)
    #expect(share < 0.7 && share > 0.6)
  }
}
