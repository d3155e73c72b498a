import Capacity
import Kernel
import Simulation
import Testing

/// What holds for every serverless pool, over many random ones.
@Suite struct FunctionLawTests {
  static let scenarios = 0..<60

  /// A serverless pool for the requests, or the streams, of a random scenario.
  static func scenario(_ number: Int) -> Scenario {
    var scenario = RandomScenario.make(number)
    let streams = scenario.populations.filter(\.isStream)
    let requests = scenario.populations.filter { !$0.isStream }
    let isForStreams = requests.isEmpty || (number % 2 == 0 && !streams.isEmpty)
    scenario.populations = isForStreams ? streams : requests
    var random = RandomSource(seed: 98, replication: number).stream(.phase, group: 7, entity: 7)
    func pick<Element>(_ choices: [Element]) -> Element {
      choices[Int(random.next32() % UInt32(choices.count))]
    }
    let price = Sample.millionASecond
    let request = FunctionBillingTests.request(
      initialisation: pick([true, false]), granule: pick([.milliseconds(1), .milliseconds(100)]))
    let kept = ProvisionedConcurrency(ready: .instance(price), execution: request)
    let limit = pick([1, 4, 1_000])
    let provisioned = pick([0, 1])
    let isPaidByRequest = pick([true, false]) && !isForStreams
    let layer = FunctionLayer(
      concurrency: pick([1, 1, 3]), expiry: pick([.zero, .seconds(3), .seconds(60)]),
      limit: limit, provisioned: provisioned,
      service: isForStreams ? nil : pick([nil, .exponential(mean: 0.4)]),
      coldService: isForStreams ? nil : pick([nil, .exponential(mean: 0.9)]),
      billing: isPaidByRequest
        ? .request(request, provisioned: provisioned > 0 ? kept : nil)
        : .life(price, granule: pick([.nanoseconds(1), .seconds(1)])))
    let start = ColdStart(
      boot: pick([.constant(0), .exponential(mean: 4)]), load: pick([.constant(0), .constant(2)]))
    scenario.architectures = [
      Architecture(
        name: "serverless",
        serving: Sample.serving(
          Sample.constant(0.3), queue: Queue(perStream: 2),
          routing: isForStreams ? .stickyLeastStreams : .sharedQueue),
        pools: [Sample.functionPool(layer, start: layer.coldService == nil ? start : ColdStart())])
    ]
    return scenario
  }

  @Test(arguments: scenarios)
  func `every request ends once and every sum is the sum of its parts`(number: Int) throws {
    let scenario = Self.scenario(number)
    let result = try LawTests.result(scenario, 0)
    LawTests.expectConserved(result)
    LawTests.expectSane(result, scenario)
    #expect(result.instances.reduce(Money.zero) { $0 + $1.cost } == result.cost)
    #expect(result.ledger.allSatisfy { $0.amount >= .zero })
    #expect(result.timeline.reduce(Money.zero) { $0 + $1.cost } == result.cost)
  }

  @Test(arguments: scenarios)
  func `a repetition gives the same result to the last bit`(number: Int) throws {
    let scenario = Self.scenario(number)
    let first = try LawTests.result(scenario, 0, replication: 1)
    let again = try LawTests.result(scenario, 0, replication: 1)
    #expect(first.metrics == again.metrics)
    #expect(first.timeline == again.timeline)
    #expect(first.instances == again.instances)
    #expect(first.ledger == again.ledger)
  }

  @Test(arguments: scenarios)
  func `how often the time line is drawn changes nothing else`(number: Int) throws {
    var scenario = Self.scenario(number)
    let first = try LawTests.result(scenario, 0)
    scenario.clock.interval = .seconds(29)
    let other = try LawTests.result(scenario, 0)
    #expect(first.metrics == other.metrics)
    #expect(first.instances == other.instances)
    #expect(first.ledger == other.ledger)
  }

  @Test func `the random scenarios meet what there is to meet`() throws {
    var ends: Set<InstanceLife.End> = []
    var purchases: Set<String> = []
    var categories: Set<LedgerLine.Category> = []
    var rejected: Int64 = 0
    var cold = 0
    for number in Self.scenarios {
      let result = try LawTests.result(Self.scenario(number), 0)
      ends.formUnion(result.instances.map(\.end))
      purchases.formUnion(result.instances.map(\.purchase))
      categories.formUnion(result.ledger.filter { $0.amount > .zero }.map(\.category))
      rejected += result.populations.reduce(0) { $0 + $1.outcomes[.rejected] }
      if let share = result.metrics[.coldStartShare], share > 0, share < 1 { cold += 1 }
    }
    #expect(ends == [.running, .expired])
    #expect(purchases == ["serverless", "provisioned"])
    #expect(categories == [.starting, .busy, .idle, .minimum, .requests, .provisioned])
    #expect(rejected > 100 && cold > 10)
  }
}
