/// How a frame ends; each ends exactly once.
public enum Outcome: Int, Hashable, Sendable, CaseIterable {
  /// Answered within its deadline.
  case served
  /// Answered after its deadline.
  case late
  /// Taken out of a queue or not let in, for lack of room or time.
  case dropped
  /// Refused at once: no instance, or a full queue that rejects.
  case rejected
  /// Lost with the instance that held it.
  case failed

  /// Whether its client knows at once that the frame came to nothing, and may send it again.
  var isRetried: Bool { self == .rejected || self == .failed }

  /// The name in files.
  public var name: String {
    switch self {
    case .served: "served"
    case .late: "late"
    case .dropped: "dropped"
    case .rejected: "rejected"
    case .failed: "failed"
    }
  }
}

/// A count for each outcome.
public struct OutcomeCounts: Hashable, Sendable {
  private var values: (Int64, Int64, Int64, Int64, Int64) = (0, 0, 0, 0, 0)

  /// All zero.
  public init() {}

  /// The number of frames that ended so.
  @inlinable public subscript(outcome: Outcome) -> Int64 {
    get { value(outcome) }
    set { set(outcome, newValue) }
  }

  @usableFromInline func value(_ outcome: Outcome) -> Int64 {
    switch outcome {
    case .served: values.0
    case .late: values.1
    case .dropped: values.2
    case .rejected: values.3
    case .failed: values.4
    }
  }

  @usableFromInline mutating func set(_ outcome: Outcome, _ value: Int64) {
    switch outcome {
    case .served: values.0 = value
    case .late: values.1 = value
    case .dropped: values.2 = value
    case .rejected: values.3 = value
    case .failed: values.4 = value
    }
  }

  /// The number of frames over all outcomes.
  public var total: Int64 { values.0 + values.1 + values.2 + values.3 + values.4 }

  /// The sum, outcome by outcome.
  public static func + (a: OutcomeCounts, b: OutcomeCounts) -> OutcomeCounts {
    var sum = a
    for outcome in Outcome.allCases { sum[outcome] += b[outcome] }
    return sum
  }

  /// The difference, outcome by outcome.
  public static func - (a: OutcomeCounts, b: OutcomeCounts) -> OutcomeCounts {
    var difference = a
    for outcome in Outcome.allCases { difference[outcome] -= b[outcome] }
    return difference
  }

  /// Whether all counts are equal.
  public static func == (a: OutcomeCounts, b: OutcomeCounts) -> Bool {
    a.values == b.values
  }

  /// Feeds the counts.
  public func hash(into hasher: inout Hasher) {
    for outcome in Outcome.allCases { hasher.combine(self[outcome]) }
  }
}
