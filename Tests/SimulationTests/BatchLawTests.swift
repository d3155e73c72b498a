import Capacity
import Kernel
import Simulation
import Testing

/// What holds for every scenario holds with a model server's batcher too.
@Suite struct BatchLawTests {
  static let scenarios = 0..<96

  /// A random scenario whose architectures have the model server of a number.
  static func scenario(_ number: Int) -> Scenario {
    var scenario = RandomScenario.make(number)
    for index in scenario.architectures.indices {
      scenario.architectures[index].serving.modelServer = server(number + index)
    }
    return scenario
  }

  private static func server(_ number: Int) -> ModelServer {
    let delay = [SimDuration.zero, .milliseconds(20)][number / 6 % 2]
    let policy = TritonBatching.QueuePolicy(
      timeoutAction: [.reject, .delay][number / 12 % 2], timeout: .milliseconds(8),
      allowsOverride: true, maxQueue: [0, 3][number / 24 % 2])
    let levels = TritonBatching(
      max: 4, preferred: [2], maxDelay: delay, priorityLevels: 2, defaultLevel: 2,
      defaultPolicy: policy, policies: [1: .init(maxQueue: 5)],
      populationLevels: ["population-0": 1], populationTimeouts: ["population-1": .milliseconds(3)])
    let servers: [ModelServer] = [
      .triton(TritonBatching(max: 8, preferred: [4, 8], maxDelay: delay)),
      .triton(TritonBatching(max: 4, preferred: [2, 3], maxDelay: delay, defaultPolicy: policy)),
      .triton(levels),
      .torchServe(TorchServeBatching(batch: 4, maxDelay: delay, queue: [1, 5][number / 12 % 2])),
      .rayServe(RayServeBatching(max: 4, wait: delay, maxConcurrent: 2, maxOngoing: 100)),
      .rayServe(RayServeBatching(max: 4, wait: delay, maxConcurrent: 1, maxOngoing: 3)),
    ]
    return servers[number % servers.count]
  }

  @Test(arguments: scenarios)
  func `every frame ends once with a model server too`(number: Int) throws {
    let scenario = Self.scenario(number)
    for architecture in scenario.architectures.indices {
      let result = try LawTests.result(scenario, architecture)
      LawTests.expectConserved(result)
      LawTests.expectSummed(result)
      LawTests.expectSane(result, scenario)
    }
  }

  @Test(arguments: scenarios)
  func `a repetition with a model server gives the same result`(number: Int) throws {
    let scenario = Self.scenario(number)
    let first = try LawTests.result(scenario, 0)
    let again = try LawTests.result(scenario, 0)
    #expect(first.metrics == again.metrics)
    #expect(first.timeline == again.timeline)
  }

  @Test func `the random scenarios meet every outcome with each kind of server`() throws {
    for kind in 0..<6 {
      var outcomes = OutcomeCounts()
      for number in 0..<(2 * Self.scenarios.count) where number % 6 == kind {
        outcomes = try LawTests.result(Self.scenario(number), 0).populations.reduce(outcomes) {
          $0 + $1.outcomes
        }
      }
      #expect(outcomes[.served] > 100 && outcomes[.failed] > 0, "\(kind)")
      if kind == 1 || kind == 2 { #expect(outcomes[.dropped] > 0, "\(kind)") }
      if kind == 3 { #expect(outcomes[.rejected] > 0) }
    }
  }
}
