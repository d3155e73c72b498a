import Capacity
public import Experiments

/// A tolerance as the command line has it.
public enum ToleranceText {
  /// Why a text is not a tolerance.
  public struct Problem: Error, Hashable, Sendable {
    /// What is wrong and what is expected.
    public let text: String
  }

  /// Reads `metric=5%` and sets it.
  ///
  /// The number is a share of the baseline for costs, times and counts, percentage points for
  /// metrics that are shares themselves; from 0 to 1000.
  public static func read(
    _ text: String, into tolerances: inout CheckTolerances
  ) throws(Problem) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw Problem(text: "`\(text)` is not a tolerance; write metric=5%, as in p99_latency=5%")
    }
    guard let metric = Metric(rawValue: String(parts[0])) else {
      throw Problem(text: "`\(parts[0])` is not a metric; \(suggestion(for: parts[0]))")
    }
    guard metric.lowerIsBetter != nil else {
      throw Problem(text: "neither more nor less of `\(metric.rawValue)` is worse")
    }
    guard parts[1].hasSuffix("%"), let number = decimal(parts[1].dropLast()), number <= 1000 else {
      throw Problem(text: "`\(parts[1])` is not a tolerance from 0% to 1000%, such as 5%")
    }
    tolerances.set(
      CheckTolerance(amount: number / 100, isRelative: metric.unit != .ratio), for: metric)
  }

  /// The metrics that have the word in their names, eight at most, or the usual ones.
  private static func suggestion(for word: Substring) -> String {
    let names = Metric.allCases.map(\.rawValue)
    let near = word.isEmpty ? [] : names.filter { $0.contains(word) }.prefix(8).map { "`\($0)`" }
    return near.isEmpty
      ? "the usual ones are `cost`, `p99_latency` and `late_or_dropped`"
      : "did you mean \(near.joined(separator: ", "))?"
  }

  /// Digits with at most one point.
  private static func decimal(_ text: Substring) -> Double? {
    guard let first = text.first, first.isASCII, first.isNumber,
      text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == ".") })
    else { return nil }
    return Double(text)
  }
}
