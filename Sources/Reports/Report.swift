public import Experiments

/// A comparison with all that follows from it, ready to be shown and written.
public struct Report: Sendable {
  /// The results.
  public let comparison: Comparison
  /// What follows from them.
  public let evaluation: Evaluation
  /// The scenario file as it was read.
  public let scenarioText: String
  /// The files that the scenario names, in the order in which they were read.
  public let inputs: [ScenarioInput]
  /// What was changed in it from the command line, `path=value` each, in their order.
  public let overrides: [String]
  /// The version of headroom.
  public let version: String

  /// Evaluates `comparison`, which has at least one architecture.
  public init(
    comparison: Comparison, scenarioText: String, inputs: [ScenarioInput] = [],
    overrides: [String] = [], version: String
  ) {
    self.comparison = comparison
    self.scenarioText = scenarioText
    self.inputs = inputs
    self.overrides = overrides
    self.version = version
    evaluation = Evaluation(comparison)
  }

  /// The answer in a sentence or three, without line breaks.
  public var headline: String { HeadlineWords(self).text }
}

/// A file that a scenario names, such as a trace.
public struct ScenarioInput: Hashable, Sendable {
  /// Its path as the scenario has it, from the scenario's directory.
  public let path: String
  /// What is in it.
  public let text: String

  /// A file that a scenario names.
  public init(path: String, text: String) {
    self.path = path
    self.text = text
  }
}
