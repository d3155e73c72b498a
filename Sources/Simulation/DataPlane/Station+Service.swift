import Capacity
import Kernel

/// Batches: how they form, how long they take, what is counted when they have ended.
extension Station {
  @inline(__always)
  mutating func dispatch(from queue: Int, at instant: Int64, _ tally: inout Tally) {
    let lane = nextLanes[proven: queue].lane
    if lanes[proven: lane].frames > 0 { settle(lane: lane, &tally) }
    let taken = fill(lane: lane, from: queue, at: instant, &tally)
    if taken > 0 {
      start(taken, on: lane, at: instant, &tally)
      noteNextLane(of: queue, after: lane)
    }
    scheduleDispatch(of: queue, at: instant)
  }

  /// Moves the next batch from its queue to a lane and returns its size; it may come to nothing
  /// when all that waits is dropped.
  @inline(__always)
  private mutating func fill(
    lane: Int, from queue: Int, at instant: Int64, _ tally: inout Tally
  ) -> Int {
    let ring = queues.ring(queue)
    let size = batchSize(waiting: ring.count, age: instant &- queues.oldestArrival(in: queue))
    let place = lane &* rules.maxBatch
    var taken = 0
    var looked = 0
    // The first `looked` frames of the queue are in the batch, `taken` of them, or dropped.
    while taken < size, looked < ring.count {
      let frame = queues.frame(ring, looked)
      looked &+= 1
      sources[proven: Int(frame.source)].waiting &-= 1
      if rules.dropsAtDispatch, isStale(frame, at: instant) {
        lose(frame, as: .dropped, at: instant, &tally)
        continue
      }
      inFlight[proven: place &+ taken] = frame
      taken &+= 1
    }
    queues.removeOldest(looked, from: queue)
    return taken
  }

  /// How many of `waiting` frames a free lane takes when the oldest has waited `age`; at least 1.
  @inline(__always)
  private func batchSize(waiting: Int, age: Int64) -> Int {
    guard rules.hasOnePreferred else { return plan.batching.size(waiting: waiting, age: age) }
    let most = min(waiting, rules.maxBatch)
    return age >= rules.maxDelay ? most : waiting >= rules.trigger ? rules.trigger : most
  }

  @inline(__always)
  mutating func start(
    _ frames: Int, on lane: Int, at instant: Int64, _ tally: inout Tally
  ) {
    let server = Int(lanes[proven: lane].server)
    let curve = plan.curves[proven: servers[proven: server].curve]
    let time = batchTime(of: frames, curve, server: server, lane: lane, at: instant)
    lanes[proven: lane].frames = Int32(truncatingIfNeeded: frames)
    lanes[proven: lane].startedAt = instant
    lanes[proven: lane].freeAt = instant &+ time
    lanes[proven: lane].busy &+= time
    tally.dispatch(frames: frames, at: instant, measuredUpTo: curve.measuredUpTo)
    if hasClients { awaitAnswers(lane: lane) }
    if plan.notesWaits { noteWaits(lane: lane, frames, at: instant, &tally) }
  }

  private func noteWaits(lane: Int, _ frames: Int, at instant: Int64, _ tally: inout Tally) {
    var waits: Int64 = 0
    let place = lane * rules.maxBatch
    for index in place..<(place + frames) { waits += instant - inFlight[index].arrival }
    tally.note(waits: waits, of: frames)
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
    let index = curve.firstTime &+ frames &- 1
    let isAlone = servers[proven: server].laneCount == 1
    if isAlone, !curve.varies { return plan.wholeTimes[proven: index] }
    var time = plan.times[proven: index]
    if curve.varies {
      time *= servers[proven: server].variation
      servers[proven: server].varyNext(curve, plan)
    }
    if !isAlone {
      let busy = busyLanes(besides: lane, of: server, at: instant)
      time *= plan.slowdowns[curve.firstSlowdown + busy]
    }
    return DataPlan.whole(time)
  }

  private func busyLanes(besides lane: Int, of server: Int, at instant: Int64) -> Int {
    var busy = 0
    for other in servers[server].lanes
    where other != lane && lanes[other].gpu == lanes[lane].gpu && lanes[other].freeAt > instant {
      busy += 1
    }
    return busy
  }

  /// Counts every batch that has ended by `instant`.
  mutating func settle(through instant: Int64, _ tally: inout Tally) {
    for server in 0..<servers.count where servers[server].isOccupied {
      for lane in servers[server].lanes
      where lanes[lane].frames > 0 && lanes[lane].freeAt <= instant {
        settle(lane: lane, &tally)
      }
    }
  }

  /// Counts the frames of a batch that has ended.
  @inline(never)
  mutating func settle(lane: Int, _ tally: inout Tally) {
    let startedAt = lanes[proven: lane].startedAt
    let service = lanes[proven: lane].freeAt &- startedAt
    var place = lane &* rules.maxBatch
    let end = place &+ Int(lanes[proven: lane].frames)
    // Frames before `place` are counted; each turn counts the next ones of one population.
    let attributes = tally.attributesUse
    while place < end {
      let first = place
      let population = Int(inFlight[proven: place].population)
      let deadline = plan.traffic[proven: population].deadline
      var answers = Tally.Answers()
      repeat {
        let frame = inFlight[proven: place]
        if Int(frame.population) != population { break }
        tally.answer(
          frame, wait: startedAt &- frame.arrival, service: service, deadline: deadline, &answers)
        place &+= 1
      } while place < end
      tally.add(answers, service: service, population: population)
      if attributes { noteUse(of: first..<place, on: lane, by: population, &tally) }
    }
    lanes[proven: lane].frames = 0
  }

  /// Notes the lane time that frames of one population had of their batch, by the frame: parts of
  /// a batch add up to its time.
  private func noteUse(
    of places: Range<Int>, on lane: Int, by population: Int, _ tally: inout Tally
  ) {
    let first = lane * rules.maxBatch
    let frames = Int64(lanes[lane].frames)
    let time = lanes[lane].freeAt - lanes[lane].startedAt
    func share(before place: Int) -> Int64 {
      Int64(Int128(time) * Int128(place - first) / Int128(frames))
    }
    tally.use(
      share(before: places.upperBound) - share(before: places.lowerBound), by: population,
      pool: plan.curves[servers[Int(lanes[lane].server)].curve].pool, from: lanes[lane].startedAt)
  }
}
