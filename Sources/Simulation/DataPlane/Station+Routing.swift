import Capacity
import Kernel

extension Station {
  /// The queue that a frame goes to now, or nil when no instance is open to it.
  @inline(__always)
  mutating func route(at instant: Int64) -> Int? {
    if rules.hasOneQueue { return takesFrames ? 0 : nil }
    return chooseServer(at: instant).map { servers[$0].queue }
  }

  private mutating func chooseServer(at instant: Int64) -> Int? {
    switch plan.routing {
    case .leastOutstanding: leastLoadedServer(at: instant)
    case .powerOfTwoChoices: lessLoadedOfTwo(at: instant)
    case .roundRobin: nextOpenServer()
    case .stickyLeastStreams, .stickyRoundRobin, .stickyHash, .sharedQueue: 0
    }
  }

  private mutating func nextOpenServer() -> Int? {
    for step in 0..<servers.count {
      let server = (turn + step) % servers.count
      if servers[server].isOpen {
        turn = server + 1
        return server
      }
    }
    return nil
  }

  /// The open server with the fewest frames for each lane and its speed; ties go to the lowest.
  private func leastLoadedServer(at instant: Int64) -> Int? {
    var best: Int?
    var fewest = 0
    for server in 0..<servers.count where servers[server].isOpen {
      let load = outstanding(at: server, instant)
      guard let leader = best else {
        best = server
        fewest = load
        continue
      }
      if load * servers[leader].weight < fewest * servers[server].weight {
        best = server
        fewest = load
      }
    }
    return best
  }

  private mutating func lessLoadedOfTwo(at instant: Int64) -> Int? {
    var open = 0
    for server in 0..<servers.count where servers[server].isOpen { open += 1 }
    guard open > 0 else { return nil }
    let first = choice(below: open)
    guard open > 1 else { return openServer(number: 0) }
    let other = choice(below: open - 1)
    let a = openServer(number: first)
    let b = openServer(number: other < first ? other : other + 1)
    let isLess =
      outstanding(at: b, instant) * servers[a].weight
      < outstanding(at: a, instant) * servers[b].weight
    return isLess ? b : a
  }

  /// A random number in `0..<limit`.
  private mutating func choice(below limit: Int) -> Int {
    Int((UInt64(choices.next32()) * UInt64(limit)) >> 32)
  }

  private func openServer(number: Int) -> Int {
    var left = number
    for server in 0..<servers.count where servers[server].isOpen {
      if left == 0 { return server }
      left -= 1
    }
    preconditionFailure("an open server with a number below their count")
  }

  /// Frames waiting at a server or in service there at `instant`.
  func outstanding(at server: Int, _ instant: Int64) -> Int {
    waiting(at: server) + framesInService(at: server, instant)
  }

  /// Frames that wait at a server; with a queue for all, those in the queue.
  @inline(__always)
  func waiting(at server: Int) -> Int {
    rules.hasModelServers
      ? modelServers.waiting(at: server) : queues.length(of: servers[server].queue)
  }

  /// Frames waiting at a server, when it has a queue of its own.
  func framesWaiting(at server: Int) -> Int { queues.length(of: servers[server].queue) }

  func framesInService(at server: Int, _ instant: Int64) -> Int {
    var frames = 0
    for lane in servers[server].lanes where lanes[lane].freeAt > instant {
      frames += Int(lanes[lane].frames)
    }
    return frames
  }

  /// Notes which lane takes a queue's next batch, after `lane` has been given one.
  @inline(__always)
  mutating func noteNextLane(of queue: Int, after lane: Int) {
    if rules.sharesQueue {
      openLanes.set(proven: lane, to: lanes[proven: lane].freeAt)
      nextLanes[proven: queue] = NextLane(
        freeAt: openLanes.earliest, lane: openLanes.earliestIndex)
    } else {
      nextLanes[proven: queue] = earliestLane(ofServer: queue)
    }
  }

  /// With a queue for each server, queue n belongs to server n.
  @inline(__always)
  private func earliestLane(ofServer server: Int) -> NextLane {
    var lane = servers[proven: server].firstLane
    let end = lane &+ servers[proven: server].laneCount
    var next = NextLane(freeAt: lanes[proven: lane].freeAt, lane: lane)
    lane &+= 1
    while lane < end {
      let freeAt = lanes[proven: lane].freeAt
      if freeAt < next.freeAt { next = NextLane(freeAt: freeAt, lane: lane) }
      lane &+= 1
    }
    return next
  }

  /// Notes which lane takes the next batch of a server's queue, after the server has changed.
  mutating func noteNextLane(ofChanged server: Int) {
    let queue = servers[server].queue
    guard rules.sharesQueue else {
      nextLanes[queue] = servers[server].isOccupied ? earliestLane(ofServer: server) : NextLane()
      return
    }
    for lane in servers[server].lanes {
      openLanes.set(lane, to: servers[server].isOpen ? lanes[lane].freeAt : .max)
    }
    nextLanes[queue] = NextLane(freeAt: openLanes.earliest, lane: openLanes.earliestIndex)
  }
}
