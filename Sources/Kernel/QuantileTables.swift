/// Distributions compiled for the per-frame path: a draw is a look-up and a multiplication.
///
/// Each table holds the quantile function at 1,024 even steps, again at 1,024 steps over each
/// outer 64th, linear between; the outermost 1/4096 at each end is computed exactly. At the
/// coarsest place the interpolation errs by about 2e-4 standard deviations of a normal.
/// Mixtures keep one table a part. Values are nanoseconds.
public struct QuantileTables: ~Copyable, Sendable {
  /// Where one distribution's tables lie.
  public struct Handle: Hashable, Sendable, BitwiseCopyable {
    @usableFromInline var first: Int32
    @usableFromInline var parts: Int32

    /// A handle of no distribution; drawing from it is a mistake.
    public static let none = Handle(first: 0, parts: 0)
  }

  @usableFromInline static var cells: Int { 1024 }
  @usableFromInline static var stride: Int { 3 * (cells + 1) }

  @usableFromInline var values = Slab<Double>(repeating: 0, count: 0)
  /// For each table, the probability up to which (of 2^32) a mixture chooses it.
  @usableFromInline var upTo = Slab<UInt64>(repeating: 0, count: 0)
  /// The same distributions uncompiled, for the ends.
  @usableFromInline var exact: [Distribution] = []

  /// No tables.
  public init() {}

  /// Compiles a distribution of seconds.
  public mutating func add(_ distribution: Distribution) -> Handle {
    let first = exact.count
    let parts = Self.flatten(distribution, weight: 1)
    let total = parts.reduce(0) { $0 + $1.weight }
    var sum = 0.0
    for part in parts {
      sum += part.weight
      upTo.append(UInt64(Elementary.nearestInteger(sum / total * 0x1p32)))
      exact.append(part.distribution)
      appendTable(of: part.distribution)
    }
    return Handle(first: Int32(first), parts: Int32(parts.count))
  }

  private static func flatten(
    _ distribution: Distribution, weight: Double
  ) -> [Distribution.MixturePart] {
    guard case .mixture(let parts) = distribution else {
      return [.init(weight: weight, distribution: distribution)]
    }
    let total = parts.reduce(0) { $0 + $1.weight }
    return parts.flatMap { flatten($0.distribution, weight: weight * $0.weight / total) }
  }

  private mutating func appendTable(of distribution: Distribution) {
    let tiny = 0x1p-33
    for (start, width) in [(0.0, 1.0 / 64), (0.0, 1.0), (63.0 / 64, 1.0 / 64)] {
      for cell in 0...Self.cells {
        let p = start + width * Double(cell) / Double(Self.cells)
        values.append(distribution.draw(min(max(p, tiny), 1 - tiny)) * 1e9)
      }
    }
  }

  /// The value in nanoseconds that 32 random bits stand for.
  public func draw(_ handle: Handle, _ word: UInt32) -> Double {
    drawInside(handle, word) ?? drawOutside(handle, word)
  }

  /// The same for all but a 32nd of the words of a distribution in one part; nil for the others.
  @inlinable @inline(__always)
  public func drawInside(_ handle: Handle, _ word: UInt32) -> Double? {
    let cell = Int(word >> 22)
    guard handle.parts == 1, UInt(bitPattern: cell &- 16) < 992 else { return nil }
    let index = Int(handle.first) &* Self.stride &+ Self.cells &+ 1 &+ cell
    let high = values[index &+ 1]
    let low = values[proven: index]
    return low + (high - low) * (Double(Int32(bitPattern: word & 0x3F_FFFF)) * 0x1p-22)
  }

  private func drawOutside(_ handle: Handle, _ word: UInt32) -> Double {
    precondition(handle.parts > 0, "a handle of a distribution")
    return handle.parts == 1 ? lookAtEnd(Int(handle.first), word) : drawMixture(handle, word)
  }

  private func drawMixture(_ handle: Handle, _ word: UInt32) -> Double {
    var table = Int(handle.first)
    let last = table + Int(handle.parts) - 1
    var below: UInt64 = 0
    while table < last, UInt64(word) >= upTo[table] {
      below = upTo[table]
      table += 1
    }
    let width = Double(Swift.max(upTo[table] - below, 1))
    let share = (Double(UInt64(word) - below) + 0.5) / width
    let part = Handle(first: Int32(table), parts: 1)
    return draw(part, UInt32(Swift.min(share * 0x1p32, 0x1p32 - 1)))
  }

  private func lookAtEnd(_ table: Int, _ word: UInt32) -> Double {
    let isLow = word < 1 << 31
    let inner = isLow ? word : word &- (63 << 26)
    let cell = Int(inner >> 16)
    if isLow ? cell < 16 : cell >= Self.cells - 16 {
      return exact[table].draw((Double(word) + 0.5) * 0x1p-32) * 1e9
    }
    let index = table * Self.stride + (isLow ? 0 : 2 * (Self.cells + 1)) + cell
    let low = values[index]
    return low + (values[index + 1] - low) * (Double(inner & 0xFFFF) * 0x1p-16)
  }
}
