import Kernel

/// The queues of a station: rings of waiting frames, oldest first, in one run of memory.
///
/// A queue's number must be below `count`; the station's queues are never removed, which proves
/// every index below.
struct WaitQueues: ~Copyable {
  /// One queue's part of the memory: `mask + 1` places from `first` on, a power of two.
  struct Ring: BitwiseCopyable {
    var first: Int
    var mask: Int
    /// The oldest frame is at `head & mask`, the next after it.
    var head = 0
    var count = 0

    /// The place of the frame that came `index` frames after the oldest.
    @inline(__always)
    func place(_ index: Int) -> Int { first &+ ((head &+ index) & mask) }
  }

  private var frames = Slab<Frame>(repeating: .none, count: 0)
  private var rings = Slab<Ring>(repeating: Ring(first: 0, mask: 0), count: 0)

  private static let firstCapacity = 8

  /// The number of queues.
  var count: Int { rings.count }

  /// Adds an empty queue and returns its number.
  mutating func addQueue() -> Int {
    rings.append(Ring(first: newMemory(Self.firstCapacity), mask: Self.firstCapacity - 1))
    return rings.count - 1
  }

  private mutating func newMemory(_ places: Int) -> Int {
    let first = frames.count
    for _ in 0..<places { frames.append(.none) }
    return first
  }

  /// The number of frames waiting in a queue.
  @inline(__always)
  func length(of queue: Int) -> Int { rings[proven: queue].count }

  /// When the oldest frame of a queue arrived; without one, some instant.
  @inline(__always)
  func oldestArrival(in queue: Int) -> Int64 {
    frames[proven: rings[proven: queue].place(0)].arrival
  }

  /// Adds a frame at the end of a queue; amortised constant time.
  @inline(__always)
  mutating func append(_ frame: Frame, to queue: Int) {
    if rings[proven: queue].count > rings[proven: queue].mask { enlarge(queue) }
    let ring = rings[proven: queue]
    frames[proven: ring.place(ring.count)] = frame
    rings[proven: queue].count = ring.count &+ 1
  }

  /// Moves a full queue to twice the memory. What it leaves behind is lost: in all, at most as
  /// much as it then has.
  @inline(never)
  private mutating func enlarge(_ queue: Int) {
    let old = rings[queue]
    let bigger = Ring(first: newMemory(2 * (old.mask + 1)), mask: 2 * old.mask + 1)
    for index in 0..<old.count { frames[bigger.first + index] = frames[old.place(index)] }
    rings[queue] = bigger
    rings[queue].count = old.count
  }

  /// Takes the oldest frame out of a queue, which must not be empty.
  @inline(__always)
  mutating func removeOldest(from queue: Int) -> Frame {
    assert(rings[queue].count > 0, "a frame that waits")
    let frame = frames[proven: rings[proven: queue].place(0)]
    rings[proven: queue].head &+= 1
    rings[proven: queue].count &-= 1
    return frame
  }

  /// A queue's ring as it is now.
  @inline(__always)
  func ring(_ queue: Int) -> Ring { rings[proven: queue] }

  /// The frame that came `index` frames after the oldest of a ring; there must be so many.
  @inline(__always)
  func frame(_ ring: Ring, _ index: Int) -> Frame { frames[proven: ring.place(index)] }

  /// Takes the oldest frames out of a queue, which must have so many.
  @inline(__always)
  mutating func removeOldest(_ count: Int, from queue: Int) {
    assert(rings[queue].count >= count, "frames that wait")
    rings[proven: queue].head &+= count
    rings[proven: queue].count &-= count
  }

  /// Takes the oldest frame of one source out of a queue, or nil if it has none there; linear in
  /// the frames that are older.
  mutating func removeOldest(of source: Int32, from queue: Int) -> Frame? {
    let ring = rings[queue]
    var index = 0
    while index < ring.count, frames[ring.place(index)].source != source { index += 1 }
    guard index < ring.count else { return nil }
    let frame = frames[ring.place(index)]
    // The older frames move up by one place.
    while index > 0 {
      frames[ring.place(index)] = frames[ring.place(index - 1)]
      index -= 1
    }
    _ = removeOldest(from: queue)
    return frame
  }
}
