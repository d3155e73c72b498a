/// An instant of simulated time, in whole nanoseconds from the start of the measured span.
///
/// Warm-up lies before zero. The range is about ±292 years; arithmetic past it traps.
@frozen
public struct SimTime: Comparable, Hashable, Sendable, BitwiseCopyable {
  /// Nanoseconds since the start of the measured span; negative during warm-up.
  public var nanoseconds: Int64

  /// The instant `nanoseconds` after the start of the measured span.
  @inlinable public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// The start of the measured span.
  public static let zero = SimTime(nanoseconds: 0)
  /// Later than any instant that a simulation reaches: "never".
  public static let never = SimTime(nanoseconds: .max)

  /// Seconds since the start of the measured span.
  @inlinable public var seconds: Double { Double(nanoseconds) / 1e9 }

  /// Whether `a` comes before `b`.
  @inlinable public static func < (a: SimTime, b: SimTime) -> Bool {
    a.nanoseconds < b.nanoseconds
  }
  /// The instant `d` after `t`.
  @inlinable public static func + (t: SimTime, d: SimDuration) -> SimTime {
    SimTime(nanoseconds: t.nanoseconds + d.nanoseconds)
  }
  /// The instant `d` before `t`.
  @inlinable public static func - (t: SimTime, d: SimDuration) -> SimTime {
    SimTime(nanoseconds: t.nanoseconds - d.nanoseconds)
  }
  /// The time from `b` to `a`; negative when `a` is earlier.
  @inlinable public static func - (a: SimTime, b: SimTime) -> SimDuration {
    SimDuration(nanoseconds: a.nanoseconds - b.nanoseconds)
  }
  /// Moves the instant `d` later.
  @inlinable public static func += (t: inout SimTime, d: SimDuration) { t = t + d }
}
