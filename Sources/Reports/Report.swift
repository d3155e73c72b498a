public import Experiments

/// A comparison with all that follows from it, ready to be shown and written.
public struct Report: Sendable {
  /// The results.
  public let comparison: Comparison
  /// What follows from them.
  public let evaluation: Evaluation
  /// The scenario file as it was read.
  public let scenarioText: String
  /// What was changed in it from the command line, `path=value` each, in their order.
  public let overrides: [String]
  /// The version of headroom.
  public let version: String

  /// Evaluates `comparison`, which has at least one architecture.
  public init(
    comparison: Comparison, scenarioText: String, overrides: [String] = [], version: String
  ) {
    self.comparison = comparison
    self.scenarioText = scenarioText
    self.overrides = overrides
    self.version = version
    evaluation = Evaluation(comparison)
  }

  /// The answer in a sentence or three, without line breaks.
  public var headline: String { HeadlineWords(self).text }
}
