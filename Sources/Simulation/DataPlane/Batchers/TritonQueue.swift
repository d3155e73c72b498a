import Capacity
import Kernel

/// The requests of one priority level that wait in Triton's batcher.
struct TritonQueue: Sendable {
  /// A request with the instants that decide about it, in nanoseconds.
  struct Waiting: Sendable {
    var request: TritonBatcher.Request
    /// When it came.
    var arrival: Int64
    /// Its timeout has passed from the nanosecond after this one on; never without one.
    var expiry: Int64
  }

  let policy: TritonBatching.QueuePolicy
  private var unexpired = RequestLine<Waiting>()
  /// Those whose timeout has passed and that are served after all others of the level.
  private var delayed = RequestLine<Waiting>()

  init(_ policy: TritonBatching.QueuePolicy) { self.policy = policy }

  var count: Int { unexpired.count + delayed.count }

  /// Whether requests may be given up here.
  var mayReject: Bool { policy.timeoutAction == .reject && policy.timeout > .zero }

  /// The request at a place in the order of service; the delayed ones have no timeout any more.
  subscript(index: Int) -> Waiting {
    if index < unexpired.count { return unexpired[index] }
    var waiting = delayed[index - unexpired.count]
    waiting.expiry = .max
    return waiting
  }

  /// Lets a request in, or returns false when the queue is full.
  ///
  /// A request's own timeout counts only where the level has one and allows a shorter one: where
  /// the level has none, Triton's comparison with zero leaves the request without any.
  mutating func append(_ request: TritonBatcher.Request, at now: Int64) -> Bool {
    if policy.maxQueue > 0, count >= policy.maxQueue { return false }
    var timeout = policy.timeout
    if policy.allowsOverride, request.timeout > .zero, request.timeout < timeout {
      timeout = request.timeout
    }
    let expiry = timeout > .zero ? now + timeout.nanoseconds : .max
    unexpired.append(Waiting(request: request, arrival: now, expiry: expiry))
    return true
  }

  /// Moves requests whose timeout has passed out of the way of a place in the order of service,
  /// and says whether a request is there then.
  mutating func applyPolicy(
    at index: Int, _ now: Int64, _ expired: inout [TritonBatcher.Request]
  ) -> Bool {
    while index < unexpired.count, now > unexpired[index].expiry {
      let waiting = unexpired.remove(at: index)
      if policy.timeoutAction == .delay {
        delayed.append(waiting)
      } else {
        expired.append(waiting.request)
      }
    }
    return index < count
  }

  /// Gives up all requests whose timeout has passed, where the policy is to reject them.
  mutating func rejectExpired(_ now: Int64, _ expired: inout [TritonBatcher.Request]) {
    guard mayReject else { return }
    var index = 0
    while index < unexpired.count {
      if now > unexpired[index].expiry {
        expired.append(unexpired.remove(at: index).request)
      } else {
        index += 1
      }
    }
  }

  /// Takes the request that is served next; there must be one.
  mutating func removeFirst() -> Waiting {
    unexpired.isEmpty ? delayed.removeFirst() : unexpired.removeFirst()
  }
}
