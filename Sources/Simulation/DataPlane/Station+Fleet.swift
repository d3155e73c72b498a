import Capacity
import Kernel

/// What the control plane does to a station. The station must have been advanced to the instant.
extension Station {
  /// Gives an instance `gpus` times `lanesPerGPU` lanes and returns its place.
  mutating func addServer(
    instance: Int, curve: Int, gpus: Int, lanesPerGPU: Int, service: RandomStream, at instant: Int64
  ) -> Int {
    let count = gpus * lanesPerGPU
    let place = vacantServer(lanes: count) ?? newServer(lanes: count)
    let first = servers[place].firstLane
    for index in 0..<count {
      lanes[first + index] = Lane(
        server: Int32(place), gpu: Int32(index / lanesPerGPU), freeAt: instant)
    }
    servers[place].instance = instance
    servers[place].curve = curve
    servers[place].service = service
    servers[place].weight = count * plan.curves[curve].speed
    if plan.curves[curve].varies { servers[place].varyNext(plan.curves[curve], plan) }
    servers[place].isOpen = true
    servers[place].isOccupied = true
    if let plan = plan.modelServer { modelServers.open(place, lanes: count, plan) }
    refresh(place, at: instant)
    return place
  }

  private func vacantServer(lanes count: Int) -> Int? {
    for server in 0..<servers.count
    where !servers[server].isOccupied && servers[server].laneCount == count {
      return server
    }
    return nil
  }

  private mutating func newServer(lanes count: Int) -> Int {
    let first = lanes.count
    for _ in 0..<count {
      lanes.append(Lane())
      for _ in 0..<rules.maxBatch { inFlight.append(.none) }
    }
    openLanes.reserve(lanes.count)
    takesFrames = true
    let queue = rules.hasOneQueue ? 0 : addQueue()
    servers.append(
      Server(
        instance: 0, curve: 0, firstLane: first, laneCount: count, queue: queue, isOpen: false,
        isOccupied: false,
        service: RandomSource(seed: 0, replication: 0).stream(.service, group: 0, entity: 0)))
    return servers.count - 1
  }

  private mutating func refresh(_ server: Int, at instant: Int64) {
    if rules.hasModelServers { return scheduleModelServer(server) }
    noteNextLane(ofChanged: server)
    scheduleDispatch(of: servers[server].queue, at: instant)
  }

  /// Gives a server no more frames; what it has it finishes.
  mutating func close(server: Int, at instant: Int64) {
    servers[server].isOpen = false
    refresh(server, at: instant)
  }

  /// Whether nothing waits for a server's lanes alone and none of them is busy.
  func isIdle(server: Int, at instant: Int64) -> Bool {
    if plan.routing.isSticky, arrivals.earliest != .max { return false }
    if !rules.sharesQueue, waiting(at: server) > 0 { return false }
    return framesInService(at: server, instant) == 0
  }

  /// Takes a server away: batches that have ended count, all else that it holds fails.
  mutating func remove(server: Int, at instant: Int64, _ tally: inout Tally) {
    for lane in servers[server].lanes where lanes[lane].frames > 0 {
      if lanes[lane].freeAt <= instant {
        settle(lane: lane, &tally)
        continue
      }
      let place = lane * rules.maxBatch
      for index in place..<(place + Int(lanes[lane].frames)) {
        lose(inFlight[index], as: .failed, at: instant, &tally)
      }
      lanes[lane].frames = 0
    }
    if rules.hasModelServers {
      emptyModelServer(server, as: .failed, at: instant, &tally)
    } else if !rules.sharesQueue {
      let queue = servers[server].queue
      while queues.length(of: queue) > 0 {
        let frame = queues.removeOldest(from: queue)
        sources[Int(frame.source)].waiting -= 1
        lose(frame, as: .failed, at: instant, &tally)
      }
    }
    if plan.routing.isSticky { failFramesUnderWay(at: instant, &tally) }
    servers[server].isOpen = false
    servers[server].isOccupied = false
    refresh(server, at: instant)
  }

  /// The time in which a server's lanes were busy up to `instant`, added up over lanes.
  func busy(server: Int, through instant: Int64) -> Int64 {
    var sum: Int64 = 0
    for lane in servers[server].lanes {
      sum += lanes[lane].busy(through: instant)
    }
    return sum
  }

  /// Frames waiting in all queues.
  var waiting: Int {
    var sum = modelServers.waiting
    for queue in 0..<queues.count { sum += queues.length(of: queue) }
    return sum
  }

  /// Drops what still waits for an instance that never came.
  mutating func abandon(at instant: Int64, _ tally: inout Tally) {
    if rules.hasModelServers {
      for server in 0..<servers.count {
        emptyModelServer(server, as: .dropped, at: instant, &tally)
      }
      return
    }
    for queue in 0..<queues.count {
      while queues.length(of: queue) > 0 {
        let frame = queues.removeOldest(from: queue)
        sources[Int(frame.source)].waiting -= 1
        lose(frame, as: .dropped, at: instant, &tally)
      }
      scheduleDispatch(of: queue, at: instant)
    }
  }
}
