/// An amount of data or memory, in bytes.
@frozen
public struct Bytes: Comparable, Hashable, Sendable, BitwiseCopyable {
  /// The number of bytes; not negative.
  public var count: Int64

  /// An amount of `count` bytes.
  @inlinable public init(_ count: Int64) { self.count = count }

  /// Whether `a` is less than `b`.
  @inlinable public static func < (a: Bytes, b: Bytes) -> Bool { a.count < b.count }
}

/// A rate of transfer, in bits per second, as network links are sold.
@frozen
public struct Bandwidth: Comparable, Hashable, Sendable, BitwiseCopyable {
  /// Bits per second; positive.
  public var bitsPerSecond: Double

  /// A rate of `bitsPerSecond`.
  @inlinable public init(bitsPerSecond: Double) { self.bitsPerSecond = bitsPerSecond }

  /// Whether `a` is slower than `b`.
  @inlinable public static func < (a: Bandwidth, b: Bandwidth) -> Bool {
    a.bitsPerSecond < b.bitsPerSecond
  }

  /// How long `size` takes at this rate.
  @inlinable public func transferTime(of size: Bytes) -> SimDuration {
    SimDuration(seconds: Double(size.count) * 8 / bitsPerSecond)
  }
}
