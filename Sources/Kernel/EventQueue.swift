/// The pending events of a control plane, earliest first; ties by kind, then by entity.
///
/// A heap with four children a node that moves a hole instead of swapping. Two events with equal
/// time, kind and entity leave in no stated order, so an entity has one of a kind at a time.
public struct EventQueue<Kind: RawRepresentable & BitwiseCopyable>: ~Copyable
where Kind.RawValue == UInt8 {
  /// An event: when, what, to whom.
  public struct Event: BitwiseCopyable {
    /// When.
    public var time: SimTime
    /// What; its raw value is its rank among events of the same instant.
    public var kind: Kind
    /// To whom.
    public var entity: Int

    @usableFromInline init(time: SimTime, kind: Kind, entity: Int) {
      self.time = time
      self.kind = kind
      self.entity = entity
    }

    @inlinable static func precedes(_ a: Event, _ b: Event) -> Bool {
      if a.time != b.time { return a.time < b.time }
      if a.kind.rawValue != b.kind.rawValue { return a.kind.rawValue < b.kind.rawValue }
      return a.entity < b.entity
    }
  }

  @usableFromInline var heap: [Event] = []

  /// No events.
  public init() {}

  /// The number of pending events.
  @inlinable public var count: Int { heap.count }

  /// Adds an event; logarithmic in the number pending.
  @inlinable public mutating func schedule(_ kind: Kind, at time: SimTime, entity: Int) {
    let event = Event(time: time, kind: kind, entity: entity)
    heap.append(event)
    var hole = heap.count - 1
    while hole > 0 {
      let parent = (hole - 1) / 4
      guard Event.precedes(event, heap[parent]) else { break }
      heap[hole] = heap[parent]
      hole = parent
    }
    heap[hole] = event
  }

  /// Takes the earliest event out, or nil.
  @inlinable public mutating func next() -> Event? {
    guard let first = heap.first else { return nil }
    let last = heap.removeLast()
    if !heap.isEmpty { sink(last) }
    return first
  }

  @inlinable mutating func sink(_ event: Event) {
    var hole = 0
    while true {
      let firstChild = 4 * hole + 1
      guard firstChild < heap.count else { break }
      var best = firstChild
      for child
        in (firstChild + 1)..<Swift.max(firstChild + 1, Swift.min(firstChild + 4, heap.count))
      where Event.precedes(heap[child], heap[best]) {
        best = child
      }
      guard Event.precedes(heap[best], event) else { break }
      heap[hole] = heap[best]
      hole = best
    }
    heap[hole] = event
  }
}
