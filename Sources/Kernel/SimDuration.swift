/// A length of simulated time, in whole nanoseconds. May be negative as a difference.
@frozen
public struct SimDuration: Comparable, Hashable, Sendable, BitwiseCopyable {
  /// The length in nanoseconds.
  public var nanoseconds: Int64

  /// A length of `nanoseconds`.
  @inlinable public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// A length of `seconds`, rounded to the nearest nanosecond.
  ///
  /// Lengths past ±2^63 ns (292 years) are clamped; `seconds` must not be NaN.
  @inlinable public init(seconds: Double) {
    let ns = seconds * 1e9
    if ns >= 9.2e18 {
      nanoseconds = .max / 4
    } else if ns <= -9.2e18 {
      nanoseconds = .min / 4
    } else {
      nanoseconds = Elementary.nearestInteger(ns)
    }
  }

  /// No time.
  public static let zero = SimDuration(nanoseconds: 0)

  /// `n` nanoseconds.
  @inlinable public static func nanoseconds(_ n: Int64) -> SimDuration {
    SimDuration(nanoseconds: n)
  }
  /// `n` microseconds.
  @inlinable public static func microseconds(_ n: Int64) -> SimDuration {
    SimDuration(nanoseconds: n * 1_000)
  }
  /// `n` milliseconds.
  @inlinable public static func milliseconds(_ n: Int64) -> SimDuration {
    SimDuration(nanoseconds: n * 1_000_000)
  }
  /// `n` seconds.
  @inlinable public static func seconds(_ n: Int64) -> SimDuration {
    SimDuration(nanoseconds: n * 1_000_000_000)
  }
  /// `n` minutes.
  @inlinable public static func minutes(_ n: Int64) -> SimDuration { .seconds(n * 60) }
  /// `n` hours.
  @inlinable public static func hours(_ n: Int64) -> SimDuration { .seconds(n * 3_600) }
  /// `n` days of 24 hours.
  @inlinable public static func days(_ n: Int64) -> SimDuration { .hours(n * 24) }

  /// The length in seconds.
  @inlinable public var seconds: Double { Double(nanoseconds) / 1e9 }
  /// The length in milliseconds.
  @inlinable public var milliseconds: Double { Double(nanoseconds) / 1e6 }
  /// The length in hours.
  @inlinable public var hours: Double { Double(nanoseconds) / 3.6e12 }

  /// Whether `a` is shorter than `b`.
  @inlinable public static func < (a: SimDuration, b: SimDuration) -> Bool {
    a.nanoseconds < b.nanoseconds
  }
  /// The two lengths one after the other.
  @inlinable public static func + (a: SimDuration, b: SimDuration) -> SimDuration {
    SimDuration(nanoseconds: a.nanoseconds + b.nanoseconds)
  }
  /// By how much `a` is longer than `b`.
  @inlinable public static func - (a: SimDuration, b: SimDuration) -> SimDuration {
    SimDuration(nanoseconds: a.nanoseconds - b.nanoseconds)
  }
  /// `n` times the length.
  @inlinable public static func * (d: SimDuration, n: Int64) -> SimDuration {
    SimDuration(nanoseconds: d.nanoseconds * n)
  }
  /// Lengthens by `b`.
  @inlinable public static func += (a: inout SimDuration, b: SimDuration) { a = a + b }
  /// Shortens by `b`.
  @inlinable public static func -= (a: inout SimDuration, b: SimDuration) { a = a - b }
}
