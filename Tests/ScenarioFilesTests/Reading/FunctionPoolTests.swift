import Capacity
import Kernel
import ScenarioFiles
import Testing

/// `function:` in the place of a count.
@Suite struct FunctionPoolReadingTests {
  /// The sample with requests, and a serverless pool as its one architecture.
  static func text(_ pool: String, rest: String = "", streams: Bool = false) -> String {
    """
    headroom: 1
    name: sample
    clock: {measure: 1d}
    demand:
      calls:
        \(streams ? "sessions: {concurrent: 5}" : "sessions: {rate: 5/s}")
        \(streams ? "duration: 10min" : "notes: none")
        \(streams ? "stream: {rate: 8fps}" : "x-more: none")
        deadline: 200ms
    models:
      light: {on: {T4: {batch: {1: 10ms}}}, memory: 2GB}
    instances:
      box: {gpu: T4, gpu_memory: 16GB, on_demand: $0.36/h}
    architectures:
      only:
        serve: {model: light}
        pools: {fn: {instance: box, \(pool)}\(rest)}
    """
  }

  static func pool(_ pool: String) throws -> Pool {
    let reading = Reading(text(pool))
    return try #require(reading.scenario, "\(reading.concise)").architectures[0].pools[0]
  }

  @Test func `a serverless pool is read`() throws {
    let pool = try Self.pool(
      """
      function: {concurrency: 4, expiry: 5min, limit: 30, provisioned: 2, service: \
      {exponential: 2s}}, start: {boot: 3s}, billing: {container: {granule: 100ms}}
      """)
    let price = HourlyPrice(dollarsPerHour: 0.36)
    #expect(
      pool.function
        == FunctionLayer(
          concurrency: 4, expiry: .minutes(5), limit: 30, provisioned: 2,
          service: .exponential(mean: 2), billing: .life(price, granule: .milliseconds(100))))
    #expect(pool.start.boot == .constant(3))
  }

  @Test func `what is not given is as the page says`() throws {
    let pool = try Self.pool("function: {}")
    #expect(
      pool.function
        == FunctionLayer(
          expiry: .minutes(10), limit: 1_000, billing: .life(HourlyPrice(dollarsPerHour: 0.36))))
  }

  @Test func `billing by the request is read, with provisioned instances`() throws {
    let pool = try Self.pool(
      """
      function: {provisioned: 1}, billing: {request: {per_million: $0.20, granule: 1ms, \
      initialisation: free, provisioned: {ready: $0.072/h, execution: $0.18/h}}}
      """)
    let fee = UnitPrice(Money(dollars: 0.2), per: 1_000_000)
    func rule(_ dollars: Double) -> RequestBilling {
      RequestBilling(
        requests: fee, resources: [.instance(HourlyPrice(dollarsPerHour: dollars))],
        billsInitialisation: false)
    }
    #expect(
      pool.function?.billing
        == .request(
          rule(0.36),
          provisioned: ProvisionedConcurrency(
            ready: .instance(HourlyPrice(dollarsPerHour: 0.072)), execution: rule(0.18))))
  }

  @Test func `a serverless pool and a count push each other out of what is inherited`() throws {
    let text =
      Self.text("function: {limit: 9}, billing: {container: {granule: 2s}}") + """

          counted: {like: only, pools: {fn: {count: 2}}}
          again: {like: counted, pools: {fn: {function: {expiry: 1min}}}}
          other: {like: only, pools: {fn: {function: {expiry: 1min}}}}
        """
    let reading = Reading(text)
    let scenario = try #require(reading.scenario, "\(reading.concise)")
    let pools = scenario.architectures.map { $0.pools[0] }
    #expect(pools.map { $0.function?.limit } == [9, nil, 1_000, 9])
    #expect(pools[1].max == 2)
    #expect(pools[3].function?.expiry == .minutes(1))
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let pool: String
    let words: String
    var rest = ""
    var streams = false
    var testDescription: String { pool + rest }
  }

  static let wrong: [Case] = [
    Case(pool: "function: {limit: 0}", words: "`limit` is 0"),
    Case(
      pool: "function: {provisioned: 5, limit: 4}", words: "`provisioned` is 5 and `limit` is 4"),
    Case(pool: "function: {concurency: 2}", words: "`concurency` is not a key"),
    Case(pool: "function: {concurrency: 9}", words: "memory"),
    Case(pool: "function: {concurrency: 9}", words: "memory", streams: true),
    Case(pool: "function: {}, count: 2", words: "`count`"),
    Case(pool: "function: {expiry: 10}", words: "`expiry` is a time"),
    Case(
      pool: "function: {cold_service: 1s}, start: {boot: 1s}",
      words: "`cold_service` and `start` cannot both be given"),
    Case(
      pool: "function: {}", words: "an architecture that has a serverless pool has no other",
      rest: ", main: {instance: box, count: 1}"),
    Case(
      pool: "function: {service: 1s}", words: "`service` is the time of a request", streams: true),
    Case(
      pool: "function: {}, billing: {request: {}}", words: "paid by the request", streams: true),
    Case(
      pool: "function: {provisioned: 1}, billing: {request: {}}", words: "`provisioned`"),
    Case(
      pool: "function: {}, billing: {request: {per_million: 0.2}}",
      words: "expected an amount of dollars such as $500"),
    Case(
      pool: "function: {cold_service: 1s}, billing: {request: {initialisation: free}}",
      words: "`cold_service` and `initialisation` cannot both be given"),
    Case(
      pool: "function: {}, billing: {request: {}, container: {}}",
      words: "`request` and `container` cannot both be given"),
  ]

  @Test(arguments: wrong)
  func `what cannot be is an error at its place`(one: Case) {
    let reading = Reading(Self.text(one.pool, rest: one.rest, streams: one.streams))
    #expect(reading.scenario == nil)
    #expect(reading.concise.contains(one.words), "\(reading.concise)")
    #expect(reading.diagnostics?.all.count == 1, "\(reading.concise)")
    #expect(reading.diagnostics?.all.first?.place.line == 17, "\(reading.concise)")
  }

  @Test func `routing, batching, queue, lanes and autoscalers are not for serverless pools`() {
    let text = Self.text("function: {}")
      .replacing(
        "serve: {model: light}", with: "serve: {model: light, lanes: 2, queue: {limit: 1}}")
    #expect(Reading(text).spots == ["contradiction 16:34+1", "contradiction 16:44+10"])
  }
}
