public import Capacity

/// Whether a figure is worse than its baseline by more than its tolerance.
public struct CheckRegression: Sendable {
  /// Which figure.
  public let metric: Metric
  /// How it differs; nil when no replications can be compared.
  public let change: BaselineChange?
  /// Whether more of it is worse.
  public let moreIsWorse: Bool
  /// The change for the worse that is let pass, not negative; relative if the change is.
  public let tolerance: Double
  /// Fails only when the whole interval is beyond the tolerance.
  public let verdict: Verdict
  /// Why it is open; nil when it is settled.
  public let doubt: ObjectiveResult.Doubt?
  /// About how many replications of both runs would settle it.
  public let replicationsToSettle: Int?

  /// Judges a change; `known` is what speaks against the figure itself.
  init(
    _ metric: Metric, change: BaselineChange?, moreIsWorse: Bool, tolerance: CheckTolerance,
    doubt known: ObjectiveResult.Doubt?
  ) {
    self.metric = metric
    self.change = change
    self.moreIsWorse = moreIsWorse
    // A share of nothing is nothing: of a baseline of 0 no change for the worse passes.
    let isShareOfNothing = tolerance.isRelative && change?.isRelative == false
    self.tolerance = isShareOfNothing ? 0 : tolerance.amount
    guard let change, known == nil, let low = change.low, let high = change.high else {
      verdict = .unsettled
      doubt = known ?? (change == nil ? .noSample : .noInterval)
      replicationsToSettle = nil
      return
    }
    let best = moreIsWorse ? low : -high
    let worst = moreIsWorse ? high : -low
    // A change of exactly the tolerance passes, whatever the last bits of a quotient say.
    let bound = self.tolerance + 1e-12 * max(1, change.isRelative ? 1 : change.was.magnitude)
    verdict = worst <= bound ? .holds : best > bound ? .fails : .unsettled
    doubt = verdict == .unsettled ? .intervalSpansLimit : nil
    let limit = moreIsWorse ? self.tolerance : -self.tolerance
    replicationsToSettle = verdict == .unsettled ? change.replications(toSettle: limit) : nil
  }

  /// Whether the whole interval is on the better side of the baseline.
  public var isBetter: Bool {
    guard doubt == nil, let low = change?.low, let high = change?.high else { return false }
    return moreIsWorse ? high < 0 : low > 0
  }

  /// Whether it surely differs from the baseline, or its verdict is not that it holds.
  public var isChanged: Bool {
    guard verdict == .holds, let low = change?.low, let high = change?.high else { return true }
    return low > 0 || high < 0
  }
}
