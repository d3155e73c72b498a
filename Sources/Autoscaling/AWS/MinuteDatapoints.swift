public import Kernel

/// Samples averaged into CloudWatch's datapoints: one for each whole minute that has passed.
///
/// Minutes are counted from time zero; a sample on the minute belongs to the one that begins. A
/// minute without a sample is a missing datapoint, nil.
public struct MinuteDatapoints: Hashable, Sendable {
  private static let minute: Int64 = 60_000_000_000
  /// As many as the longest alarm looks at; of a longer silence no more are told.
  private static let longest: Int64 = 64

  /// Datapoints of minutes that are over and have not been cleared, oldest first.
  public private(set) var closed: [Double?] = []
  /// The minute that is being filled, or nil before the first look or sample.
  private var current: Int64?
  private var sum = 0.0
  private var count = 0

  /// No samples yet.
  public init() {}

  /// Adds a sample to its minute; one without a value only shows that time has passed.
  public mutating func take(_ sample: MetricSample) {
    close(at: sample.time)
    guard let value = sample.value else { return }
    sum += value
    count += 1
  }

  /// Closes the minutes that are over at `now`.
  public mutating func close(at now: SimTime) {
    let minute = Self.minute(of: now)
    guard let first = current, first < minute else {
      if current == nil { current = minute }
      return
    }
    closed.append(count > 0 ? sum / Double(count) : nil)
    for _ in 0..<Swift.min(minute - first - 1, Self.longest) { closed.append(nil) }
    sum = 0
    count = 0
    current = minute
  }

  /// Forgets the datapoints that are closed, once they have been read.
  public mutating func clear() { closed.removeAll(keepingCapacity: true) }

  /// Rounded down, also before time zero.
  private static func minute(of time: SimTime) -> Int64 {
    let quotient = time.nanoseconds / minute
    return time.nanoseconds % minute < 0 ? quotient - 1 : quotient
  }
}
