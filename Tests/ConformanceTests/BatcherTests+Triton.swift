import Capacity
import Kernel
import Simulation
import Testing

/// A vector of kind `triton`.
///
/// An instance that is done at an instant is free for a request that comes at the same instant,
/// so that a model that takes no time serves each request before the next one comes.
struct TritonVector {
  private struct Started {
    var at: SimTime
    var requests: [TritonBatcher.Request]
  }
  private struct Refused {
    var at: SimTime
    var id: Int
    var reason: String
  }

  let vector: Vector
  private let config: JSONValue
  private let exec: SimDuration
  private let requests: [(at: SimTime, request: TritonBatcher.Request)]
  private var batcher: TritonBatcher
  private var releases: [SimTime] = []
  private var batches: [Started] = []
  private var refused: [Refused] = []
  private var queued = 0

  init(_ vector: Vector) throws {
    self.vector = vector
    config = try #require(vector.input["config"])
    exec = try config.seconds("exec_s")
    requests = try #require(vector.input["requests"]?.array).enumerated().map {
      try Self.request($0.offset, $0.element)
    }
    batcher = TritonBatcher(
      try Self.settings(config), instances: try config.wholeNumber("instances"))
  }

  func check() throws {
    var run = self
    run.run()
    try run.compare()
  }

  private mutating func run() {
    let first = config["start_after_queued"]?.int ?? 0
    var next = 0
    while true {
      let arrival = next < requests.count ? requests[next].at : .never
      let now = min(arrival, batcher.nextLook, releases.first ?? .never)
      if now == .never { break }
      while releases.first == now {
        releases.removeFirst()
        batcher.release()
        start(now)
      }
      if arrival == now {
        arrive(requests[next].request, now)
        next += 1
      }
      if queued >= first { start(now) }
    }
  }

  private mutating func arrive(_ request: TritonBatcher.Request, _ now: SimTime) {
    if batcher.enqueue(request, at: now) {
      queued += 1
    } else {
      refused.append(Refused(at: now, id: request.id, reason: "max_queue_size"))
    }
  }

  private mutating func start(_ now: SimTime) {
    while true {
      let hasStarted = batcher.startBatch(at: now)
      for request in batcher.expired {
        refused.append(Refused(at: now, id: request.id, reason: "timeout"))
      }
      guard hasStarted else { return }
      batches.append(Started(at: now, requests: batcher.batch))
      releases.append(now + exec)
    }
  }

  private func compare() throws {
    let wanted = try #require(vector.expect["batches"]?.array)
    #expect(batches.count == wanted.count, "\(vector.id)")
    for (batch, expected) in zip(batches, wanted) {
      let at = try #require(expected["t_s"]?.double)
      #expect(abs(batch.at.seconds - at) <= 0.002, "\(vector.id)")
      let ids = try #require(expected["ids"]?.array).map { try #require($0.int) }
      #expect(batch.requests.map(\.id) == ids, "\(vector.id)")
      let size = try expected.wholeNumber("size")
      #expect(batch.requests.reduce(0) { $0 + $1.items } == size, "\(vector.id)")
    }
    let rejected = try #require(vector.expect["rejected"]?.array)
    #expect(refused.count == rejected.count, "\(vector.id)")
    for expected in rejected {
      let id = try expected.wholeNumber("id")
      let found = try #require(refused.first { $0.id == id }, "\(vector.id): \(id)")
      #expect(found.reason == expected["reason"]?.string, "\(vector.id)")
      let earliest = try #require(expected["not_before_s"]?.double)
      let latest = try #require(expected["by_s"]?.double)
      #expect(
        found.at.seconds >= earliest - 1e-9 && found.at.seconds <= latest + 1e-9,
        "\(vector.id): \(id) at \(found.at.seconds)")
    }
  }

  private static func request(
    _ id: Int, _ input: JSONValue
  ) throws -> (at: SimTime, request: TritonBatcher.Request) {
    var request = TritonBatcher.Request(id: id, items: try input.wholeNumber("size"))
    // Shapes are compared only, and their names are single letters or short words.
    for byte in (input["shape"]?.string ?? "").utf8 {
      request.shape = (request.shape &* 31 &+ Int(byte)) & 0xFFFF_FFFF
    }
    request.priority = input["priority"]?.int ?? 0
    if input["timeout_s"] != nil { request.timeout = try input.seconds("timeout_s") }
    return (.zero + (try input.seconds("t_s")), request)
  }

  private static func settings(_ config: JSONValue) throws -> TritonBatching {
    var settings = TritonBatching(max: try config.wholeNumber("max_batch_size"))
    settings.preferred = try (config["preferred_batch_sizes"]?.array ?? []).map {
      try #require($0.int)
    }
    settings.maxDelay = try config.seconds("max_queue_delay_s")
    settings.priorityLevels = config["priority_levels"]?.int ?? 0
    settings.defaultLevel = config["default_priority_level"]?.int ?? 0
    if let policy = config["default_queue_policy"] {
      settings.defaultPolicy = try Self.policy(policy)
    }
    for (level, policy) in config["priority_queue_policy"]?.object ?? [:] {
      settings.policies[try #require(Int(level))] = try Self.policy(policy)
    }
    return settings
  }

  private static func policy(_ input: JSONValue) throws -> TritonBatching.QueuePolicy {
    var policy = TritonBatching.QueuePolicy()
    switch input["timeout_action"]?.string {
    case "REJECT", nil: policy.timeoutAction = .reject
    case "DELAY": policy.timeoutAction = .delay
    case .some(let other): Issue.record("unknown timeout_action \(other)")
    }
    if input["default_timeout_s"] != nil { policy.timeout = try input.seconds("default_timeout_s") }
    policy.allowsOverride = input["allow_timeout_override"]?.bool ?? false
    policy.maxQueue = input["max_queue_size"]?.int ?? 0
    return policy
  }
}
