import Kernel

/// Frames that clients send again: they come from one more source of the station.
extension Station {
  /// Sends a lost frame again if its client does so; whether it did.
  mutating func retry(_ frame: Frame, at instant: Int64, _ tally: inout Tally) -> Bool {
    let source = Int(frame.source)
    let policy = plan.retries[Int(frame.population)]
    guard let again = policy.next(after: frame, of: sources[source].jitter, at: instant, plan)
    else { return false }
    tally.retry(frame)
    send(again)
    return true
  }

  /// Puts a frame under way that is sent again.
  mutating func send(_ frame: Frame) {
    sources[Int(frame.source)].retrying += 1
    retries.add(frame)
    if retries.place == nil {
      retries.place = add(
        FrameSource(
          kind: .retries, population: 0, owner: 0, firstCapture: .max, end: 0, jitter: choices,
          network: choices))
    }
    noteRetries()
  }

  /// Takes the frame that arrives first of those that are sent again.
  mutating func takeRetry() -> Frame {
    let frame = retries.removeFirst()
    sources[Int(frame.source)].retrying -= 1
    noteRetries()
    return frame
  }

  /// Takes what one source is about to send again.
  mutating func takeRetries(of source: Int) -> [Frame] {
    guard sources[source].retrying > 0 else { return [] }
    sources[source].retrying = 0
    let taken = retries.remove { $0 == source }
    noteRetries()
    return taken
  }

  /// Fails what streams that have ended were about to send again.
  mutating func failRetries(_ tally: inout Tally) {
    for frame in retries.remove(where: { sources[$0].hasLeft }) {
      sources[Int(frame.source)].retrying -= 1
      tally.lose(frame, as: .failed)
    }
    noteRetries()
  }

  private mutating func noteRetries() {
    guard let place = retries.place else { return }
    arrivals.set(place, to: retries.due)
  }
}
