import Kernel

/// The queues of a station: lists of waiting frames, oldest first, in one pool of memory.
struct WaitQueues: ~Copyable {
  struct Node: BitwiseCopyable {
    var frame: Frame
    var next: Int32
  }

  struct List: BitwiseCopyable {
    var head: Int32 = -1
    var tail: Int32 = -1
    var count: Int = 0
  }

  private var nodes = Slab<Node>(repeating: WaitQueues.vacant, count: 0)
  private var free: Int32 = -1
  private var lists = Slab<List>(repeating: List(), count: 0)

  private static let vacant = Node(
    frame: Frame(arrival: 0, network: 0, source: 0, population: 0, isCounted: false), next: -1)

  /// The number of queues.
  var count: Int { lists.count }

  /// Adds an empty queue and returns its number.
  mutating func addQueue() -> Int {
    lists.append(List())
    return lists.count - 1
  }

  /// The number of frames waiting in a queue.
  @inline(__always)
  func length(of queue: Int) -> Int { lists[queue].count }

  /// When the oldest frame of a queue arrived; the queue must not be empty.
  @inline(__always)
  func oldestArrival(in queue: Int) -> Int64 { nodes[Int(lists[queue].head)].frame.arrival }

  /// Adds a frame at the end of a queue.
  @inline(__always)
  mutating func append(_ frame: Frame, to queue: Int) {
    let node = allocate(frame)
    let tail = lists[queue].tail
    if tail < 0 {
      lists[queue].head = node
    } else {
      nodes[Int(tail)].next = node
    }
    lists[queue].tail = node
    lists[queue].count &+= 1
  }

  /// Takes the oldest frame out of a queue, which must not be empty.
  @inline(__always)
  mutating func removeOldest(from queue: Int) -> Frame {
    let node = lists[queue].head
    let frame = nodes[Int(node)].frame
    let next = nodes[Int(node)].next
    lists[queue].head = next
    if next < 0 { lists[queue].tail = -1 }
    lists[queue].count &-= 1
    release(node)
    return frame
  }

  /// Takes the oldest frame of one source out of a queue, or nil if it has none there.
  mutating func removeOldest(of source: Int32, from queue: Int) -> Frame? {
    var previous: Int32 = -1
    var node = lists[queue].head
    while node >= 0, nodes[Int(node)].frame.source != source {
      previous = node
      node = nodes[Int(node)].next
    }
    guard node >= 0 else { return nil }
    if previous < 0 { return removeOldest(from: queue) }
    let frame = nodes[Int(node)].frame
    nodes[Int(previous)].next = nodes[Int(node)].next
    if lists[queue].tail == node { lists[queue].tail = previous }
    lists[queue].count -= 1
    release(node)
    return frame
  }

  @inline(__always)
  private mutating func allocate(_ frame: Frame) -> Int32 {
    let node = free
    guard node >= 0 else {
      nodes.append(Node(frame: frame, next: -1))
      return Int32(truncatingIfNeeded: nodes.count - 1)
    }
    free = nodes[Int(node)].next
    nodes[Int(node)] = Node(frame: frame, next: -1)
    return node
  }

  @inline(__always)
  private mutating func release(_ node: Int32) {
    nodes[Int(node)].next = free
    free = node
  }
}
