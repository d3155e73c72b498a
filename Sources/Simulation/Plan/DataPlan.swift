import Autoscaling
import Capacity
import Kernel

/// What the data plane needs of a scenario and an architecture, compiled for its hot loop.
///
/// Immutable and shared by all replications of the architecture.
final class DataPlan: Sendable {
  /// A population's frames, in nanoseconds.
  struct Traffic: BitwiseCopyable, Sendable {
    var period: Int64
    var uploadTime: Int64
    var deadline: Int64
    /// The jitter and round trip when they do not vary.
    var fixedJitter: Int64
    var fixedRoundTrip: Int64
    var hasJitter: Bool
    var hasRoundTrip: Bool
    var jitter: QuantileTables.Handle
    var roundTrip: QuantileTables.Handle
    var hasThink: Bool
    var think: QuantileTables.Handle
  }

  /// A service curve: the times of batches from 1 to the largest are at `firstTime` on.
  struct Curve: BitwiseCopyable, Sendable {
    var firstTime: Int
    /// How much longer a batch takes with n busy lanes on its GPU, at `firstSlowdown + n - 1`.
    var firstSlowdown: Int
    var varies: Bool
    /// Multiplies the batch's time.
    var variation: QuantileTables.Handle
    var measuredUpTo: Int
    /// Relative to the fastest pool of the architecture, which has `DataPlan.fullSpeed`; at
    /// least 1. Slow instances have the speed that their pool is taken to have.
    var speed = 1
    /// The pool that it is a curve of.
    var pool = 0
  }

  /// The speed of the fastest pool.
  static let fullSpeed = 1024

  let traffic: Slab<Traffic>
  /// By population, how its clients send again, and whether any does.
  let retries: [RetryPlan]
  let hasRetries: Bool
  /// By pool, and after them those of slow instances.
  let curves: Slab<Curve>
  /// By pool, the curve of its slow instances.
  let slowCurves: [Int?]
  /// By other model of the architecture, the curve in the place of each of the first model's.
  let otherCurves: [[Int]]
  /// Batch times in nanoseconds.
  let times: Slab<Double>
  /// The same as a lane takes them that is alone on its GPU and does not vary.
  let wholeTimes: Slab<Int64>
  let slowdowns: Slab<Double>
  let tables: QuantileTables
  let batching: BatchingPlan
  let queueing: QueueingPlan
  /// The model server that takes the place of both, or nil.
  let modelServer: ModelServerPlan?
  /// The serverless pool that is all of the architecture, or nil.
  let function: FunctionPlan?
  let routing: Routing
  /// Whether an autoscaler watches how long frames wait.
  let notesWaits: Bool
  let end: Int64

  init(scenario: Scenario, architecture: Architecture) {
    var tables = QuantileTables()
    var traffic = Slab<Traffic>(repeating: Self.silent, count: 0)
    for population in scenario.populations {
      traffic.append(Self.traffic(of: population, &tables))
    }
    let serving = architecture.serving
    var times = Slab<Double>(repeating: 0, count: 0)
    var slowdowns = Slab<Double>(repeating: 0, count: 0)
    var curves: [Curve] = []
    for (index, pool) in architecture.pools.enumerated() {
      curves.append(
        Self.compile(
          pool, slower: 1, serving: serving, times: &times, slowdowns: &slowdowns, tables: &tables))
      curves[index].pool = index
    }
    function = architecture.functionPool.flatMap { pool in
      pool.function.map { FunctionPlan($0, pool: pool, &tables) }
    }
    Self.setSpeeds(&curves, architecture)
    var slowCurves: [Int?] = []
    for (index, pool) in architecture.pools.enumerated() {
      slowCurves.append(pool.stragglers == nil ? nil : curves.count)
      guard let stragglers = pool.stragglers else { continue }
      curves.append(
        Self.compile(
          pool, slower: stragglers.factor, serving: serving, times: &times, slowdowns: &slowdowns,
          tables: &tables))
      curves[curves.count - 1].speed = curves[index].speed
      curves[curves.count - 1].pool = index
    }
    self.slowCurves = slowCurves
    otherCurves = architecture.otherModels.map { model in
      let first = curves.count
      let base = architecture.pools.count + slowCurves.count { $0 != nil }
      var other = serving
      other.use(model)
      for index in 0..<base {
        let pool = architecture.pools[curves[index].pool]
        let slower = index < architecture.pools.count ? 1 : pool.stragglers?.factor ?? 1
        var curve = Self.compile(
          pool, slower: slower, serving: other, times: &times, slowdowns: &slowdowns,
          tables: &tables)
        curve.speed = curves[index].speed
        curve.pool = curves[index].pool
        curves.append(curve)
      }
      return Array(first..<curves.count)
    }
    retries = scenario.populations.indices.map {
      RetryPlan(scenario.populations[$0], traffic[$0])
    }
    hasRetries = scenario.populations.contains { $0.retry != nil }
    self.traffic = traffic
    self.curves = Slab(curves)
    wholeTimes = Slab((0..<times.count).map { Self.whole(times[$0]) })
    self.times = times
    self.slowdowns = slowdowns
    self.tables = tables
    modelServer = serving.modelServer.map { ModelServerPlan($0, scenario.populations) }
    if modelServer == nil {
      batching = BatchingPlan(serving.batching)
      queueing = QueueingPlan(serving.queue)
      routing = serving.routing
    } else {
      batching = BatchingPlan(Batching(max: serving.maxBatch))
      queueing = QueueingPlan(Queue())
      routing = serving.routing == .sharedQueue ? .roundRobin : serving.routing
    }
    notesWaits = architecture.autoscalers.contains { $0.metrics.contains(.queueWait) }
    end = scenario.clock.end.nanoseconds
  }

  /// A batch's time in whole nanoseconds, at least 1.
  static func whole(_ time: Double) -> Int64 { max(1, Elementary.nearestInteger(time)) }

  private static let none = QuantileTables.Handle.none
  private static let silent = Traffic(
    period: 1, uploadTime: 0, deadline: 0, fixedJitter: 0, fixedRoundTrip: 0, hasJitter: false,
    hasRoundTrip: false, jitter: none, roundTrip: none, hasThink: false, think: none)

  private static func traffic(
    of population: Population, _ tables: inout QuantileTables
  ) -> Traffic {
    var traffic = silent
    traffic.uploadTime = population.network.uploadTime.nanoseconds
    traffic.deadline = population.deadline.nanoseconds
    if case .stream(let stream) = population.kind {
      traffic.period = stream.period.nanoseconds
      if let jitter = stream.jitter {
        if case .constant(let value) = jitter {
          traffic.fixedJitter = SimDuration(seconds: value).nanoseconds
        } else {
          traffic.hasJitter = true
          traffic.jitter = tables.add(jitter)
        }
      }
    }
    if let roundTrip = population.network.roundTrip {
      if case .constant(let value) = roundTrip {
        traffic.fixedRoundTrip = SimDuration(seconds: value).nanoseconds
      } else {
        traffic.hasRoundTrip = true
        traffic.roundTrip = tables.add(roundTrip)
      }
    }
    if case .closedLoop(_, let think) = population.arrivals {
      traffic.hasThink = true
      traffic.think = tables.add(think)
    }
    return traffic
  }

  private static func compile(
    _ pool: Pool, slower factor: Double, serving: Serving, times: inout Slab<Double>,
    slowdowns: inout Slab<Double>, tables: inout QuantileTables
  ) -> Curve {
    guard let curve = pool.curve(of: serving) else {
      preconditionFailure("a scenario has a curve for every pool's GPU")
    }
    let firstTime = times.count
    for batch in 1...serving.maxBatch {
      times.append(curve.seconds(ofBatch: batch) * 1e9 * factor)
    }
    let firstSlowdown = slowdowns.count
    for busy in 1...pool.lanesPerGPU(under: serving) {
      slowdowns.append(curve.slowdown(busyLanes: busy))
    }
    let variation = curve.variation
    return Curve(
      firstTime: firstTime, firstSlowdown: firstSlowdown, varies: variation != nil,
      variation: variation.map { tables.add($0) } ?? none,
      measuredUpTo: curve.measuredUpTo ?? .max)
  }
}

extension DataPlan {
  /// Sets how fast pools are beside each other: by the time of a frame in the largest batch.
  private static func setSpeeds(_ curves: inout [Curve], _ architecture: Architecture) {
    let serving = architecture.serving
    let rates = architecture.pools.map { pool in
      guard let curve = pool.curve(of: serving) else { return 1.0 }
      if case .random(let times) = curve.shape { return 1 / max(times.draw(0.5), 1e-12) }
      return 1 / curve.seconds(ofBatch: serving.maxBatch)
    }
    let fastest = rates.max() ?? 1
    for (index, rate) in rates.enumerated() {
      curves[index].speed = Int(
        max(1, Elementary.nearestInteger(rate / fastest * Double(fullSpeed))))
    }
  }
}

/// How batches form, in nanoseconds.
struct BatchingPlan: Sendable {
  var max: Int
  /// Sizes worth sending at once, ascending; never empty.
  var preferred: [Int]
  var maxDelay: Int64
  /// The smallest preferred size: so many frames need not wait.
  var trigger: Int

  init(_ batching: Batching) {
    max = batching.max
    preferred = batching.preferred.isEmpty ? [batching.max] : batching.preferred
    maxDelay = batching.maxDelay.nanoseconds
    trigger = preferred[0]
  }

  /// How many of `waiting` frames a free lane takes when the oldest has waited `age`; at least 1.
  func size(waiting: Int, age: Int64) -> Int {
    if age >= maxDelay { return Swift.min(waiting, max) }
    return preferred.last { $0 <= waiting } ?? Swift.min(waiting, max)
  }
}

/// Where frames wait, in the hot loop's terms.
struct QueueingPlan: Sendable {
  var perStream: Int
  var perQueue: Int
  var whenFull: Queue.WhenFull
  var dropsLate: Bool
  /// Frames that have waited longer are dropped at dispatch.
  var maxWait: Int64
  /// Whether anything may be dropped at dispatch.
  var dropsAtDispatch: Bool

  init(_ queue: Queue) {
    perStream = queue.perStream ?? .max
    perQueue = queue.perQueue ?? .max
    whenFull = queue.whenFull
    dropsLate = queue.dropsLate
    maxWait = queue.maxWait?.nanoseconds ?? .max
    dropsAtDispatch = queue.dropsLate || queue.maxWait != nil
  }
}
