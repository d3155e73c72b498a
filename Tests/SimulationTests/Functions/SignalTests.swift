import Autoscaling
import Capacity
import Kernel
import Simulation
import Testing

/// Streams that are announced; ten frames a second, on instances that start in ten seconds.
@Suite struct SignalTests {
  /// Streams of 50 s, announced so many seconds ahead.
  static func streams(
    at seconds: [Double], announced before: Int64?, name: String = "streams"
  ) -> Population {
    var population = Sample.streams(at: seconds, lasting: 50, name: name)
    population.signal = before.map { StartSignal(before: .seconds($0)) }
    return population
  }

  static func run(
    _ populations: [Population], _ layer: FunctionLayer = Sample.layer(), seconds: Int64 = 400,
    _ change: (inout Architecture) -> Void = { _ in }
  ) throws -> ReplicationResult {
    let pool = Sample.functionPool(layer, start: FunctionPoolTests.slow)
    var architecture = Architecture(
      name: "tested", serving: Sample.serving(routing: .stickyLeastStreams), pools: [pool])
    change(&architecture)
    let scenario = Scenario(
      name: "sample", clock: Clock(measure: .seconds(seconds), interval: .seconds(seconds)),
      seed: 1, populations: populations, architectures: [architecture])
    return try #require(
      try Simulator(scenario, architecture: architecture).run(replication: 0))
  }

  @Test func `an announced stream finds its instance ready`() throws {
    let result = try Self.run([Self.streams(at: [30], announced: 20)])
    #expect(FunctionPoolTests.lives(result) == [[10, 20, 140]])
    #expect(result.populations[0].outcomes[.served] == 500)
    #expect(result.metrics[.coldStartShare] == 0)
    // Ready from 20 s, it waits for its stream until 30 s, and for another from 80 s on.
    #expect(result.metrics[.idleShare] == 70.0 / 130)
  }

  @Test func `a signal that comes too late shortens the wait`() throws {
    let result = try Self.run([Self.streams(at: [30], announced: 4)])
    #expect(FunctionPoolTests.lives(result) == [[26, 36, 140]])
    #expect(result.populations[0].outcomes[.rejected] == 60)
    #expect(result.metrics[.coldStartShare] == 1)
  }

  @Test func `what would have been announced before the beginning is not`() throws {
    let result = try Self.run([Self.streams(at: [19, 20], announced: 20)])
    #expect(FunctionPoolTests.lives(result) == [[0, 10, 130], [19, 29, 129]])
  }

  @Test func `an instance that is held is not given to another stream`() throws {
    let result = try Self.run([
      Self.streams(at: [0, 70], announced: nil, name: "sudden"),
      Self.streams(at: [80], announced: 20, name: "announced"),
    ])
    // The first, idle from 50, is held from 60.
    #expect(FunctionPoolTests.lives(result) == [[0, 10, 190], [70, 80, 180]])
  }

  @Test func `an instance that is held does not expire and is idle`() throws {
    let result = try Self.run([
      Self.streams(at: [0], announced: nil, name: "sudden"),
      Self.streams(at: [120], announced: 20, name: "announced"),
    ])
    // It would have expired at 110.
    #expect(FunctionPoolTests.lives(result) == [[0, 10, 230]])
    #expect(result.metrics[.idleShare] == 130.0 / 230)
  }

  @Test func `at the limit nothing is held and the stream takes what it finds`() throws {
    let result = try Self.run(
      [Self.streams(at: [30, 60, 90], announced: 20)], Sample.layer(limit: 1))
    #expect(FunctionPoolTests.lives(result) == [[10, 20, 200]])
    #expect(result.populations[0].outcomes[.rejected] == 500)
    #expect(result.populations[0].outcomes[.served] == 1_000)
  }

  @Test func `an architecture may ignore signals`() throws {
    let announced = try Self.run([Self.streams(at: [30, 90], announced: 20)]) {
      $0.heedsSignals = false
    }
    let sudden = try Self.run([Self.streams(at: [30, 90], announced: nil)])
    #expect(FunctionPoolTests.lives(announced) == [[30, 40, 200]])
    #expect(announced.instances == sudden.instances)
    #expect(announced.metrics == sudden.metrics)
  }

  @Test func `an instance held for a stream that is not let in expires`() throws {
    // A second costs a million nanodollars, so the amount is spent ten after the launch at 15 s.
    let budget = Budget(
      amount: Money(nanodollars: 10_000_000), period: .days(1), every: .seconds(1),
      steps: [Budget.Step(atPerMillion: 1_000_000, action: .stopAdmitting)])
    let result = try Self.run([Self.streams(at: [35], announced: 20)]) { $0.budget = budget }
    #expect(FunctionPoolTests.lives(result) == [[15, 25, 95]])
    #expect(result.populations[0].outcomes[.rejected] == 500)
  }

  @Test func `a larger share announces the same sessions and more`() throws {
    func announced(_ share: Double) throws -> Set<Double> {
      let starts = (1...1_000).map { Double($0) * 40 }
      var population = Sample.streams(at: starts, lasting: 1, period: .seconds(1))
      population.signal = StartSignal(before: .seconds(20), share: share)
      let result = try Self.run([population], Sample.layer(expiry: .zero), seconds: 40_040)
      #expect(result.instances.count == 1_000)
      let asked = result.instances.map(\.launched.seconds)
      return Set(asked.filter { $0.truncatingRemainder(dividingBy: 40) == 20 })
    }
    let (few, many) = (try announced(0.3), try announced(0.6))
    // Four standard deviations of a binomial count: wrong once in 16,000 seeds.
    #expect(abs(few.count - 300) < 58)
    #expect(few.isStrictSubset(of: many))
    #expect(try announced(0).isEmpty)
    #expect(try announced(1).count == 1_000)
  }

  @Test func `an autoscaler counts announced streams among those connected`() throws {
    func launched(_ heeds: Bool) throws -> Double? {
      let pool = Sample.pool(max: 4, start: FunctionPoolTests.slow)
      var architecture = Architecture(
        name: "tested", serving: Sample.serving(routing: .stickyLeastStreams), pools: [pool],
        autoscalers: [.horizontal(pool, .streams, target: 1)])
      architecture.heedsSignals = heeds
      let scenario = Scenario(
        name: "sample", clock: Clock(measure: .seconds(140), interval: .seconds(140)),
        populations: [Self.streams(at: [100, 100], announced: 40)],
        architectures: [architecture])
      let result = try #require(
        try Simulator(scenario, architecture: architecture).run(replication: 0))
      #expect(result.instances.count == 2)
      return result.instances.last?.launched.seconds
    }
    #expect(try launched(true) == 60)
    #expect(try launched(false) == 105)
  }
}
