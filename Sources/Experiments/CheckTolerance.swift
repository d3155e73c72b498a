public import Capacity

/// How much worse than its baseline a figure may be.
public struct CheckTolerance: Hashable, Sendable {
  /// The change for the worse that is let pass; not negative. A share of the baseline's mean when
  /// relative, else in the metric's unit.
  public var amount: Double
  /// Whether it is a share of the baseline's mean.
  public var isRelative: Bool

  /// A tolerance.
  public init(amount: Double, isRelative: Bool) {
    self.amount = amount
    self.isRelative = isRelative
  }

  /// What is let pass unless a call says otherwise: 2% of a cost, 5% of a latency or a count, 0.1
  /// points of a share of frames, 1 point of any other share.
  public static func standard(for metric: Metric) -> CheckTolerance {
    switch metric.unit {
    case .dollars: CheckTolerance(amount: 0.02, isRelative: true)
    case .milliseconds, .count: CheckTolerance(amount: 0.05, isRelative: true)
    case .ratio: CheckTolerance(amount: ofFrames(metric) ? 0.001 : 0.01, isRelative: false)
    }
  }

  private static func ofFrames(_ metric: Metric) -> Bool {
    [.lateOrDropped, .late, .dropped, .rejected, .failed].contains(metric)
  }
}

/// The tolerances of one call.
public struct CheckTolerances: Sendable {
  /// What the call says, a metric once, in its order.
  public private(set) var stated: [(metric: Metric, tolerance: CheckTolerance)] = []

  /// The standard ones.
  public init() {}

  /// Changes the tolerance of a metric; a later change of the same metric counts.
  public mutating func set(_ tolerance: CheckTolerance, for metric: Metric) {
    stated.removeAll { $0.metric == metric }
    stated.append((metric, tolerance))
  }

  /// The tolerance of a metric. What is said of a cost by the month holds for the cost of the
  /// span, and the other way round: their relative changes are the same.
  public subscript(metric: Metric) -> CheckTolerance {
    let twin: Metric? =
      switch metric {
      case .cost: .costPerMonth
      case .costPerMonth: .cost
      default: nil
      }
    let said = stated.first { $0.metric == metric } ?? stated.first { $0.metric == twin }
    return said?.tolerance ?? .standard(for: metric)
  }
}
