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
}

/// The endless sequence of random words of one entity for one purpose.
@frozen
public struct RandomStream: Sendable, BitwiseCopyable {
  @usableFromInline let source: RandomSource
  @usableFromInline let tag: UInt32
  @usableFromInline let entity: UInt32
  @usableFromInline var blockNumber: UInt32 = 0
  @usableFromInline var left: UInt32 = 0
  @usableFromInline var buffer = Philox.Block(0, 0, 0, 0)

  @inlinable init(source: RandomSource, purpose: Purpose, group: Int, entity: Int) {
    self.source = source
    tag = UInt32(purpose.rawValue) << 24 | UInt32(truncatingIfNeeded: group) & 0xFF_FFFF
    self.entity = UInt32(truncatingIfNeeded: entity)
  }

  /// The next 32 random bits; four draws share one Philox block.
  @inlinable public mutating func next32() -> UInt32 {
    if left == 0 {
      buffer = Philox.block(
        counter: .init(blockNumber, entity, tag, source.replication), key: source.key)
      blockNumber &+= 1
      left = 4
    }
    let word = buffer.x
    buffer = Philox.Block(buffer.y, buffer.z, buffer.w, 0)
    left &-= 1
    return word
  }

  /// The next uniform number in (0, 1), a multiple of 2^-53 plus half of one.
  @inlinable public mutating func nextUniform() -> Double {
    let high = UInt64(next32())
    let low = UInt64(next32())
    return (Double((high << 32 | low) >> 11) + 0.5) * 0x1p-53
  }
}
