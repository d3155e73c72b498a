import Capacity
import Kernel

extension Station {
  /// The queue that a frame goes to now, or nil when no instance is open to it.
  @inline(__always)
  mutating func route(at instant: Int64) -> Int? {
    switch plan.routing {
    case .stickyLeastStreams, .stickyRoundRobin, .stickyHash: servers.count > 0 ? 0 : nil
    case .sharedQueue: 0
    case .roundRobin: nextOpenServer().map { servers[$0].queue }
    case .leastOutstanding: leastLoadedServer(at: instant).map { servers[$0].queue }
    case .powerOfTwoChoices: lessLoadedOfTwo(at: instant).map { servers[$0].queue }
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

  /// The open server with the fewest frames for each lane; ties go to the lowest.
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
      if load * servers[leader].laneCount < fewest * servers[server].laneCount {
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
      outstanding(at: b, instant) * servers[a].laneCount
      < outstanding(at: a, instant) * servers[b].laneCount
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
    queues.length(of: servers[server].queue) + framesInService(at: server, instant)
  }

  func framesInService(at server: Int, _ instant: Int64) -> Int {
    var frames = 0
    let first = servers[server].firstLane
    for lane in first..<(first + servers[server].laneCount) where lanes[lane].freeAt > instant {
      frames += Int(lanes[lane].frames)
    }
    return frames
  }

  /// The lane that takes a queue's next batch, with its server: the one longest free.
  @inline(__always)
  func freeLane(of queue: Int) -> (server: Int, lane: Int) {
    let earliest = laneFreeAt[queue]
    if plan.routing != .sharedQueue {
      let server = ownServer(of: queue)
      let first = servers[server].firstLane
      for lane in first..<(first + servers[server].laneCount) where lanes[lane].freeAt == earliest {
        return (server, lane)
      }
    }
    for server in 0..<servers.count where servers[server].isOpen {
      let first = servers[server].firstLane
      for lane in first..<(first + servers[server].laneCount) where lanes[lane].freeAt == earliest {
        return (server, lane)
      }
    }
    preconditionFailure("a queue that dispatches has a lane that is free")
  }

  /// With a queue for each server, queue n belongs to server n.
  @inline(__always)
  func ownServer(of queue: Int) -> Int { queue }

  /// Notes when a queue's earliest lane is free.
  @inline(__always)
  mutating func noteFreeLane(of queue: Int) {
    var earliest = Int64.max
    if plan.routing != .sharedQueue {
      let server = ownServer(of: queue)
      if servers[server].isOccupied {
        let first = servers[server].firstLane
        for lane in first..<(first + servers[server].laneCount) {
          earliest = min(earliest, lanes[lane].freeAt)
        }
      }
    } else {
      for server in 0..<servers.count where servers[server].isOpen {
        let first = servers[server].firstLane
        for lane in first..<(first + servers[server].laneCount) {
          earliest = min(earliest, lanes[lane].freeAt)
        }
      }
    }
    laneFreeAt[queue] = earliest
  }
}
