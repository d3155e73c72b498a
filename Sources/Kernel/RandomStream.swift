/// What a random number decides; part of its identity, so that purposes never share numbers.
///
/// Raw values are part of every result: never renumber one, append.
public enum Purpose: UInt8, Sendable {
  /// Gaps between session starts.
  case arrival = 1
  /// How long a session lasts.
  case sessionLength = 2
  /// Where in the period a session's frames fall.
  case phase = 3
  /// How far a capture is off its beat.
  case jitter = 4
  /// The round trip of a frame.
  case network = 5
  /// The time of a batch about its curve.
  case service = 6
  /// The stages of an instance's start.
  case coldStart = 7
  /// How long a spot instance is left to run.
  case upTime = 8
  /// The turns of a burst modulator.
  case burst = 9
  /// A closed-loop client's thinking.
  case think = 10
  /// The two choices of a router.
  case routing = 11
  /// How long a zone's spot market is open and how long closed.
  case marketCycle = 12
  /// When shocks come upon a region, and how long one lasts.
  case regionalShock = 13
  /// Whether a regional shock reaches a zone.
  case shockReach = 14
  /// The share of a zone's instances that a reclaim takes.
  case reclaimShare = 15
  /// Which instances a reclaim takes.
  case reclaimLuck = 16
  /// When an instance crashes and how long it is until another takes its place.
  case failure = 20
  /// Whether an instance is in a zone that fails.
  case outageLuck = 21
  /// Whether an instance is slow.
  case straggler = 22
  /// How long a client waits before it sends again, and what befalls that attempt.
  case retry = 23
  /// Whether a session announces itself before it starts.
  case signal = 24
}

/// One of the universes of random numbers: everything in one replication of one seed.
@frozen
public struct RandomSource: Sendable, BitwiseCopyable {
  @usableFromInline let key: (UInt32, UInt32)
  @usableFromInline let replication: UInt32

  /// The universe of a seed and a replication.
  public init(seed: UInt64, replication: Int) {
    key = (UInt32(truncatingIfNeeded: seed), UInt32(truncatingIfNeeded: seed >> 32))
    self.replication = UInt32(truncatingIfNeeded: replication)
  }

  /// The stream of numbers of one entity for one purpose.
  ///
  /// `group` tells apart kinds of entities that are numbered alike, such as populations (below
  /// 2^24); `entity` is the number within it (below 2^32).
  @inlinable public func stream(_ purpose: Purpose, group: Int, entity: Int) -> RandomStream {
    RandomStream(source: self, purpose: purpose, group: group, entity: entity)
  }

  /// The same stream from the first word of its block `block` on (four words each, below 2^32):
  /// the numbers of the `block`-th thing that befalls an entity, found without those before.
  @inlinable public func stream(
    _ purpose: Purpose, group: Int, entity: Int, block: Int
  ) -> RandomStream {
    var stream = RandomStream(source: self, purpose: purpose, group: group, entity: entity)
    stream.blockNumber = UInt32(truncatingIfNeeded: block)
    return stream
  }
}

/// The endless sequence of random words of one entity for one purpose.
@frozen
public struct RandomStream: Sendable, BitwiseCopyable {
  @usableFromInline let source: RandomSource
  @usableFromInline let tag: UInt32
  @usableFromInline let entity: UInt32
  @usableFromInline var blockNumber: UInt32 = 0
  @usableFromInline var left: UInt32 = 0
  /// The words of the current block that are left, the next one lowest.
  @usableFromInline var low: UInt64 = 0
  @usableFromInline var high: UInt64 = 0

  @inlinable init(source: RandomSource, purpose: Purpose, group: Int, entity: Int) {
    self.source = source
    tag = UInt32(purpose.rawValue) << 24 | UInt32(truncatingIfNeeded: group) & 0xFF_FFFF
    self.entity = UInt32(truncatingIfNeeded: entity)
  }

  /// The numbers of the same entity for another purpose, from the block `block` on (below 2^32).
  @inlinable public func sibling(_ purpose: Purpose, block: UInt32) -> RandomStream {
    var stream = RandomStream(
      source: source, purpose: purpose, group: Int(tag & 0xFF_FFFF), entity: Int(entity))
    stream.blockNumber = block
    return stream
  }

  /// The next 32 random bits; four draws share one Philox block.
  @inlinable @inline(__always) public mutating func next32() -> UInt32 {
    if left == 0 { refill() }
    let word = UInt32(truncatingIfNeeded: low)
    low = low >> 32 | high << 32
    high >>= 32
    left &-= 1
    return word
  }

  /// The next four words, as `next32` would give them one after the other.
  @inlinable @inline(__always)
  public mutating func nextFour() -> (UInt32, UInt32, UInt32, UInt32) {
    guard left == 0 else { return (next32(), next32(), next32(), next32()) }
    let block = Philox.block(
      counter: .init(blockNumber, entity, tag, source.replication), key: source.key)
    blockNumber &+= 1
    return (block.x, block.y, block.z, block.w)
  }

  @usableFromInline mutating func refill() {
    let block = Philox.block(
      counter: .init(blockNumber, entity, tag, source.replication), key: source.key)
    low = UInt64(block.x) | UInt64(block.y) << 32
    high = UInt64(block.z) | UInt64(block.w) << 32
    blockNumber &+= 1
    left = 4
  }

  /// The next uniform number in (0, 1), a multiple of 2^-53 plus half of one.
  @inlinable public mutating func nextUniform() -> Double {
    let first = UInt64(next32())
    let second = UInt64(next32())
    return (Double((first << 32 | second) >> 11) + 0.5) * 0x1p-53
  }
}
