import Kernel

extension FunctionPool {
  /// Adds all the requests of an open-loop population.
  mutating func addRequests(_ requests: RequestSource, _ source: FrameSource) {
    let number = self.requests.count
    let place = add(source)
    sources[place].owner = Int32(number)
    self.requests.append(requests)
    self.requests[number].begin(as: place, plan)
    arrivals.set(place, to: self.requests[number].due)
  }

  /// Adds a closed-loop client that begins by thinking.
  mutating func addClient(_ source: FrameSource, at instant: Int64) {
    askAgain(add(source), after: instant)
  }

  mutating func add(_ source: FrameSource) -> Int {
    let place = sources.count
    sources.append(source)
    sources[place].place = Int32(place)
    arrivals.reserve(place + 1)
    return place
  }

  /// Takes the pending request of a source, which then sends the next.
  @inline(__always)
  mutating func takeRequest(from source: Int, at instant: Int64) -> Frame {
    if sources[proven: source].kind == .client {
      arrivals.set(source, to: .max)
      return sources[proven: source].arriving(at: instant)
    }
    if sources[proven: source].kind == .retries { return takeRetry(of: source) }
    let place = Int(sources[proven: source].owner)
    let frame = requests[place].next(plan)
    arrivals.set(proven: source, to: requests[place].due)
    return frame
  }

  /// A client has its answer at `instant`, thinks, and sends its next request.
  mutating func askAgain(_ source: Int, after instant: Int64, atLeast pause: Int64 = 1) {
    let traffic = plan.traffic[Int(sources[source].population)]
    let capture = instant + max(pause, sources[source].think(traffic, plan))
    guard capture < sources[source].end else { return arrivals.set(source, to: .max) }
    arrivals.set(source, to: sources[source].depart(at: capture, traffic, plan))
  }

  /// Lets a closed-loop client go on after `instant`; others do not mind.
  @inline(__always)
  mutating func answerClient(of frame: Frame, after instant: Int64, atLeast pause: Int64 = 1) {
    guard sources[proven: Int(frame.source)].kind == .client else { return }
    askAgain(Int(frame.source), after: instant + frame.network / 2, atLeast: pause)
  }
}
