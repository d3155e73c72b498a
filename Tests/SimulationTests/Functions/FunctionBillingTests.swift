import Capacity
import Kernel
import Simulation
import Testing

/// What serverless pools cost; a second of an instance is a million nanodollars.
@Suite struct FunctionBillingTests {
  static let start = ColdStart(boot: .constant(7), load: .constant(3))

  static func amounts(_ result: ReplicationResult) -> [LedgerLine.Category: Int64] {
    var sums: [LedgerLine.Category: Int64] = [:]
    for line in result.ledger where line.amount != .zero {
      sums[line.category, default: 0] += line.amount.nanodollars
    }
    return sums
  }

  static func request(
    initialisation: Bool = true, granule: SimDuration = .milliseconds(100)
  ) -> RequestBilling {
    RequestBilling(
      requests: UnitPrice(Money(nanodollars: 200_000_000), per: 1_000_000),
      resources: [.instance(Sample.millionASecond)], granule: granule,
      billsInitialisation: initialisation)
  }

  @Test func `a container is paid from its start to its end, in whole granules`() throws {
    let layer = Sample.layer(
      expiry: .milliseconds(2_500),
      billing: .life(Sample.millionASecond, granule: .seconds(1)))
    let result = try Sample.runFunctions(
      Sample.requests(at: [5]), Sample.functionPool(layer, start: Self.start),
      measure: .seconds(100))
    // Ten seconds of start, one of work, two and a half idle, half a second to the full one.
    #expect(
      Self.amounts(result) == [
        .starting: 10_000_000, .busy: 1_000_000, .idle: 2_500_000, .minimum: 500_000,
      ])
    #expect(result.instances.map(\.cost) == [result.cost])
  }

  @Test func `requests are paid one by one, in whole granules, the first with the start`() throws {
    let layer = Sample.layer(
      service: .constant(1.01), billing: .request(Self.request()))
    let result = try Sample.runFunctions(
      Sample.requests(at: [5, 30]), Sample.functionPool(layer, start: Self.start),
      measure: .seconds(100))
    #expect(
      Self.amounts(result) == [.starting: 10_000_000, .busy: 2_200_000, .requests: 400])
    #expect(result.timeline[0].cost == result.cost)
    let free = Sample.layer(
      service: .constant(1.01), billing: .request(Self.request(initialisation: false)))
    let other = try Sample.runFunctions(
      Sample.requests(at: [5, 30]), Sample.functionPool(free, start: Self.start),
      measure: .seconds(100))
    #expect(Self.amounts(other) == [.busy: 2_200_000, .requests: 400])
  }

  @Test func `provisioned instances are paid for being ready, and less for their work`() throws {
    let half = HourlyPrice(dollarsPerHour: 1.8)
    let tenth = HourlyPrice(dollarsPerHour: 0.36)
    var execution = Self.request()
    execution.resources = [.instance(half)]
    let kept = ProvisionedConcurrency(ready: .instance(tenth), execution: execution)
    let layer = Sample.layer(
      provisioned: 1, billing: .request(Self.request(), provisioned: kept))
    let result = try Sample.runFunctions(
      Sample.requests(at: [5, 5.5]), Sample.functionPool(layer, start: Self.start),
      measure: .seconds(450), interval: .seconds(100))
    // 450 s are two five minutes begun; one request at half price, one that starts an instance.
    #expect(
      Self.amounts(result)
        == [.provisioned: 60_000_000, .starting: 10_000_000, .busy: 1_500_000, .requests: 400])
    #expect(result.timeline.reduce(Money.zero) { $0 + $1.cost } == result.cost)
    #expect(result.instances.reduce(Money.zero) { $0 + $1.cost } == result.cost)
  }

  @Test func `only what begins in the measured span is paid`() throws {
    let layer = Sample.layer(billing: .request(Self.request()))
    let early = Population(
      name: "requests", kind: .request,
      arrivals: .instants([SimTime(nanoseconds: -500_000_000), .zero + .seconds(20)]),
      deadline: .hours(1))
    let result = try Sample.runFunctions(
      early, Sample.functionPool(layer), measure: .seconds(100), warmUp: .seconds(10))
    #expect(Self.amounts(result) == [.busy: 1_000_000, .requests: 200])
  }
}
