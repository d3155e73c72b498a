import Capacity
import Kernel
import Simulation
import Statistics
import Testing

/// What holds for every scenario, over many random ones.
@Suite struct LawTests {
  static let scenarios = 0..<120

  static func result(
    _ scenario: Scenario, _ architecture: Int, replication: Int = 0
  ) throws -> ReplicationResult {
    try #require(
      try Simulator(scenario, architecture: scenario.architectures[architecture])
        .run(replication: replication))
  }

  @Test(arguments: scenarios)
  func `every frame ends once and every sum is the sum of its parts`(number: Int) throws {
    let scenario = RandomScenario.make(number)
    for architecture in scenario.architectures.indices {
      let result = try Self.result(scenario, architecture)
      Self.expectConserved(result)
      Self.expectSummed(result)
      Self.expectSane(result, scenario)
    }
  }

  static func expectConserved(_ result: ReplicationResult) {
    for population in result.populations {
      #expect(population.offered == population.outcomes.total)
      let answered = population.outcomes[.served] + population.outcomes[.late]
      for part in LatencyParts.Part.allCases {
        #expect(population.latency[part].total == answered, "\(part)")
      }
    }
    let offered = result.populations.reduce(0) { $0 + $1.offered }
    #expect(result.timeline.reduce(0) { $0 + $1.offered } == offered)
    for outcome in Outcome.allCases {
      let frames = result.populations.reduce(0) { $0 + $1.outcomes[outcome] }
      #expect(result.timeline.reduce(0) { $0 + $1.outcomes[outcome] } == frames)
    }
  }

  static func expectSummed(_ result: ReplicationResult) {
    let instances = result.instances.reduce(Money.zero) { $0 + $1.cost }
    #expect(instances == result.cost)
    for pool in Set(result.ledger.map(\.pool)) {
      let charged = result.ledger.filter { $0.pool == pool }.reduce(Money.zero) { $0 + $1.amount }
      let lives = result.instances.filter { $0.pool == pool }
      #expect(charged == lives.reduce(Money.zero) { $0 + $1.cost })
    }
    #expect(result.ledger.allSatisfy { $0.amount >= .zero })
    // Rows have every charge, shared out to the nanodollar.
    #expect(result.timeline.reduce(Money.zero) { $0 + $1.cost } == result.cost)
    #expect(result.metrics[.cost] == result.cost.dollars)
    // Every charge is somebody's.
    let names = Set(result.populations.map(\.name))
    #expect(result.ledger.allSatisfy { names.contains($0.population) })
  }

  static func expectSane(_ result: ReplicationResult, _ scenario: Scenario) {
    #expect(result.timeline.count == scenario.clock.intervalCount)
    let length = result.timeline.reduce(SimDuration.zero) { $0 + $1.length }
    #expect(length == scenario.clock.measure)
    for (metric, value) in result.metrics {
      #expect(value.isFinite && value >= 0, "\(metric): \(value)")
      if metric.unit == .ratio { #expect(value <= 1.000_000_1, "\(metric): \(value)") }
    }
    for row in result.timeline {
      #expect(row.utilization ?? 0 <= 1.000_000_1 && row.utilization ?? 0 >= 0)
      #expect(row.users >= 0 && row.waiting >= 0 && row.offered >= 0)
      for outcome in Outcome.allCases { #expect(row.outcomes[outcome] >= 0) }
    }
    for life in result.instances { expectOrdered(life) }
  }

  static func expectOrdered(_ life: InstanceLife) {
    let instants = [
      life.launched, life.booted, life.imaged, life.loaded, life.ready, life.draining, life.gone,
    ].compactMap { $0 }
    // A pool's first instances are ready at once.
    #expect(instants == instants.sorted(), "\(life)")
    #expect(life.gone >= .zero)
  }

  @Test(arguments: scenarios)
  func `a repetition gives the same result to the last bit`(number: Int) throws {
    let scenario = RandomScenario.make(number)
    let first = try Self.result(scenario, 0, replication: 1)
    let again = try Self.result(scenario, 0, replication: 1)
    #expect(first.metrics == again.metrics)
    #expect(first.timeline == again.timeline)
    #expect(first.instances == again.instances)
    #expect(first.decisions == again.decisions)
    #expect(first.ledger == again.ledger)
  }

  @Test(arguments: scenarios)
  func `users and the frames they send are the same under every architecture`(number: Int) throws {
    var scenario = RandomScenario.make(number)
    let isClosed = scenario.populations.contains {
      if case .closedLoop = $0.arrivals { return true }
      return false
    }
    let one = try Self.result(scenario, 0)
    let other = try Self.result(scenario, 1)
    #expect(one.timeline.map(\.users) == other.timeline.map(\.users))
    if !isClosed {
      #expect(one.populations.map(\.offered) == other.populations.map(\.offered))
      #expect(one.timeline.map(\.offered) == other.timeline.map(\.offered))
    }
    // The order of architectures is none of their business.
    scenario.architectures.reverse()
    #expect(try Self.result(scenario, 1).metrics == one.metrics)
  }
}

/// Laws that nothing puts to the test prove nothing.
@Suite struct RandomScenarioTests {
  @Test func `the random scenarios meet every outcome and every kind of event`() throws {
    var outcomes = OutcomeCounts()
    var whats: Set<String> = []
    var ends: Set<InstanceLife.End> = []
    var categories: Set<LedgerLine.Category> = []
    for number in LawTests.scenarios {
      let result = try LawTests.result(RandomScenario.make(number), 0)
      outcomes = result.populations.reduce(outcomes) { $0 + $1.outcomes }
      whats.formUnion(result.decisions.map(\.what))
      ends.formUnion(result.instances.map(\.end))
      categories.formUnion(result.ledger.filter { $0.amount > .zero }.map(\.category))
    }
    for outcome in Outcome.allCases { #expect(outcomes[outcome] > 100, "\(outcome)") }
    #expect(
      whats == [
        "scale_up", "scale_down", "notice", "interruption", "add_nodes", "stock_out",
        "remove_nodes", "crash", "outage", "straggler",
      ])
    #expect(ends == [.running, .scaledDown, .interrupted, .failed])
    // All others are of serverless pools, commitments and service charges, which have their own.
    #expect(categories == [.busy, .idle, .starting, .warm, .draining, .minimum, .vacant])
  }
}
