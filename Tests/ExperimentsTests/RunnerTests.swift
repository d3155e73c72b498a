import Autoscaling
import Capacity
import Experiments
import Kernel
import Simulation
import Synchronization
import Testing

@Suite struct RunnerTests {
  static func architecture(_ name: String, count: Int, routing: Routing) -> Architecture {
    let machine = InstanceType(
      name: "box", gpu: "T4", onDemand: HourlyPrice(dollarsPerHour: 0.526))
    let spot = SpotMarket(
      price: HourlyPrice(dollarsPerHour: 0.2), upTime: .exponential(mean: 300),
      notice: .seconds(20))
    let curve = ServiceCurve(gpu: "T4", shape: .affine(base: 0.01, perItem: 0.01), cv: 0.2)
    return Architecture(
      name: name,
      serving: Serving(
        model: Model(name: "model", curves: [curve]), batching: Batching(max: 4),
        routing: routing),
      pools: [
        Pool(
          name: "main", instance: machine, purchase: .spot(spot), min: count, max: count + 3,
          start: ColdStart(boot: .exponential(mean: 20)))
      ],
      autoscalers: [
        PoolAutoscaler(
          pool: "main", name: "hpa",
          policy: HorizontalPodAutoscaler(
            .init(
              min: count, max: count + 3, metrics: [MetricTarget(.gpuUtilization, target: 0.6)])),
          metrics: [.gpuUtilization])
      ])
  }

  static func scenario(replications: Int, measure: SimDuration = .minutes(10)) -> Scenario {
    let streams = Population(
      name: "streams",
      kind: .stream(
        StreamDemand(
          period: .milliseconds(125), duration: .lognormal(mu: 4, sigma: 0.8, shift: 0),
          jitter: .normal(mean: 0, sd: 0.004, atLeast: -.infinity))),
      arrivals: .poisson(DemandCurve(base: .concurrent(5))),
      network: Network(roundTrip: .lognormal(mu: -4, sigma: 0.9, shift: 0.02)),
      deadline: .milliseconds(150))
    return Scenario(
      name: "pairs", clock: Clock(measure: measure, warmUp: .minutes(1), interval: .seconds(30)),
      seed: 5, replications: replications, populations: [streams],
      architectures: [
        architecture("small", count: 1, routing: .stickyLeastStreams),
        architecture("large", count: 3, routing: .leastOutstanding),
        architecture("shared", count: 2, routing: .sharedQueue),
      ])
  }

  static func expectEqual(_ one: Comparison, _ other: Comparison) {
    #expect(one.replications == other.replications)
    #expect(one.isPartial == other.isPartial)
    for (a, b) in zip(one.results, other.results) {
      #expect(a.architecture.name == b.architecture.name)
      #expect(a.replications.map(\.replication) == b.replications.map(\.replication))
      #expect(a.replications.map(\.metrics) == b.replications.map(\.metrics))
      #expect(a.replications.map(\.quantiles) == b.replications.map(\.quantiles))
      #expect(a.replications.map(\.timeline) == b.replications.map(\.timeline))
      #expect(a.replications.map(\.instances) == b.replications.map(\.instances))
      #expect(a.replications.map(\.decisions) == b.replications.map(\.decisions))
      #expect(a.replications.map(\.ledger) == b.replications.map(\.ledger))
      for (p, q) in zip(a.populations, b.populations) {
        #expect(p.offered == q.offered && p.outcomes == q.outcomes)
        for part in LatencyParts.Part.allCases { #expect(p.latency[part] == q.latency[part]) }
      }
    }
  }

  @Test func `one thread and several find the same, bit for bit`() async throws {
    let scenario = Self.scenario(replications: 7)
    let one = try await Runner(scenario, jobs: 1).run()
    #expect(one.replications == 7 && !one.isPartial)
    #expect(one.results.map(\.architecture.name) == ["small", "large", "shared"])
    for result in one.results {
      #expect(result.replications.map(\.replication) == Array(0..<7))
      let offered = result.replications.compactMap { $0.metrics[.framesOffered] }.reduce(0, +)
      #expect(Double(result.populations[0].offered) == offered)
      // Replications are different runs.
      #expect(Set(result.values(of: .cost)).count == 7)
    }
    for jobs in [2, 5] { Self.expectEqual(one, try await Runner(scenario, jobs: jobs).run()) }
  }

  @Test func `a replication is the simulator's own`() async throws {
    let scenario = Self.scenario(replications: 2)
    let comparison = try await Runner(scenario, jobs: 2).run()
    for (index, architecture) in scenario.architectures.enumerated() {
      for number in 0..<2 {
        let direct = try #require(
          try Simulator(scenario, architecture: architecture).run(replication: number))
        let digest = comparison.results[index].replications[number]
        #expect(digest.metrics == direct.metrics)
        #expect(digest.ledger == direct.ledger)
      }
    }
  }

  @Test(arguments: [1, 2])
  func `a stop keeps whole replications, equal to those of a whole run`(jobs: Int) async throws {
    let scenario = Self.scenario(replications: 40)
    let stop = StopFlag()
    let partial = try await Runner(scenario, jobs: jobs).run(stop: stop) { progress in
      if progress.done >= 13 { stop.set() }
    }
    #expect(partial.isPartial)
    // Thirteen results of three architectures: four whole replications, or less a few on their way.
    #expect(partial.replications >= 3 && partial.replications < 10)
    let whole = try await Runner(scenario, jobs: 2).run()
    for (a, b) in zip(partial.results, whole.results) {
      #expect(a.replications.count == partial.replications)
      for digest in a.replications {
        #expect(digest.metrics == b.replications[digest.replication].metrics)
      }
      let offered = a.replications.compactMap { $0.metrics[.framesOffered] }.reduce(0, +)
      #expect(Double(a.populations[0].offered) == offered)
    }
  }

  @Test func `a run stopped before it begins has nothing and says so`() async throws {
    let stop = StopFlag()
    stop.set()
    let comparison = try await Runner(Self.scenario(replications: 3), jobs: 2).run(stop: stop)
    #expect(comparison.isPartial)
    #expect(comparison.replications == 0)
    #expect(comparison.results.count == 3)
    #expect(comparison.results.allSatisfy { $0.replications.isEmpty && $0.populations.isEmpty })
  }

  @Test func `a stop within a replication ends it early`() async throws {
    // A year would take minutes; the checkpoint after the first intervals ends it at once.
    let stop = StopFlag()
    let scenario = Self.scenario(replications: 1, measure: .days(365))
    let comparison = try await Runner(scenario, jobs: 1).run(stop: stop) { _ in stop.set() }
    #expect(comparison.replications == 0)
  }

  @Test(arguments: [1, 2])
  func `progress rises to one`(jobs: Int) async throws {
    let seen = Mutex<[Runner.Progress]>([])
    let comparison = try await Runner(Self.scenario(replications: 4), jobs: jobs).run { progress in
      seen.withLock { $0.append(progress) }
    }
    #expect(comparison.replications == 4)
    let all = seen.withLock { $0 }
    #expect(all.allSatisfy { $0.total == 12 && $0.done <= 12 && $0.share >= 0 && $0.share <= 1 })
    #expect(all.contains { $0.share == 1 && $0.done == 12 })
    #expect(Set(all.map(\.architecture)) == ["small", "large", "shared"])
    if jobs == 1 {
      #expect(all.map(\.share) == all.map(\.share).sorted())
      #expect(all.map(\.done) == all.map(\.done).sorted())
    }
    #expect(all.count > 12)
  }
}
