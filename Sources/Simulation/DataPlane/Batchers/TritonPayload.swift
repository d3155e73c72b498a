/// A batch that Triton's batcher has formed and that waits for an instance.
struct TritonPayload: Sendable {
  private(set) var requests: [TritonBatcher.Request] = []
  /// Items of all its requests.
  private(set) var items = 0
  /// When the oldest of its requests came, in nanoseconds.
  private(set) var oldest: Int64 = .max
  /// Whether it is not put together with another one: a request of another shape came after it.
  var isSealed = false

  /// The shape of all its requests, or nil when it is empty.
  var shape: Int? { requests.first?.shape }

  mutating func append(_ waiting: TritonQueue.Waiting) {
    requests.append(waiting.request)
    items += waiting.request.items
    oldest = min(oldest, waiting.arrival)
  }

  /// Makes it an empty one.
  mutating func clear() {
    requests.removeAll(keepingCapacity: true)
    items = 0
    oldest = .max
    isSealed = false
  }
}
