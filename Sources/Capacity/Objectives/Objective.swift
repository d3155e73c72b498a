/// A limit that a summary figure must hold.
public struct Objective: Hashable, Sendable {
  /// Which side of the limit is allowed.
  public enum Direction: String, Hashable, Sendable {
    /// The figure must be at most the limit.
    case atMost = "<="
    /// The figure must be at least the limit.
    case atLeast = ">="
  }

  /// The figure.
  public var metric: Metric
  /// Which side is allowed.
  public var direction: Direction
  /// The limit, in the metric's unit.
  public var limit: Double
  /// The limit as the scenario writes it, such as `150ms`.
  public var limitText: String

  /// A limit on a figure.
  public init(metric: Metric, direction: Direction, limit: Double, limitText: String) {
    self.metric = metric
    self.direction = direction
    self.limit = limit
    self.limitText = limitText
  }

  /// Whether a value of the metric is on the allowed side; the limit itself is.
  public func isKept(by value: Double) -> Bool {
    switch direction {
    case .atMost: value <= limit
    case .atLeast: value >= limit
    }
  }
}
