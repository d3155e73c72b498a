/// The earliest of a set of instants, each under an index: a tournament of their minima.
///
/// Setting one costs the logarithm of the number of indices; the earliest is known at all times.
/// Among equal instants the lowest index wins.
public struct MinTree: ~Copyable {
  /// Node 1 is the root, node i has children 2i and 2i+1, leaf k is node `leaves + k`.
  @usableFromInline var nodes: Slab<Int64>
  @usableFromInline var leaves: Int

  /// A tree for indices below `capacity`, all `never`.
  public init(capacity: Int) {
    leaves = 1
    while leaves < capacity { leaves *= 2 }
    nodes = Slab(repeating: .max, count: 2 * leaves)
  }

  /// The number of indices there is room for.
  @inlinable public var capacity: Int { leaves }

  // Nodes run from 1 to 2·leaves - 1 and the slab has 2·leaves elements, which proves every index
  // below but the caller's own; that one is checked.

  /// The earliest instant in nanoseconds; `Int64.max` when every index is at never.
  @inlinable @inline(__always) public var earliest: Int64 { nodes[proven: 1] }

  /// The lowest index with the earliest instant.
  @inlinable @inline(__always) public var earliestIndex: Int {
    let key = nodes[proven: 1]
    var node = 1
    while node < leaves {
      node = node &+ node
      node = nodes[proven: node] == key ? node : node | 1
    }
    return node &- leaves
  }

  /// The instant at an index.
  @inlinable public subscript(index: Int) -> Int64 { nodes[leaves + index] }

  /// Moves an index to another instant.
  @inlinable @inline(__always) public mutating func set(_ index: Int, to instant: Int64) {
    var node = leaves &+ index
    nodes[node] = instant
    var smallest = instant
    while node > 1 {
      let sibling = nodes[proven: node ^ 1]
      smallest = sibling < smallest ? sibling : smallest
      node >>= 1
      nodes[proven: node] = smallest
    }
  }

  /// Makes room for indices below `capacity`, keeping all instants.
  public mutating func reserve(_ capacity: Int) {
    guard capacity > leaves else { return }
    var bigger = MinTree(capacity: capacity)
    for index in 0..<leaves { bigger.set(index, to: self[index]) }
    self = bigger
  }
}
