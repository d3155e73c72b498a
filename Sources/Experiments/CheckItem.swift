import Capacity
public import Statistics

/// An objective with the figure that it was held against.
public struct CheckObjective: Sendable {
  /// What was asked, and what became of it.
  public let result: ObjectiveResult
  /// The figure with its interval; nil without a sample.
  public let interval: StudentInterval?
  /// Whether the figure may be shown: a percentile of too few frames may not.
  public let isShown: Bool
  /// The baseline's mean, in the metric's unit; nil without one.
  public let was: Double?
}

/// One thing that is checked.
public enum CheckItem: Sendable {
  /// The architecture cannot serve what it is offered; this is an item only when it is so.
  case overload(Overload)
  /// A limit of the scenario.
  case objective(CheckObjective)
  /// A figure against its baseline.
  case regression(CheckRegression)

  /// What became of it.
  public var verdict: Verdict {
    switch self {
    case .overload: .fails
    case .objective(let objective): objective.result.verdict
    case .regression(let regression): regression.verdict
    }
  }

  /// Whether it weighs more than another of the same verdict: overload before objectives,
  /// objectives before regressions, then what is further beyond its limit or nearer to it.
  public func outweighs(_ other: CheckItem) -> Bool {
    (rank, excess) > (other.rank, other.excess)
  }

  /// Overload before objectives, objectives before regressions.
  private var rank: Int {
    switch self {
    case .overload: 2
    case .objective: 1
    case .regression: 0
    }
  }

  /// How far the mean is beyond the limit, relative to the limit; negative within it.
  private var excess: Double {
    switch self {
    case .overload: return 0
    case .objective(let checked):
      let asked = checked.result.objective
      guard let mean = checked.interval?.mean else { return -.infinity }
      let beyond = asked.direction == .atMost ? mean - asked.limit : asked.limit - mean
      return beyond / max(asked.limit.magnitude, 1e-9)
    case .regression(let checked):
      guard let mean = checked.change?.mean else { return -.infinity }
      return ((checked.moreIsWorse ? mean : -mean) - checked.tolerance)
        / max(checked.tolerance, 1e-9)
    }
  }
}
