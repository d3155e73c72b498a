import Capacity
import Experiments
import ScenarioFiles

extension Explanation {
  /// Every word there is, by kind; a word that is an error and something else is there twice.
  public static let all: [Explanation] =
    Problem.Slug.allCases.map { Explanation($0.rawValue, .diagnostic, .init($0)) }
    + refusals
    + Warning.Slug.allCases.map { Explanation($0.rawValue, .warning, .init($0)) }
    + checkWarnings
    + Metric.allCases.map { Explanation($0.rawValue, .metric, unit: $0.unit.words, .init($0)) }
    + vocabulary

  /// All that a word means; capitals, and hyphens for underscores, do not matter. Empty when it
  /// means nothing.
  public static func of(_ word: String) -> [Explanation] {
    let plain = plain(word)
    return all.filter { self.plain($0.word) == plain }
  }

  /// The word that was probably meant, or nil.
  public static func suggestion(for word: String) -> String? {
    let words = all.map(\.word)
    let plain = plain(word)
    return Suggestion.nearest(to: word, among: words)
      ?? words.first { self.plain($0).hasPrefix(plain) || plain.hasPrefix(self.plain($0)) }
  }

  private static func plain(_ word: String) -> String {
    String(word.lowercased().map { $0 == "_" ? "-" : $0 })
  }
}

extension Metric.Unit {
  /// The unit in words.
  fileprivate var words: String {
    switch self {
    case .dollars: "dollars"
    case .milliseconds: "milliseconds"
    case .ratio: "a share; 0 to 1 in files, percent on the screen"
    case .count: "a number"
    }
  }
}
