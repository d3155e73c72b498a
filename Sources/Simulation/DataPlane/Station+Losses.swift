import Capacity
import Kernel

extension Station {
  /// Makes room when a stream has as many frames waiting as it may; false if `frame` is lost.
  mutating func makeRoom(
    for frame: Frame, ofStreamIn queue: Int, at instant: Int64, _ tally: inout Tally
  ) -> Bool {
    guard plan.queueing.whenFull == .dropOldest else {
      lose(frame, as: plan.queueing.outcomeWhenFull, at: instant, &tally)
      return false
    }
    if let oldest = queues.removeOldest(of: frame.source, from: queue) {
      forget(oldest, at: instant, &tally)
      return true
    }
    // With a queue for each instance the stream's waiting frames may be at another.
    for other in 0..<queues.count {
      if let oldest = queues.removeOldest(of: frame.source, from: other) {
        forget(oldest, at: instant, &tally)
        scheduleDispatch(of: other, at: instant)
        return true
      }
    }
    return true
  }

  /// Makes room when a queue is full; false if `frame` is lost.
  mutating func makeRoom(
    for frame: Frame, in queue: Int, at instant: Int64, _ tally: inout Tally
  ) -> Bool {
    guard plan.queueing.whenFull == .dropOldest, queues.length(of: queue) > 0 else {
      lose(frame, as: plan.queueing.outcomeWhenFull, at: instant, &tally)
      return false
    }
    forget(queues.removeOldest(from: queue), at: instant, &tally)
    return true
  }

  private mutating func forget(_ frame: Frame, at instant: Int64, _ tally: inout Tally) {
    sources[Int(frame.source)].waiting -= 1
    lose(frame, as: .dropped, at: instant, &tally)
  }

  /// How long a client that was refused waits at least, so that one who does not think cannot ask
  /// without end at one instant: 1 ms.
  static var retryPause: Int64 { 1_000_000 }

  /// Ends a frame without an answer, unless its client sends it again; a closed-loop client learns
  /// of it and goes on.
  mutating func lose(
    _ frame: Frame, as outcome: Outcome, at instant: Int64, _ tally: inout Tally
  ) {
    if rules.hasRetries, outcome.isRetried, retry(frame, at: instant, &tally) { return }
    tally.lose(frame, as: outcome)
    let source = Int(frame.source)
    if sources[source].kind == .client {
      askAgain(source, after: instant + frame.network / 2, atLeast: Self.retryPause)
    }
  }

  /// Lets the clients of a batch ask again once they have their answer.
  mutating func awaitAnswers(lane: Int) {
    let place = lane * rules.maxBatch
    for index in place..<(place + Int(lanes[lane].frames)) {
      let frame = inFlight[index]
      if sources[Int(frame.source)].kind == .client {
        askAgain(Int(frame.source), after: lanes[lane].freeAt + frame.network / 2)
      }
    }
  }

  /// A client has its answer at `instant`, thinks, and sends its next request.
  mutating func askAgain(_ source: Int, after instant: Int64, atLeast pause: Int64 = 1) {
    let traffic = plan.traffic[Int(sources[source].population)]
    let capture = instant + max(pause, sources[source].think(traffic, plan))
    guard capture < sources[source].end else {
      arrivals.set(source, to: .max)
      return
    }
    let arrival = sources[source].depart(at: capture, traffic, plan)
    arrivals.set(source, to: arrival)
  }
}

extension QueueingPlan {
  /// What becomes of a frame that a full queue does not let in.
  var outcomeWhenFull: Outcome {
    switch whenFull {
    case .reject: .rejected
    case .dropNewest, .dropOldest: .dropped
    }
  }
}
