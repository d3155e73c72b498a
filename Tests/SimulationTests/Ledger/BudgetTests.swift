import Capacity
import Kernel
import Simulation
import Statistics
import Testing

/// A fleet of ten at a dollar an hour each, watched every six minutes: a dollar a look.
@Suite struct BudgetTests {
  static let clock = Clock(measure: .hours(3), interval: .minutes(6))

  static func budget(
    _ dollars: Double, for period: SimDuration = .days(1), _ steps: [Budget.Step] = [],
    burnRate: Budget.BurnRate? = nil
  ) -> Budget {
    Budget(
      amount: Money(dollars: dollars), period: period, every: .minutes(6), burnRate: burnRate,
      steps: steps)
  }

  static func result(
    _ budget: Budget, _ populations: [Population] = [Sample.requests(at: [])]
  ) throws -> ReplicationResult {
    try Sample.billed(populations, pools: [Sample.fixed(count: 10)], clock: clock) {
      $0.budget = budget
    }
  }

  private static func step(_ perMillion: Int64, _ action: Budget.Action) -> Budget.Step {
    Budget.Step(atPerMillion: perMillion, action: action)
  }

  @Test func `shares of the amount are announced once, at the look that finds them spent`() throws {
    let decisions = try Self.result(Self.budget(20)).decisions
    #expect(decisions.map(\.what) == ["alert", "alert", "alert"])
    #expect(decisions.map(\.time.seconds) == [3_600, 5_760, 7_200])
    #expect(decisions[1].why == "80% of the budget: $16.00 of $20.00")
    #expect(decisions.allSatisfy { $0.who == "budget" && $0.pool.isEmpty })
  }

  @Test func `how often it is looked at has nothing to do with the width of a row`() throws {
    var clock = Self.clock
    clock.interval = .hours(3)
    let result = try Sample.billed(
      [Sample.requests(at: [])], pools: [Sample.fixed(count: 10)], clock: clock
    ) { $0.budget = Self.budget(20) }
    #expect(result.decisions.map(\.time.seconds) == [3_600, 5_760, 7_200])
  }

  @Test func `a period ends on time, between two looks`() throws {
    let decisions = try Self.result(Self.budget(10, for: .minutes(62))).decisions
    // The first hour and two minutes cost $10.33, and the next period ends at 7,440.
    #expect(
      decisions.filter { $0.why.hasPrefix("100%") }.map(\.time.seconds) == [3_600, 7_320])
  }

  @Test func `a new period starts from nothing`() throws {
    let decisions = try Self.result(Self.budget(10, for: .hours(1))).decisions
    #expect(
      decisions.filter { $0.why.hasPrefix("100%") }.map(\.time.seconds) == [
        3_600, 7_200, 10_800,
      ])
  }

  @Test func `spending too fast is announced when every window has seen it`() throws {
    // $100 a day is 4.17 an hour, and ten are spent.
    let burn = Budget.BurnRate(timesPerMillion: 2_000_000, windows: [.hours(1), .minutes(12)])
    let fast = try Self.result(Self.budget(100, burnRate: burn)).decisions
    #expect(fast.map(\.what) == ["burn_rate"])
    #expect(fast[0].time.seconds == 3_600)
    let slow = Budget.BurnRate(timesPerMillion: 3_000_000, windows: [.hours(1)])
    #expect(try Self.result(Self.budget(100, burnRate: slow)).decisions.isEmpty)
  }

  @Test func `a cap ends instances, and is lifted with the next period`() throws {
    let result = try Self.result(
      Self.budget(10, for: .hours(2), [Self.step(1_000_000, .cap(4))]))
    let caps = result.decisions.filter { $0.what == "cap" }
    #expect(caps.map(\.time.seconds) == [3_600, 10_800])
    #expect(caps[0].from == 10 && caps[0].to == 4)
    // An hour of ten, one of four, one of ten.
    #expect(result.timeline.map(\.cost).reduce(Money.zero, +) == result.cost)
    #expect(result.timeline[15].ready == 4)
    #expect(result.timeline[25].ready == 10)
  }

  @Test func `a pool that nobody scales gets back what it had, above its least`() throws {
    var pool = Sample.fixed(count: 10)
    pool.min = 0
    let result = try Sample.billed(pools: [pool], clock: Self.clock) {
      $0.budget = Self.budget(
        10, for: .hours(2), [Self.step(500_000, .cap(6)), Self.step(1_000_000, .cap(4))])
    }
    // Six after five dollars in half an hour; the other five take 50 minutes.
    #expect(result.timeline.map(\.ready)[10] == 6)
    #expect(result.timeline[15].ready == 4 && result.timeline[20].ready == 10)
  }

  @Test func `a feature that is off gives up the instances of its streams`() throws {
    let streams = Sample.streams(at: [0], lasting: 10_800, period: .seconds(1))
    let result = try Sample.billed(
      [streams], pools: [Sample.functionPool(Sample.layer())], clock: Self.clock
    ) { $0.budget = Self.budget(1.8, [Self.step(1_000_000, .featureOff)]) }
    // Half an hour at a million nanodollars a second, and the minute until it expires.
    #expect(result.instances.map(\.gone.seconds) == [1_860])
    #expect(result.cost.nanodollars == 1_860_000_000)
  }

  @Test func `those who come after the end of admission are rejected, the others stay`() throws {
    let streams = Sample.streams(at: [0, 5_000], lasting: 10_800, period: .seconds(1))
    let result = try Self.result(Self.budget(10, [Self.step(1_000_000, .stopAdmitting)]), [streams])
    let outcomes = result.populations[0].outcomes
    #expect(outcomes[.served] == 10_800)
    #expect(outcomes[.rejected] == 5_800)
  }

  @Test func `requests are turned away as well`() throws {
    let requests = Sample.requests(at: [1_000, 4_000, 5_000])
    let result = try Self.result(
      Self.budget(10, [Self.step(1_000_000, .stopAdmitting)]), [requests])
    #expect(result.populations[0].outcomes[.served] == 1)
    #expect(result.populations[0].outcomes[.rejected] == 2)
  }

  @Test func `a feature that is off rejects everybody's frames`() throws {
    let streams = Sample.streams(at: [0, 5_000], lasting: 10_800, period: .seconds(1))
    let result = try Self.result(Self.budget(10, [Self.step(1_000_000, .featureOff)]), [streams])
    let outcomes = result.populations[0].outcomes
    #expect(outcomes[.served] == 3_600)
    #expect(outcomes.total == result.populations[0].offered)
    #expect(outcomes[.rejected] == 7_200 + 5_800)
  }

  @Test func `new sessions send at the lower rate`() throws {
    let streams = Sample.streams(at: [0, 5_800], lasting: 5_000, period: .seconds(1))
    let result = try Self.result(
      Self.budget(10, [Self.step(1_000_000, .lowerFrameRate(perMillion: 250_000))]), [streams])
    #expect(result.populations[0].offered == 5_000 + 1_250)
    #expect(result.populations[0].outcomes[.served] == 6_250)
  }

  @Test func `batches are of another model until the next period`() throws {
    // The amount is spent after an hour; the period ends after two of the three.
    let streams = Sample.streams(at: [0], lasting: 10_800, period: .seconds(1))
    let budget = Self.budget(10, for: .hours(2), [Self.step(1_000_000, .switchModel("small"))])
    for (shape, seconds) in [(Sample.constant(0.5), 0.5), (.random(.constant(0.25)), 0.25)] {
      let result = try Sample.billed(
        [streams], pools: [Sample.fixed(count: 10)], clock: Self.clock
      ) {
        $0.budget = budget
        $0.otherModels = [Model(name: "small", curves: [ServiceCurve(gpu: "T4", shape: shape)])]
      }
      let service = result.populations[0].latency.service
      #expect(service.total == 10_800)
      let mean = try #require(service.mean?.seconds)
      #expect((mean - (2 * 0.001 + seconds) / 3).magnitude < 2e-9)
      let told = result.decisions.filter { $0.what == "switch_model" }
      #expect(told.map(\.time.seconds) == [3_600, 10_800])
      #expect(told[0].why == "100% of the budget is spent: batches are of small")
    }
  }
}
