/// The counter-based generator Philox4x32-10: 128 random bits for each 128-bit counter.
///
/// Salmon, Moraes, Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3", SC 2011.
/// A block is a pure function of key and counter, so any draw can be made without the others.
public enum Philox {
  /// Four 32-bit words: a counter, or the random block that it gives.
  @frozen
  public struct Block: Hashable, Sendable, BitwiseCopyable {
    /// The words, least significant first.
    public var x: UInt32, y: UInt32, z: UInt32, w: UInt32

    /// A block of four words.
    @inlinable public init(_ x: UInt32, _ y: UInt32, _ z: UInt32, _ w: UInt32) {
      self.x = x
      self.y = y
      self.z = z
      self.w = w
    }
  }

  /// The random block of `counter` under a 64-bit key, low word first.
  @inlinable public static func block(counter: Block, key: (UInt32, UInt32)) -> Block {
    var c = counter
    var k = key
    for _ in 0..<10 {
      let first = UInt64(c.x) &* 0xD251_1F53
      let second = UInt64(c.z) &* 0xCD9E_8D57
      c = Block(
        UInt32(truncatingIfNeeded: second >> 32) ^ c.y ^ k.0,
        UInt32(truncatingIfNeeded: second),
        UInt32(truncatingIfNeeded: first >> 32) ^ c.w ^ k.1,
        UInt32(truncatingIfNeeded: first))
      k.0 = k.0 &+ 0x9E37_79B9
      k.1 = k.1 &+ 0xBB67_AE85
    }
    return c
  }
}
