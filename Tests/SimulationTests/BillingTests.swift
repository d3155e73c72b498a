import Capacity
import Kernel
import Simulation
import Testing

@Suite struct BillingTests {
  static func amounts(_ result: ReplicationResult) -> [LedgerLine.Category: Int64] {
    var sums: [LedgerLine.Category: Int64] = [:]
    for line in result.ledger { sums[line.category, default: 0] += line.amount.nanodollars }
    return sums
  }

  @Test func `an instance at a dollar an hour costs two dollars in two hours`() throws {
    let pool = Pool(name: "main", instance: Sample.machine, min: 1, max: 1)
    let result = try Sample.run(
      [Sample.requests(at: [10])], Sample.serving(Sample.constant(36)), [pool],
      clock: Clock(measure: .hours(2), warmUp: .hours(1), interval: .minutes(7)))
    #expect(result.cost.decimalText == "2.000000000")
    #expect(result.instances[0].cost == result.cost)
    #expect(Self.amounts(result)[.busy] == 10_000_000)
    #expect(Self.amounts(result)[.idle] == 1_990_000_000)
    #expect(result.metrics[.cost] == 2)
    #expect(result.metrics[.costPerMonth] == 730)
    #expect(result.metrics[.costPer1000Served] == 2_000)
  }

  @Test func `a short life is billed for the minimum, but not when the run ends it`() throws {
    var pool = Sample.pool(spot: Sample.spot(upTime: .constant(10)))
    pool.minimumBilled = .minutes(1)
    let result = try Sample.run(
      [Sample.requests(at: [])], Sample.serving(), [pool],
      clock: Clock(measure: .seconds(25), interval: .seconds(5)))
    // Two of 10 s billed for 60, the third is still there after 5 s.
    #expect(result.instances.map(\.cost.nanodollars) == [60_000_000, 60_000_000, 5_000_000])
    #expect(Self.amounts(result)[.minimum] == 100_000_000)
    #expect(result.cost.nanodollars == 125_000_000)
  }

  @Test func `what a life takes of its minimum in the warm-up is not billed again`() throws {
    var pool = Sample.pool(spot: Sample.spot(upTime: .constant(15)))
    pool.minimumBilled = .minutes(1)
    let result = try Sample.run(
      [Sample.requests(at: [])], Sample.serving(), [pool],
      clock: Clock(measure: .seconds(10), warmUp: .seconds(10), interval: .seconds(5)))
    // From -10 to 5 s: 5 s lived in the span and 45 s of the minimum left.
    #expect(result.instances.map(\.cost.nanodollars) == [50_000_000, 5_000_000])
  }

  @Test func `an instance launched in the warm-up is billed from zero, one gone before it never`()
    throws
  {
    let result = try Sample.run(
      [Sample.requests(at: [])], Sample.serving(),
      [
        Sample.pool(
          spot: Sample.spot(upTime: .constant(130)), start: ColdStart(boot: .constant(50)))
      ],
      clock: Clock(measure: .seconds(100), warmUp: .seconds(250), interval: .seconds(50)))
    // Lives: -250 to -120, -120 to 10 (ready at -70), 10 to 100 (ready at 60).
    #expect(result.instances.map(\.launched.seconds) == [-120, 10])
    #expect(result.instances.map(\.number) == [1, 2])
    #expect(result.instances.map(\.cost.nanodollars) == [10_000_000, 90_000_000])
    #expect(Self.amounts(result)[.starting] == 50_000_000)
    #expect(Self.amounts(result)[.idle] == 50_000_000)
    #expect(result.metrics[.coldStarts] == 1)
    #expect(result.metrics[.interruptions] == 1)
  }

  @Test func `starting, busy, idle and draining time are charged apart`() throws {
    // Launched at 10 s, ready at 30, busy 40 to 45, noticed at 80 with a frame till 130, gone 110.
    let result = try Sample.run(
      [Sample.requests(at: [40, 75])],
      Sample.serving(.table([.init(batch: 1, seconds: 55)]), routing: .leastOutstanding),
      [
        Sample.pool(
          spot: Sample.spot(upTime: .constant(100), notice: .seconds(30)),
          start: ColdStart(boot: .constant(20)))
      ], clock: Clock(measure: .seconds(100), warmUp: .seconds(90), interval: .seconds(50)))
    // The first, from -90 s, is noticed at -20 and stays until 10: the second lives from -20, ready
    // at 0, busy 40 to 80 s and beyond; noticed at 50 s, gone at 80; the third launched at 50, ready
    // 70, takes the frame of 75 s.
    let second = result.instances[1]
    #expect((second.launched.seconds, second.gone.seconds) == (-20, 80))
    #expect(second.draining?.seconds == 50)
    let sums = Self.amounts(result)
    #expect(sums[.draining] == 40_000_000)
    #expect(sums[.starting] == 20_000_000)
    // Busy 40 to 50 before draining, and 75 to 100 on the third.
    #expect(sums[.busy] == 35_000_000)
    #expect(sums[.idle] == 45_000_000)
    #expect(result.populations[0].outcomes[.failed] == 1)
  }

  @Test func `many instances and users over long intervals add up`() throws {
    let result = try Sample.run(
      [Sample.requests(at: [])], Sample.serving(), [Sample.pool(min: 2_000)],
      clock: Clock(measure: .days(365), interval: .days(365)))
    #expect(result.timeline[0].ready == 2_000)
    #expect(result.timeline[0].cost == result.cost)
    let crowd = try Sample.run(
      [ClosedLoopTests.clients(200_000, think: .constant(1e8))], Sample.serving(),
      [Sample.pool()], clock: Clock(measure: .days(2), interval: .days(1)))
    #expect(crowd.timeline.map(\.users) == [200_000, 200_000])
  }
}
