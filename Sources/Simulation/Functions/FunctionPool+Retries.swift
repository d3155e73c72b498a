import Capacity
import Kernel

/// Requests that are turned away, and sent again by their clients.
extension FunctionPool {
  /// Turns a request away; its client sends it again, or learns that it came to nothing.
  mutating func reject(_ frame: Frame, at instant: Int64, _ tally: inout Tally) {
    if plan.hasRetries, retry(frame, at: instant, &tally) { return }
    tally.lose(frame, as: .rejected)
    answerClient(of: frame, after: instant, atLeast: Station.retryPause)
  }

  private mutating func retry(_ frame: Frame, at instant: Int64, _ tally: inout Tally) -> Bool {
    let policy = plan.retries[Int(frame.population)]
    let sender = sources[Int(frame.source)].jitter
    guard let again = policy.next(after: frame, of: sender, at: instant, plan) else { return false }
    tally.retry(frame)
    retries.add(again)
    let place = retries.place ?? addRetrySource()
    arrivals.set(place, to: retries.due)
    return true
  }

  private mutating func addRetrySource() -> Int {
    let silence = random.stream(.jitter, group: 0, entity: 0)
    let place = add(
      FrameSource(
        kind: .retries, population: 0, owner: 0, firstCapture: .max, end: 0, jitter: silence,
        network: silence))
    retries.place = place
    return place
  }

  /// Takes the request that arrives first of those that are sent again, as a source's.
  mutating func takeRetry(of source: Int) -> Frame {
    let frame = retries.removeFirst()
    arrivals.set(source, to: retries.due)
    return frame
  }

  /// What decides how long a request takes: that of the population's n-th request is the same in
  /// every serverless pool, whatever is sent again meanwhile.
  @inline(__always)
  mutating func luck(of frame: Frame) -> UInt32 {
    if frame.retries > 0 { return RetryPlan.luck(of: frame, sources[Int(frame.source)].jitter) }
    return lucks[Int(frame.population)].next32()
  }
}
