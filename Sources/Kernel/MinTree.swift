/// The earliest of a set of instants, each under an index: a tournament of their minima.
///
/// Setting one costs the logarithm of the number of indices; the earliest is known at all times.
/// Among equal instants the lowest index wins.
public struct MinTree: ~Copyable {
  /// An instant and the index that it is under.
  @frozen
  @usableFromInline struct Entry: BitwiseCopyable {
    @usableFromInline var instant: Int64
    @usableFromInline var index: Int

    @inlinable init(instant: Int64, index: Int) {
      self.instant = instant
      self.index = index
    }
  }

  /// Each node holds the winner below it: node 1 is the root, node i has children 2i and 2i+1,
  /// leaf k is node `leaves + k`. `winner` is the root once more, at hand.
  @usableFromInline var nodes: Slab<Entry>
  @usableFromInline var leaves: Int
  @usableFromInline var winner: Entry

  /// A tree for indices below `capacity`, all `never`.
  public init(capacity: Int) {
    leaves = 1
    while leaves < capacity { leaves *= 2 }
    winner = Entry(instant: .max, index: 0)
    nodes = Slab(repeating: winner, count: 2 * leaves)
    for leaf in 0..<leaves { nodes[leaves + leaf].index = leaf }
    for node in (1..<leaves).reversed() { nodes[node] = nodes[2 * node] }
  }

  /// The number of indices there is room for.
  @inlinable public var capacity: Int { leaves }

  /// The earliest instant in nanoseconds; `Int64.max` when every index is at never.
  @inlinable @inline(__always) public var earliest: Int64 { winner.instant }

  /// The lowest index with the earliest instant.
  @inlinable @inline(__always) public var earliestIndex: Int { winner.index }

  /// The instant at an index.
  @inlinable public subscript(index: Int) -> Int64 { nodes[leaves + index].instant }

  /// Moves an index below `capacity` to another instant.
  @inlinable @inline(__always) public mutating func set(_ index: Int, to instant: Int64) {
    precondition(index >= 0 && index < leaves, "an index below the capacity")
    set(proven: index, to: instant)
  }

  /// Moves an index that the caller's invariant proves to be below `capacity`.
  @inlinable @inline(__always) public mutating func set(proven index: Int, to instant: Int64) {
    var node = leaves &+ index
    var best = Entry(instant: instant, index: index)
    nodes[proven: node] = best
    // Nodes run from 1 to 2·leaves - 1 and the slab has 2·leaves elements: `node` starts within
    // and only becomes smaller, and `node ^ 1` has the same parent.
    while node > 1 {
      let rival = nodes[proven: node ^ 1]
      let isEqual = rival.instant == best.instant && rival.index < best.index
      let rivalWins = rival.instant < best.instant || isEqual
      best.instant = rivalWins ? rival.instant : best.instant
      best.index = rivalWins ? rival.index : best.index
      node >>= 1
      nodes[proven: node] = best
    }
    winner = best
  }

  /// Makes room for indices below `capacity`, keeping all instants.
  public mutating func reserve(_ capacity: Int) {
    guard capacity > leaves else { return }
    var bigger = MinTree(capacity: capacity)
    for index in 0..<leaves { bigger.set(index, to: self[index]) }
    self = bigger
  }
}
