import Capacity
import Kernel
import Simulation
import Statistics
import Testing

/// Small cases whose every instant is known. A request takes a second, a start ten.
@Suite struct FunctionPoolTests {
  static let slow = ColdStart(boot: .constant(7), load: .constant(3))

  static func lives(_ result: ReplicationResult) -> [[Double?]] {
    result.instances.map { life in
      [life.launched, life.ready, life.gone].map { $0.map { ($0 - SimTime.zero).seconds } }
    }
  }

  @Test func `an arrival starts an instance, waits for it, and the next one finds it warm`()
    throws
  {
    let result = try Sample.runFunctions(
      Sample.requests(at: [5, 20]), Sample.functionPool(Sample.layer(), start: Self.slow),
      measure: .seconds(200))
    // Starts at 5, ready at 15, busy to 16 and from 20 to 21, gone 60 s later.
    #expect(Self.lives(result) == [[5, 15, 81]])
    #expect(result.instances[0].end == .expired)
    #expect(result.metrics[.coldStartShare] == 0.5)
    #expect(result.metrics[.coldStarts] == 1)
    #expect(result.metrics[.meanInstances] == 76.0 / 200)
    #expect(result.metrics[.idleShare] == 64.0 / 76)
    #expect(result.metrics[.meanWait] == 5_000)
    #expect(result.timeline[0].starting == 10.0 / 200)
    #expect(result.timeline[0].ready == 66.0 / 200)
    #expect(result.timeline[0].utilization == 2.0 / 66)
  }

  @Test func `an arrival takes the newest idle instance`() throws {
    // Two instances at once; then one request at a time goes to the second, and the first expires.
    let result = try Sample.runFunctions(
      Sample.requests(at: [0, 0.5, 10, 30, 50]), Sample.functionPool(Sample.layer()),
      measure: .seconds(200))
    #expect(Self.lives(result) == [[0, 0, 61], [0.5, 0.5, 111]])
  }

  @Test func `an instance that expires as a request arrives is gone, one that departs is idle`()
    throws
  {
    let expired = try Sample.runFunctions(
      Sample.requests(at: [0, 61]), Sample.functionPool(Sample.layer()), measure: .seconds(200))
    #expect(expired.metrics[.coldStarts] == 2)
    let idle = try Sample.runFunctions(
      Sample.requests(at: [0, 1, 2]), Sample.functionPool(Sample.layer()), measure: .seconds(200))
    #expect(idle.metrics[.coldStarts] == 1)
  }

  @Test func `without expiry every request has an instance of its own`() throws {
    let result = try Sample.runFunctions(
      Sample.requests(at: [0, 10, 20]), Sample.functionPool(Sample.layer(expiry: .zero)),
      measure: .seconds(200))
    #expect(Self.lives(result) == [[0, 0, 1], [10, 10, 11], [20, 20, 21]])
    #expect(result.metrics[.idleShare] == 0)
  }

  @Test func `a request beyond the limit is rejected, and the next one after a departure served`()
    throws
  {
    let result = try Sample.runFunctions(
      Sample.requests(at: [0, 0.5, 0.7, 1.2]), Sample.functionPool(Sample.layer(limit: 2)),
      measure: .seconds(200))
    #expect(result.metrics[.rejected] == 0.25)
    #expect(result.populations[0].outcomes[.rejected] == 1)
    #expect(result.populations[0].outcomes[.served] == 3)
  }

  @Test func `the first request of an instance takes the cold time, in its service`() throws {
    let layer = Sample.layer(service: .constant(2), coldService: .constant(9))
    let result = try Sample.runFunctions(
      Sample.requests(at: [0, 20]), Sample.functionPool(layer), measure: .seconds(200))
    let latency = result.populations[0].latency
    #expect(latency.service.mean == .milliseconds(5_500))
    #expect(latency.queue.mean == .zero)
    #expect(result.metrics[.coldStartShare] == 0.5)
  }

  @Test func `requests that come during a start share it, as many as an instance takes`() throws {
    let result = try Sample.runFunctions(
      Sample.requests(at: [0, 1, 2]),
      Sample.functionPool(
        Sample.layer(concurrency: 2, service: .constant(1)), start: Self.slow),
      measure: .seconds(200), serving: Sample.serving(Sample.constant(1), sharing: [1, 2]))
    #expect(Self.lives(result) == [[0, 10, 71], [2, 12, 73]])
    #expect(result.metrics[.coldStartShare] == 1)
    #expect(result.metrics[.coldStarts] == 2)
    let waits = result.populations[0].latency.queue
    #expect(waits.mean == .nanoseconds(29_000_000_000 / 3))
  }

  @Test func `requests at the same time slow each other unless the model shares its GPU`() throws {
    let pool = Sample.functionPool(Sample.layer(concurrency: 2))
    let requests = Sample.requests(at: [0, 0.25])
    let alone = try Sample.runFunctions(requests, pool, measure: .seconds(200))
    // The second takes twice as long, from 0.25 to 2.25.
    #expect(Self.lives(alone) == [[0, 0, 62.25]])
    let shared = try Sample.runFunctions(
      requests, pool, measure: .seconds(200),
      serving: Sample.serving(Sample.constant(1), sharing: [1, 2]))
    #expect(Self.lives(shared) == [[0, 0, 61.25]])
  }

  @Test func `provisioned instances are there, are taken first and never end`() throws {
    let result = try Sample.runFunctions(
      Sample.requests(at: [5, 5.5, 10]),
      Sample.functionPool(Sample.layer(provisioned: 1), start: Self.slow), measure: .seconds(200),
      warmUp: .seconds(10))
    #expect(Self.lives(result) == [[-10, -10, 200], [5.5, 15.5, 76.5]])
    #expect(result.instances.map(\.end) == [.running, .expired])
    #expect(result.instances.map(\.purchase) == ["provisioned", "serverless"])
    #expect(result.metrics[.coldStartShare] == 1.0 / 3)
  }

  @Test func `a client waits for its answer before it thinks of the next request`() throws {
    let clients = Population(
      name: "clients", kind: .request,
      arrivals: .closedLoop(clients: 1, think: .constant(4)), deadline: .hours(10))
    let result = try Sample.runFunctions(
      clients, Sample.functionPool(Sample.layer(), start: Self.slow), measure: .seconds(100))
    // The first comes at 4 and has its answer at 15; then one every 5 s, the last captured at 99.
    #expect(result.metrics[.framesOffered] == 18)
    #expect(result.metrics[.coldStarts] == 1)
  }

  @Test func `what is under way at the end is served, and lived until then`() throws {
    let result = try Sample.runFunctions(
      Sample.requests(at: [5]), Sample.functionPool(Sample.layer(), start: Self.slow),
      measure: .seconds(10))
    #expect(result.populations[0].outcomes[.served] == 1)
    #expect(Self.lives(result) == [[5, nil, 10]])
    #expect(result.cost == Money(nanodollars: 5_000_000))
  }
}
