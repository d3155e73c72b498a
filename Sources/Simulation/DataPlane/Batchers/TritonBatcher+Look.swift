import Capacity
import Kernel

/// How the batcher chooses which waiting requests to send.
extension TritonBatcher {
  /// How far the batcher has looked.
  private struct Cursor {
    var level = 0
    /// The place within the level.
    var index = 0
    /// The requests passed, and their items.
    var count = 0
    var items = 0
    /// When the oldest of them came, and when the first of them passes its timeout.
    var oldest: Int64 = .max
    var closestExpiry: Int64 = .max

    mutating func pass(_ waiting: TritonQueue.Waiting) {
      index += 1
      count += 1
      items += waiting.request.items
      oldest = min(oldest, waiting.arrival)
      closestExpiry = min(closestExpiry, waiting.expiry)
    }
  }

  /// What the batcher found.
  private struct Finding {
    var passed = Cursor()
    /// The requests up to the mark, and their items; no items are no mark.
    var marked = (requests: 0, items: 0)
    /// Whether a request came that the batch cannot take.
    var isStopped = false
    /// Whether it is of another shape.
    var isOtherShape = false
  }

  /// Looks at the queue once, with a slot to fill; false when there is nothing to do at present.
  mutating func look(_ now: Int64) -> Bool {
    if isSaturated || !settings.growsWaiting { isOpen = false }
    isSaturated = false
    let found = find(now)
    let passed = found.passed
    defer { if found.isOtherShape, isOpen { payloads.last.isSealed = true } }
    let delay = settings.maxDelay.nanoseconds
    let isOverdue = delay > 0 && passed.count > 0 && now - passed.oldest >= delay
    if found.marked.items > 0, !isOverdue {
      if delay == 0 { isSaturated = true }
      return send(found.marked.requests)
    }
    // A batch that is saturated without a request for it makes way for another one.
    guard passed.count > 0 else { return isSaturated }
    let size = (isOpen ? payloads.last.items : 0) + passed.items
    if found.isStopped || size >= largestPreferred {
      isSaturated = true
      return send(passed.count)
    }
    // A batch formed ahead that is not of a preferred size takes what comes at once.
    let takesMore = isOpen && !isSaturated && !isPreferred[payloads.last.items]
    if isOverdue || delay == 0 || takesMore { return send(passed.count) }
    // Looking on the last instant of a timeout would find it not yet passed.
    let expiry = passed.closestExpiry == .max ? .max : passed.closestExpiry + 1
    nextLook = SimTime(nanoseconds: min(passed.oldest + delay, expiry))
    return false
  }

  /// Goes over the waiting requests in the order of service.
  private mutating func find(_ now: Int64) -> Finding {
    var found = Finding()
    let base = isOpen ? payloads.last.items : 0
    var shape = isOpen ? payloads.last.shape : nil
    // The requests before the cursor are within the batch that would be sent.
    while settle(&found.passed, now) {
      let waiting = levels[found.passed.level][found.passed.index]
      let size = base + found.passed.items + waiting.request.items
      if base > 0 || found.passed.count > 0 {
        if size > largestPreferred, found.marked.items == 0 {
          found.marked = (found.passed.count, found.passed.items)
          isSaturated = true
        }
        found.isStopped = size > settings.max
        if !found.isStopped, shape != waiting.request.shape {
          found.isStopped = true
          found.isOtherShape = true
        }
        if found.isStopped { break }
      } else {
        shape = waiting.request.shape
      }
      found.passed.pass(waiting)
      if isPreferred[size] { found.marked = (found.passed.count, found.passed.items) }
    }
    return found
  }

  /// Moves the cursor to the next request that goes into a batch; false at the end.
  private mutating func settle(_ cursor: inout Cursor, _ now: Int64) -> Bool {
    while !levels[cursor.level].applyPolicy(at: cursor.index, now, &expired) {
      guard cursor.level + 1 < levels.count else { return false }
      cursor.level += 1
      cursor.index = 0
    }
    return true
  }
  /// Moves the first requests into the youngest batch, or a new one.
  private mutating func send(_ requests: Int) -> Bool {
    if !isOpen { payloads.appendEmpty() }
    isOpen = true
    var level = 0
    for _ in 0..<requests {
      while levels[level].count == 0 { level += 1 }
      payloads.last.append(levels[level].removeFirst())
    }
    return true
  }
}
