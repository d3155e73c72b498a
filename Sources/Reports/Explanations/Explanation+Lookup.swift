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
    + categories + decisions + reasons + vocabulary

  /// All that a word means; capitals, and hyphens or blanks for underscores, do not matter. Empty
  /// when it means nothing.
  public static func of(_ word: String) -> [Explanation] {
    let plain = plain(word)
    return all.filter { self.plain($0.word) == plain }
  }

  /// The words that were probably meant, the nearest first; at most five.
  public static func suggestions(for word: String) -> [String] {
    let plain = plain(word)
    guard plain.count > 1 else { return [] }
    var words: [String] = []
    for word in all.map(\.word) where !words.contains(word) { words.append(word) }
    let nearest = Suggestion.nearest(to: word, among: words).map { [$0] } ?? []
    let parts = words.filter { candidate in
      let other = self.plain(candidate)
      return other.hasPrefix(plain) || plain.hasPrefix(other) && other.count > 2
    }
    let within = words.filter { plain.count > 2 && self.plain($0).contains(plain) }
    var found: [String] = []
    for word in nearest + parts + within where !found.contains(word) { found.append(word) }
    return Array(found.prefix(5))
  }

  private static func plain(_ word: String) -> String {
    String(word.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
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
