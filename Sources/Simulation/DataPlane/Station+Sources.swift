import Kernel

/// A stream on its way from one station to another.
struct MovingStream {
  var source: FrameSource
  /// When its pending frame arrives.
  var due: Int64
  /// What it is about to send again.
  var retries: [Frame]
}

extension Station {
  /// Whether closed-loop clients send here.
  var hasClients: Bool { clientCount > 0 }

  /// Lets a stream send here and returns its place. Its next frame is put under way, unless one
  /// already is from where it was before.
  mutating func add(_ source: FrameSource) -> Int {
    let place = vacantSource(source)
    sources[place] = source
    sources[place].waiting = 0
    sources[place].retrying = 0
    sources[place].hasLeft = false
    sources[place].place = Int32(place)
    return place
  }

  /// Adds a stream whose first frame is not yet under way.
  mutating func addStream(_ source: FrameSource) -> Int {
    let place = add(source)
    arrivals.set(place, to: sources[place].sendFirst(plan, at: now))
    return place
  }

  /// Adds a stream that comes from another station with a frame under way.
  mutating func resumeStream(_ stream: MovingStream) -> Int {
    let place = add(stream.source)
    arrivals.set(place, to: stream.due)
    for frame in stream.retries { send(frame.sent(by: Int32(place))) }
    return place
  }

  /// Adds a closed-loop client that begins by thinking.
  mutating func addClient(_ source: FrameSource, at instant: Int64) {
    clientCount += 1
    askAgain(add(source), after: instant)
  }

  /// Adds all the requests of an open-loop population.
  mutating func addRequests(_ requests: RequestSource, _ source: FrameSource) {
    let number = self.requests.count
    let place = add(source)
    sources[place].owner = Int32(number)
    self.requests.append(requests)
    self.requests[number].begin(as: place, plan)
    arrivals.set(place, to: self.requests[number].due)
  }

  /// Lets a stream end: it captures no more, and what is under way still arrives.
  mutating func endStream(_ place: Int) {
    sources[place].hasLeft = true
    leaving.append(place)
  }

  /// Fails the frames under way of streams that have ended; nothing is left to serve them.
  mutating func failFramesUnderWay(at instant: Int64, _ tally: inout Tally) {
    for place in 0..<sources.count where sources[place].hasLeft {
      while arrivals[place] != .max {
        let frame = sources[place].arriving(at: arrivals[place])
        arrivals.set(place, to: sources[place].sendNext(plan))
        tally.offer(frame)
        tally.lose(frame, as: .failed)
      }
    }
    if rules.hasRetries { failRetries(&tally) }
  }

  /// Takes a stream away, with all that it has under way.
  mutating func takeStream(_ place: Int) -> MovingStream {
    let taken = MovingStream(
      source: sources[place], due: arrivals[place], retries: takeRetries(of: place))
    arrivals.set(place, to: .max)
    sources[place].hasLeft = true
    leaving.append(place)
    return taken
  }

  /// A place that no source holds and no waiting frame names.
  private mutating func vacantSource(_ blank: FrameSource) -> Int {
    leaving.removeAll { place in
      guard sources[place].waiting == 0, sources[place].retrying == 0, arrivals[place] == .max
      else { return false }
      freeSources.append(place)
      return true
    }
    if let place = freeSources.popLast() { return place }
    sources.append(blank)
    arrivals.reserve(sources.count)
    return sources.count - 1
  }
}
