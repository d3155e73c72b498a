import ArgumentParser
import Capacity
import ScenarioFiles

extension CompletionKind {
  /// The architectures of the scenario on the line.
  static let architectures = CompletionKind.custom { words, _, prefix in
    names(on: words).filter { $0.hasPrefix(prefix) }
  }

  private static func names(on words: [String]) -> [String] {
    let files = words.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
    for file in files {
      // A scenario that cannot be read has no names to offer, and this is no place to say why.
      if let scenario = try? ScenarioReader().read(path: file) {
        return scenario.architectures.map(\.name)
      }
    }
    return []
  }
}
