/// How a candidate differs from a baseline under the same users, replication by replication.
public struct PairedComparison: Hashable, Sendable {
  /// Candidate minus baseline, one for each replication that both have.
  public let differences: [Double]
  /// The mean difference and its interval.
  public let interval: StudentInterval
  /// The width of `interval` over that of the same difference of unpaired samples; below 1 when
  /// pairing helps. Nil without an interval, or when neither side varies.
  public let narrowing: Double?

  /// The values of the two in the same replications, in the same order; nil of none.
  public init?(baseline: [Double], candidate: [Double], level: Double = 0.95) {
    precondition(baseline.count == candidate.count, "a comparison needs pairs")
    differences = zip(baseline, candidate).map { $1 - $0 }
    guard let interval = StudentInterval(differences, level: level) else { return nil }
    self.interval = interval
    narrowing = Self.narrowing(of: interval, baseline, candidate)
  }

  /// The paired standard error over that of independent samples, sqrt((s1² + s2²)/n).
  private static func narrowing(
    of interval: StudentInterval, _ baseline: [Double], _ candidate: [Double]
  ) -> Double? {
    guard interval.count > 1, let a = StudentInterval(baseline), let b = StudentInterval(candidate)
    else { return nil }
    let variance =
      a.standardDeviation * a.standardDeviation + b.standardDeviation * b.standardDeviation
    return variance > 0 ? interval.standardDeviation / variance.squareRoot() : nil
  }

  /// The probability that the candidate's mean is lower than the baseline's, by Student's t.
  ///
  /// Without spread it is 0, 1, or 0.5 when nothing differs. One pair that differs says nothing
  /// about the next: nil.
  public var probabilityLower: Double? {
    let mean = interval.mean
    if mean == 0 { return 0.5 }
    guard interval.count > 1 else { return nil }
    guard interval.standardDeviation > 0 else { return mean < 0 ? 1 : 0 }
    let error = interval.standardDeviation / Double(interval.count).squareRoot()
    return StudentT.cumulative(-mean / error, degreesOfFreedom: interval.count - 1)
  }

  /// The probability that the candidate's mean is the better one.
  public func probabilityBetter(lowerIsBetter: Bool) -> Double? {
    probabilityLower.map { lowerIsBetter ? $0 : 1 - $0 }
  }

  /// Whether the interval leaves open which of the two has the lower mean.
  ///
  /// True also when nothing differs; nil without an interval.
  public var isIndistinguishable: Bool? {
    guard let low = interval.low, let high = interval.high else { return nil }
    return low <= 0 && high >= 0
  }
}
