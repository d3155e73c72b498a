import Capacity
import Kernel

/// The smallest set of lanes between which frames may move, with all that sends to them.
///
/// A station is an island: nothing outside changes between two calls of `advance`, so it is
/// simulated by itself, lazily, just before the control plane reads or changes it.
///
/// At one instant arrivals come before dispatches; among dispatches the lowest queue, among lanes
/// the one longest free, then the lowest, comes first.
struct Station: ~Copyable {
  let plan: DataPlan
  var sources: Slab<FrameSource>
  var freeSources: [Int] = []
  /// Places whose streams have left while frames of theirs still wait.
  var leaving: [Int] = []
  var requests: [RequestSource] = []
  var clientCount = 0
  var servers: Slab<Server>
  var lanes = Slab<Lane>(repeating: Lane(), count: 0)
  /// The frames of each lane's batch: `batching.max` places a lane.
  var inFlight: Slab<Frame>
  var queues = WaitQueues()
  /// When each source's pending frame arrives.
  var arrivals = MinTree(capacity: 1)
  /// When each queue's next batch starts, if nothing else arrives before.
  var dispatches = MinTree(capacity: 1)
  /// When each queue's earliest open lane is free.
  var laneFreeAt = Slab<Int64>(repeating: 0, count: 0)
  /// The server whose turn it is under round robin.
  var turn = 0
  var choices: RandomStream
  /// The instant up to which everything has happened.
  var now: Int64

  private static let noServer = Server(
    instance: 0, pool: 0, firstLane: 0, laneCount: 0, queue: 0, isOpen: false, isOccupied: false,
    service: RandomSource(seed: 0, replication: 0).stream(.service, group: 0, entity: 0))
  private static let noFrame = Frame(
    arrival: 0, network: 0, source: 0, population: 0, isCounted: false)

  init(plan: DataPlan, random: RandomSource, number: Int, beginning: Int64) {
    self.plan = plan
    let silence = random.stream(.jitter, group: 0, entity: 0)
    sources = Slab(
      repeating: FrameSource(
        kind: .stream, population: 0, owner: 0, firstCapture: .max, end: 0, jitter: silence,
        network: silence), count: 0)
    servers = Slab(repeating: Self.noServer, count: 0)
    inFlight = Slab(repeating: Self.noFrame, count: 0)
    choices = random.stream(.routing, group: 0, entity: number)
    now = beginning
    if plan.routing.isSticky || plan.routing == .sharedQueue { _ = addQueue() }
  }

  mutating func addQueue() -> Int {
    let queue = queues.addQueue()
    laneFreeAt.append(.max)
    dispatches.reserve(queue + 1)
    return queue
  }

  /// Lets everything happen that happens before `horizon`.
  mutating func advance(to horizon: Int64, _ tally: inout Tally) {
    // Between two turns every instant before the earlier of the two is settled.
    while true {
      let due = arrivals.earliest
      let ready = dispatches.earliest
      if ready < due {
        if ready >= horizon { break }
        dispatch(from: dispatches.earliestIndex, at: ready, &tally)
      } else {
        if due >= horizon { break }
        arrive(from: arrivals.earliestIndex, at: due, &tally)
      }
    }
    now = max(now, horizon)
  }

  /// Counts every batch that has ended by `instant`.
  mutating func settle(through instant: Int64, _ tally: inout Tally) {
    for server in 0..<servers.count where servers[server].isOccupied {
      let first = servers[server].firstLane
      for lane in first..<(first + servers[server].laneCount)
      where lanes[lane].frames > 0 && lanes[lane].freeAt <= instant {
        settle(lane: lane, &tally)
      }
    }
  }

  @inline(__always)
  private mutating func arrive(from source: Int, at instant: Int64, _ tally: inout Tally) {
    let frame: Frame
    switch sources[source].kind {
    case .stream:
      frame = sources[source].pending
      arrivals.set(source, to: sources[source].sendNext(plan))
    case .client:
      frame = sources[source].pending
      arrivals.set(source, to: .max)
    case .requests:
      let place = Int(sources[source].owner)
      frame = requests[place].next(source: Int32(truncatingIfNeeded: source))
      arrivals.set(source, to: requests[place].due)
    }
    tally.offer(frame)
    admit(frame, at: instant, &tally)
  }

  @inline(__always)
  private mutating func admit(_ frame: Frame, at instant: Int64, _ tally: inout Tally) {
    guard let queue = route(at: instant) else {
      lose(frame, as: .rejected, at: instant, &tally)
      return
    }
    let source = Int(frame.source)
    if sources[source].waiting >= plan.queueing.perStream {
      guard makeRoom(for: frame, ofStreamIn: queue, at: instant, &tally) else { return }
    }
    if queues.length(of: queue) >= plan.queueing.perQueue, !startsAtOnce(in: queue, at: instant) {
      guard makeRoom(for: frame, in: queue, at: instant, &tally) else { return }
    }
    queues.append(frame, to: queue)
    sources[source].waiting &+= 1
    scheduleDispatch(of: queue, at: instant)
  }

  /// Whether a frame that comes to an empty queue need not wait there at all.
  private func startsAtOnce(in queue: Int, at instant: Int64) -> Bool {
    queues.length(of: queue) == 0 && laneFreeAt[queue] <= instant
      && (plan.batching.trigger == 1 || plan.batching.maxDelay == 0)
  }

  /// Notes when a queue's next batch can start as things stand at `instant`.
  @inline(__always)
  mutating func scheduleDispatch(of queue: Int, at instant: Int64) {
    let waiting = queues.length(of: queue)
    var start = Int64.max
    if waiting > 0 {
      let gathered =
        waiting >= plan.batching.trigger
        ? instant : max(instant, queues.oldestArrival(in: queue) &+ plan.batching.maxDelay)
      start = max(laneFreeAt[queue], gathered)
    }
    if dispatches[queue] != start { dispatches.set(queue, to: start) }
  }

  @inline(__always)
  private mutating func dispatch(from queue: Int, at instant: Int64, _ tally: inout Tally) {
    let (server, lane) = freeLane(of: queue)
    if lanes[lane].frames > 0 { settle(lane: lane, &tally) }
    let age = instant &- queues.oldestArrival(in: queue)
    let size = plan.batching.size(waiting: queues.length(of: queue), age: age)
    var taken = 0
    let place = lane &* plan.batching.max
    while taken < size, queues.length(of: queue) > 0 {
      let frame = queues.removeOldest(from: queue)
      sources[Int(frame.source)].waiting &-= 1
      if plan.queueing.dropsAtDispatch, isStale(frame, at: instant) {
        lose(frame, as: .dropped, at: instant, &tally)
        continue
      }
      inFlight[place &+ taken] = frame
      taken &+= 1
    }
    if taken > 0 {
      let curve = plan.curves[servers[server].pool]
      let time = batchTime(of: taken, curve, server: server, lane: lane, at: instant)
      lanes[lane].frames = Int32(truncatingIfNeeded: taken)
      lanes[lane].startedAt = instant
      lanes[lane].freeAt = instant &+ time
      lanes[lane].busy &+= time
      tally.dispatch(frames: taken, at: instant, measuredUpTo: curve.measuredUpTo)
      awaitAnswers(lane: lane)
      noteFreeLane(of: queue)
    }
    scheduleDispatch(of: queue, at: instant)
  }

  private func isStale(_ frame: Frame, at instant: Int64) -> Bool {
    let wait = instant - frame.arrival
    if wait > plan.queueing.maxWait { return true }
    return plan.queueing.dropsLate
      && wait + frame.network > plan.traffic[Int(frame.population)].deadline
  }

  /// The time of a batch on a lane; decided once, by what is busy on the GPU when it starts.
  @inline(__always)
  private mutating func batchTime(
    of frames: Int, _ curve: DataPlan.Curve, server: Int, lane: Int, at instant: Int64
  ) -> Int64 {
    var time = plan.times[curve.firstTime &+ frames &- 1]
    if curve.varies {
      time *= plan.tables.draw(curve.variation, servers[server].service.next32()) * 1e-9
    }
    if servers[server].laneCount > 1 {
      let busy = busyLanes(besides: lane, of: server, at: instant)
      time *= plan.slowdowns[curve.firstSlowdown + busy]
    }
    return max(1, Elementary.nearestInteger(time))
  }

  private func busyLanes(besides lane: Int, of server: Int, at instant: Int64) -> Int {
    let first = servers[server].firstLane
    var busy = 0
    for other in first..<(first + servers[server].laneCount)
    where other != lane && lanes[other].gpu == lanes[lane].gpu && lanes[other].freeAt > instant {
      busy += 1
    }
    return busy
  }

  /// Counts the frames of a batch that has ended.
  @inline(__always)
  mutating func settle(lane: Int, _ tally: inout Tally) {
    let ended = lanes[lane]
    let service = ended.freeAt &- ended.startedAt
    let place = lane &* plan.batching.max
    // `counted` frames of `population` have been seen and their service is not yet recorded.
    var counted: Int64 = 0
    var population = Int(inFlight[place].population)
    for index in place..<(place &+ Int(ended.frames)) {
      let frame = inFlight[index]
      if Int(frame.population) != population {
        if counted > 0 { tally.answer(counted, service: service, population: population) }
        counted = 0
        population = Int(frame.population)
      }
      counted &+= frame.isCounted ? 1 : 0
      tally.answer(
        frame, wait: ended.startedAt &- frame.arrival, service: service,
        deadline: plan.traffic[population].deadline)
    }
    if counted > 0 { tally.answer(counted, service: service, population: population) }
    lanes[lane].frames = 0
  }
}
