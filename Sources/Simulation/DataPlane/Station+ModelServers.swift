import Kernel

/// A station whose servers have a model server's own batcher in the place of a queue.
///
/// At one instant arrivals come before everything else, then the servers in the order of their
/// places; Triton looks at each arrival by itself, the others at all of an instant together. A
/// batch goes to the free lane that has been free longest, the lowest among equals.
extension Station {
  /// Lets everything happen that happens before `horizon`.
  mutating func advanceModelServers(to horizon: Int64, _ tally: inout Tally) {
    // Between two turns every instant before the earlier of the two is settled.
    while true {
      let due = arrivals.earliest
      let ready = dispatches.earliest
      if ready < due {
        if ready >= horizon { break }
        serve(dispatches.earliestIndex, at: ready, &tally)
      } else {
        if due >= horizon { break }
        let frame = takeFrame(from: arrivals.earliestIndex, at: due)
        tally.offer(frame)
        admitToServer(frame, at: due, &tally)
      }
    }
    now = max(now, horizon)
  }

  /// With a batcher for each server, queue n belongs to server n.
  private mutating func admitToServer(
    _ frame: Frame, at instant: Int64, _ tally: inout Tally
  ) {
    guard !isRefused(frame), let plan = plan.modelServer, let server = route(at: instant),
      modelServers.enqueue(frame, at: server, instant, plan)
    else {
      lose(frame, as: .rejected, at: instant, &tally)
      return
    }
    sources[Int(frame.source)].waiting += 1
    if modelServers.looksAtEachArrival {
      startBatches(server, at: instant, &tally)
    }
    scheduleModelServer(server)
  }

  private mutating func serve(_ server: Int, at instant: Int64, _ tally: inout Tally) {
    for lane in servers[server].lanes where lanes[lane].taken > 0 && lanes[lane].freeAt <= instant {
      let frames = Int(lanes[lane].taken)
      // A control event at this instant may have counted the batch already.
      if lanes[lane].frames > 0 { settle(lane: lane, &tally) }
      lanes[lane].taken = 0
      modelServers.release(server, frames: frames, at: instant)
    }
    startBatches(server, at: instant, &tally)
    scheduleModelServer(server)
  }

  private mutating func startBatches(_ server: Int, at instant: Int64, _ tally: inout Tally) {
    while true {
      let hasStarted = modelServers.startBatch(server, at: instant)
      for index in modelServers.expired.indices {
        let frame = modelServers.expired[index]
        sources[Int(frame.source)].waiting -= 1
        lose(frame, as: .dropped, at: instant, &tally)
      }
      guard hasStarted else { return }
      startBatch(on: freeLane(of: server), at: instant, &tally)
    }
  }

  private mutating func startBatch(on lane: Int, at instant: Int64, _ tally: inout Tally) {
    let count = modelServers.batch.count
    let place = lane * rules.maxBatch
    for index in 0..<count {
      let frame = modelServers.batch[index]
      sources[Int(frame.source)].waiting -= 1
      inFlight[place + index] = frame
    }
    lanes[lane].taken = Int32(count)
    start(count, on: lane, at: instant, &tally)
  }

  private func freeLane(of server: Int) -> Int {
    var best: Int?
    for lane in servers[server].lanes where lanes[lane].taken == 0 {
      if let leader = best, lanes[lane].freeAt >= lanes[leader].freeAt { continue }
      best = lane
    }
    guard let best else { preconditionFailure("a batcher starts a batch only on a free lane") }
    return best
  }

  /// Notes when a server next has something to do.
  mutating func scheduleModelServer(_ server: Int) {
    var next = servers[server].isOccupied ? modelServers.nextLook(of: server) : .max
    for lane in servers[server].lanes where lanes[lane].taken > 0 {
      next = min(next, lanes[lane].freeAt)
    }
    dispatches.set(servers[server].queue, to: next)
  }

  /// Loses all that waits at a server and frees its lanes.
  mutating func emptyModelServer(
    _ server: Int, as outcome: Outcome, at instant: Int64, _ tally: inout Tally
  ) {
    for frame in modelServers.takeFrames(at: server) {
      sources[Int(frame.source)].waiting -= 1
      lose(frame, as: outcome, at: instant, &tally)
    }
    for lane in servers[server].lanes { lanes[lane].taken = 0 }
  }
}
