public import Capacity
public import Kernel

/// One Ray Serve replica with a method under `@serve.batch`.
///
/// A pure state machine: requests come by `enqueue`, places to run by `release`; after the last
/// request of an instant, after each release, and at `nextLook`, call `startBatch` until it
/// returns false. One loop collects: a batch begins when the loop takes its first request and is
/// closed when it is full or when the wait is over; what is queued already joins at once. The loop
/// goes on while batches run: a closed batch waits for a place and does not grow, so a wait of zero
/// makes batches of one as long as requests come one by one, however slow the model is.
///
/// Requests beyond the replica's limit wait before it, as in the handle of the caller; here each
/// replica has its own line of them.
///
/// Source: ray-project/ray 2.60.0 (`python/ray/serve/batching.py`, `_BatchQueue`).
public struct RayServeBatcher: Sendable {
  private let settings: RayServeBatching
  /// Places where a closed batch can run.
  private var free: Int
  /// Requests within the replica.
  private var ongoing = 0
  private var outside = RequestLine<Int>()
  private var queue = RequestLine<Int>()
  /// A batch that is complete and waits for a place.
  private struct Closed { var requests: Int; var at: SimTime }

  /// The requests of the closed batches, one batch after the other.
  private var closed = RequestLine<Int>()
  private var closedBatches = RequestLine<Closed>()
  /// How many requests the batch has that is being collected; they are the first of the queue.
  private var collected = 0
  private var closing = SimTime.never
  /// When it has something to do if nothing happens before.
  public private(set) var nextLook = SimTime.never
  /// The requests of the batch that was started last, by the caller's numbers.
  public private(set) var batch: [Int] = []
  /// When the batch that was started last was closed.
  public private(set) var closedAt = SimTime.never

  /// A replica that may run batches at `places` places, at least one, and by its setting.
  public init(_ settings: RayServeBatching, places: Int) {
    precondition(places > 0 && settings.max > 0, "a replica has a place to run and a batch size")
    self.settings = settings
    free = min(places, settings.maxConcurrent)
  }

  /// The number of requests that wait, closed batches included.
  public var waiting: Int { outside.count + queue.count + closed.count }

  /// Lets a request in.
  public mutating func enqueue(_ request: Int, at now: SimTime) {
    outside.append(request)
    enter(now)
  }

  /// A batch of so many requests has finished.
  public mutating func release(requests: Int, at now: SimTime) {
    free += 1
    ongoing -= requests
    enter(now)
  }

  /// Lets requests into the replica as far as its limit goes.
  private mutating func enter(_ now: SimTime) {
    while ongoing < settings.maxOngoing, !outside.isEmpty {
      queue.append(outside.removeFirst())
      ongoing += 1
      nextLook = now
    }
  }

  /// Does what is due; true if `batch` now runs.
  public mutating func startBatch(at now: SimTime) -> Bool {
    collect(now)
    guard free > 0, !closedBatches.isEmpty else { return false }
    free -= 1
    let next = closedBatches.removeFirst()
    closedAt = next.at
    batch.removeAll(keepingCapacity: true)
    for _ in 0..<next.requests { batch.append(closed.removeFirst()) }
    return true
  }

  private mutating func collect(_ now: SimTime) {
    nextLook = .never
    while !queue.isEmpty {
      if collected == 0 { closing = now + settings.wait }
      collected = min(queue.count, settings.max)
      guard collected == settings.max || now >= closing else {
        nextLook = closing
        return
      }
      for _ in 0..<collected { closed.append(queue.removeFirst()) }
      closedBatches.append(Closed(requests: collected, at: now))
      collected = 0
    }
  }
}
