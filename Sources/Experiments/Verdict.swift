public import Capacity
import Statistics

/// Whether an objective is met, as far as the replications can say.
public enum Verdict: String, Hashable, Sendable {
  /// The whole interval is within the limit.
  case holds
  /// The whole interval is beyond the limit.
  case fails
  /// Neither is known.
  case unsettled

  /// All of several: fails when one does, holds only when all do.
  public static func all(_ verdicts: some Sequence<Verdict>) -> Verdict {
    var result = Verdict.holds
    for verdict in verdicts {
      if verdict == .fails { return .fails }
      if verdict == .unsettled { result = .unsettled }
    }
    return result
  }
}

/// What became of one objective under one architecture.
public struct ObjectiveResult: Hashable, Sendable {
  /// Why an objective is open.
  public enum Doubt: String, Hashable, Sendable {
    /// The interval spans the limit.
    case intervalSpansLimit = "interval-spans-limit"
    /// There is one replication, so there is no interval.
    case noInterval = "no-interval"
    /// No replication has a value.
    case noSample = "no-sample"
    /// Fewer than 100 samples lie beyond the percentile.
    case tooFewSamples = "too-few-samples"
    /// More than a tenth of the batches lie outside the measured service curve.
    case beyondCurve = "beyond-curve"
    /// The span is too short to stand for a month.
    case shortHorizon = "short-horizon"
  }

  /// What was asked.
  public let objective: Objective
  /// Whether it is met.
  public let verdict: Verdict
  /// Why it is open; nil when it is settled.
  public let doubt: Doubt?
  /// About how many replications would settle it; nil when it is settled or no number would.
  public let replicationsToSettle: Int?

  /// Judges `summary` against `objective`; `doubt` is what is known against the figure itself.
  init(_ objective: Objective, of summary: MetricSummary?, doubt known: Doubt?) {
    self.objective = objective
    guard let interval = summary?.interval, known == nil else {
      verdict = .unsettled
      doubt = known ?? .noSample
      replicationsToSettle = nil
      return
    }
    guard let low = interval.low, let high = interval.high else {
      verdict = .unsettled
      doubt = .noInterval
      replicationsToSettle = nil
      return
    }
    verdict = Self.verdict(objective, low: low, high: high)
    doubt = verdict == .unsettled ? .intervalSpansLimit : nil
    replicationsToSettle =
      verdict == .unsettled ? interval.replications(toSettle: objective.limit) : nil
  }

  private static func verdict(_ objective: Objective, low: Double, high: Double) -> Verdict {
    switch objective.direction {
    case .atMost:
      if high <= objective.limit { return .holds }
      return low > objective.limit ? .fails : .unsettled
    case .atLeast:
      if low >= objective.limit { return .holds }
      return high < objective.limit ? .fails : .unsettled
    }
  }
}
