import Capacity
import Kernel
import ScenarioFiles
import Testing

/// `batching:` with a model server's own batcher.
@Suite struct BatchingTests {
  static let serve = "serve: {model: light, routing: sticky_least_streams}"

  static func batching(_ batching: String, _ rest: String = "") -> String {
    Sample.replacing(
      serve, "serve: {routing: sticky_least_streams, model: light, batching: {\(batching)}\(rest)}")
  }

  static func server(_ batching: String) throws -> ModelServer? {
    let reading = Reading(Self.batching(batching))
    return try #require(reading.scenario, "\(reading.spots)").architectures[0].serving.modelServer
  }

  @Test func `Triton's settings are read`() throws {
    let text = """
      triton: {max: 8, preferred: [4, 8], max_delay: 5ms, priority_levels: 2, \
      default_priority_level: 2, priority: {calls: 1}, timeout: {calls: 20ms}, \
      default_queue_policy: {timeout_action: delay, default_timeout: 50ms}, \
      priority_queue_policy: {1: {allow_timeout_override: true, default_timeout: 1s, \
      max_queue_size: 9}}}
      """
    let expected = TritonBatching(
      max: 8, preferred: [4, 8], maxDelay: .milliseconds(5), priorityLevels: 2, defaultLevel: 2,
      defaultPolicy: .init(timeoutAction: .delay, timeout: .milliseconds(50)),
      policies: [1: .init(timeout: .seconds(1), allowsOverride: true, maxQueue: 9)],
      populationLevels: ["calls": 1], populationTimeouts: ["calls": .milliseconds(20)])
    #expect(try Self.server(text) == .triton(expected))
  }

  @Test func `what is not given is as in the original`() throws {
    #expect(try Self.server("triton: {max: 4}") == .triton(TritonBatching(max: 4)))
    #expect(try Self.server("torchserve: {}") == .torchServe(TorchServeBatching()))
    #expect(try Self.server("ray_serve: {}") == .rayServe(RayServeBatching()))
    #expect(try Self.server("max: 4") == nil)
  }

  @Test func `the settings of TorchServe and Ray Serve are read`() throws {
    #expect(
      try Self.server("torchserve: {batch: 4, max_delay: 20ms, queue: 7}")
        == .torchServe(TorchServeBatching(batch: 4, maxDelay: .milliseconds(20), queue: 7)))
    #expect(
      try Self.server("ray_serve: {max: 6, wait: 1ms, max_concurrent: 2, max_ongoing: 12}")
        == .rayServe(
          RayServeBatching(
            max: 6, wait: .milliseconds(1), maxConcurrent: 2, maxOngoing: 12)))
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let batching: String
    let spots: [String]
    init(_ batching: String, _ spots: String...) { (self.batching, self.spots) = (batching, spots) }
    var testDescription: String { batching }
  }

  // The braces of `batching:` open in column 68 of line 17.
  static let wrong: [Case] = [
    Case("triton: {max: 4}, max: 4", "contradiction 17:92+1"),
    Case("triton: {max: 4}, ray_serve: {}", "contradiction 17:98+2"),
    Case("triton: {}", "missing-key 17:69+6"),
    Case("triton: {max: 0}", "range 17:83+1"),
    Case("triton: {max: 4, preferred: [2, 8]}", "contradiction 17:101+1"),
    Case("triton: {max: 4, prefered: [2]}", "unknown-key 17:86+8"),
    Case("triton: {max: 4, priority: {calls: 1}}", "missing-key 17:86+8"),
    Case(
      "triton: {max: 4, priority_levels: 2, default_priority_level: 3}", "range 17:130+1"),
    Case("triton: {max: 4, priority_levels: 2}", "missing-key 17:69+6"),
    Case("triton: {max: 4, timeout: {cals: 1ms}}", "unknown-name 17:96+4"),
    Case(
      "triton: {max: 4, default_queue_policy: {timeout_action: drop}}", "unknown-name 17:125+4"),
    Case(
      "triton: {max: 4, priority_levels: 1, default_priority_level: 1, "
        + "priority_queue_policy: {2: {}}}", "unknown-name 17:157+1"),
    Case("torchserve: {batch: 4, workers: 2}", "unknown-key 17:92+7"),
    Case("torchserve: {queue: 0}", "range 17:89+1"),
    Case("ray_serve: {wait: 5}", "unit 17:87+1"),
  ]

  @Test(arguments: wrong)
  func `a wrong setting is located`(wrong: Case) {
    #expect(Reading(Self.batching(wrong.batching)).spots == wrong.spots)
  }

  @Test func `a model server has a queue of its own`() {
    let text = Self.batching("torchserve: {}", ", queue: {limit: 4}")
    #expect(Reading(text).spots == ["contradiction 17:93+10"])
  }

  @Test func `instances with a model server share no queue`() throws {
    let text = Sample.replacing(
      Self.serve, "serve: {model: light, batching: {triton: {max: 4}}, routing: shared_queue}")
    #expect(Reading(text).spots == ["contradiction 17:66+12"])
    let silent = Sample.replacing(Self.serve, "serve: {model: light, batching: {triton: {max: 4}}}")
    let scenario = try #require(Reading(silent).scenario)
    #expect(scenario.architectures[0].serving.routing == .roundRobin)
  }

  @Test func `a model server pushes out the batching and the queue that were inherited`() throws {
    let text = Self.batching("max: 4, max_delay: 5ms", ", queue: {limit: 9}")
      .split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line == "    like: fixed"
          ? "    like: fixed\n    serve: {batching: {triton: {max: 8}}}" : String(line)
      }.joined(separator: "\n")
    let reading = Reading(text)
    let serving = try #require(reading.scenario, "\(reading.spots)").architectures[1].serving
    #expect(serving.modelServer == .triton(TritonBatching(max: 8)))
    #expect(serving.queue.perQueue == nil)
  }
}
