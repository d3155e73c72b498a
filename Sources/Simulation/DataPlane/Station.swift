import Capacity
import Kernel

/// The smallest set of lanes between which frames may move, with all that sends to them.
///
/// A station is an island: nothing outside changes between two calls of `advance`, so it is
/// simulated by itself, lazily, just before the control plane reads or changes it.
///
/// At one instant arrivals come before dispatches; among dispatches the lowest queue, among lanes
/// the one longest free, then the lowest, comes first.
///
/// Places of sources, servers, lanes and queues are handed out by the station and kept, so they
/// are below the counts of their slabs for good: this proves the indices of the hot loop.
struct Station: ~Copyable {
  let plan: DataPlan
  let rules: StationRules
  var sources: Slab<FrameSource>
  var freeSources: [Int] = []
  /// Places whose streams have left while frames of theirs still wait.
  var leaving: [Int] = []
  var requests: [RequestSource] = []
  var clientCount = 0
  var servers: Slab<Server>
  /// With one queue for all, whether frames may wait in it: in a shared one, or one with a server.
  var takesFrames: Bool
  /// Whether what is no stream is turned away.
  var refusesRequests = false
  var lanes = Slab<Lane>(repeating: Lane(), count: 0)
  /// The frames of each lane's batch: `rules.maxBatch` places a lane.
  var inFlight = Slab<Frame>(repeating: .none, count: 0)
  var queues = WaitQueues()
  /// When each source's pending frame arrives.
  var arrivals = MinTree(capacity: 1)
  /// When each queue's next batch starts, if nothing else arrives before.
  var dispatches = MinTree(capacity: 1)
  /// The lane that takes each queue's next batch.
  var nextLanes = Slab<NextLane>(repeating: NextLane(), count: 0)
  /// With a shared queue, when each lane of an open server is free; never for the others.
  var openLanes = MinTree(capacity: 1)
  /// The server whose turn it is under round robin.
  var turn = 0
  var choices: RandomStream
  /// The instant up to which everything has happened.
  var now: Int64
  /// What clients are about to send again.
  var retries = RetryQueue()
  /// The batchers of model servers, which then take the place of the queues.
  var modelServers = ModelServers()

  private static let noServer = Server(
    instance: 0, curve: 0, firstLane: 0, laneCount: 0, queue: 0, isOpen: false, isOccupied: false,
    service: RandomSource(seed: 0, replication: 0).stream(.service, group: 0, entity: 0))

  init(plan: DataPlan, random: RandomSource, number: Int, beginning: Int64) {
    self.plan = plan
    rules = StationRules(plan)
    takesFrames = rules.sharesQueue
    let silence = random.stream(.jitter, group: 0, entity: 0)
    sources = Slab(
      repeating: FrameSource(
        kind: .stream, population: 0, owner: 0, firstCapture: .max, end: 0, jitter: silence,
        network: silence), count: 0)
    servers = Slab(repeating: Self.noServer, count: 0)
    choices = random.stream(.routing, group: 0, entity: number)
    now = beginning
    if rules.hasOneQueue { _ = addQueue() }
  }

  mutating func addQueue() -> Int {
    let queue = queues.addQueue()
    nextLanes.append(NextLane())
    dispatches.reserve(queue + 1)
    return queue
  }

  /// Lets everything happen that happens before `horizon`.
  mutating func advance(to horizon: Int64, _ tally: inout Tally) {
    if rules.hasModelServers { return advanceModelServers(to: horizon, &tally) }
    // Between two turns every instant before the earlier of the two is settled.
    while true {
      let due = arrivals.earliest
      let ready = dispatches.earliest
      if ready < due {
        if ready >= horizon { break }
        dispatch(from: dispatches.earliestIndex, at: ready, &tally)
      } else {
        if due >= horizon { break }
        let frame = takeFrame(from: arrivals.earliestIndex, at: due)
        tally.offer(frame)
        admit(frame, at: due, &tally)
      }
    }
    now = max(now, horizon)
  }

  /// Takes the pending frame of a source, which then sends the next.
  @inline(__always)
  mutating func takeFrame(from source: Int, at instant: Int64) -> Frame {
    guard sources[proven: source].kind == .stream else {
      return takeRequest(from: source, at: instant)
    }
    let frame = sources[proven: source].arriving(at: instant)
    arrivals.set(proven: source, to: sources[proven: source].sendNext(plan))
    return frame
  }

  /// Takes the pending frame of a source that is no stream.
  @inline(never)
  private mutating func takeRequest(from source: Int, at instant: Int64) -> Frame {
    if sources[proven: source].kind == .retries { return takeRetry() }
    if sources[proven: source].kind == .client {
      arrivals.set(source, to: .max)
      return sources[proven: source].arriving(at: instant)
    }
    let place = Int(sources[proven: source].owner)
    let frame = requests[place].next(plan)
    arrivals.set(source, to: requests[place].due)
    return frame
  }

  @inline(__always)
  private mutating func admit(_ frame: Frame, at instant: Int64, _ tally: inout Tally) {
    guard !isRefused(frame), let queue = route(at: instant) else {
      lose(frame, as: .rejected, at: instant, &tally)
      return
    }
    let source = Int(frame.source)
    if sources[proven: source].waiting >= rules.perStream, sources[source].kind != .requests {
      guard makeRoom(for: frame, ofStreamIn: queue, at: instant, &tally) else { return }
    }
    if queues.length(of: queue) >= rules.perQueue, !startsAtOnce(in: queue, at: instant) {
      guard makeRoom(for: frame, in: queue, at: instant, &tally) else { return }
    }
    queues.append(frame, to: queue)
    sources[proven: source].waiting &+= 1
    scheduleDispatch(of: queue, at: instant)
  }

  /// Whether a frame is a request, and requests are turned away.
  @inline(__always)
  func isRefused(_ frame: Frame) -> Bool {
    refusesRequests && sources[Int(frame.source)].kind != .stream
  }

  /// Whether a frame that comes to an empty queue need not wait there at all.
  private func startsAtOnce(in queue: Int, at instant: Int64) -> Bool {
    queues.length(of: queue) == 0 && nextLanes[queue].freeAt <= instant
      && (rules.trigger == 1 || rules.maxDelay == 0)
  }

  /// Notes when a queue's next batch can start as things stand at `instant`.
  @inline(__always)
  mutating func scheduleDispatch(of queue: Int, at instant: Int64) {
    let waiting = queues.length(of: queue)
    let gathered =
      waiting >= rules.trigger
      ? instant : max(instant, queues.oldestArrival(in: queue) &+ rules.maxDelay)
    let start = max(nextLanes[proven: queue].freeAt, gathered)
    dispatches.set(proven: queue, to: waiting > 0 ? start : .max)
  }
}
