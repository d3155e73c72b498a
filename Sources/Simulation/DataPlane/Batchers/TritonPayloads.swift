/// The batches that wait for an instance of Triton's model, oldest first: a ring of places that
/// are used again.
struct TritonPayloads: Sendable {
  private var places: [TritonPayload]
  private var head = 0
  private(set) var count = 0

  /// Room for `capacity` batches.
  init(capacity: Int) {
    places = Array(repeating: TritonPayload(), count: capacity)
  }

  /// The oldest; there must be one.
  var first: TritonPayload {
    _read { yield places[head] }
  }

  /// The youngest; there must be one.
  var last: TritonPayload {
    _read { yield places[place(count - 1)] }
    _modify { yield &places[place(count - 1)] }
  }

  /// Adds an empty batch; there must be room.
  mutating func appendEmpty() {
    precondition(count < places.count, "a batch is formed only while there is a slot for it")
    count += 1
    last.clear()
  }

  mutating func removeFirst() {
    head = place(1)
    count -= 1
  }

  mutating func removeAll() {
    head = 0
    count = 0
  }

  private func place(_ index: Int) -> Int {
    let place = head + index
    return place < places.count ? place : place - places.count
  }
}
