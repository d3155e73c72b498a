import ArgumentParser
import Foundation
import Reports

/// Says what a word means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what an error, a warning, a metric or a word means, and what to do about it.",
    discussion: """
      headroom explain
      headroom explain overloaded
      headroom explain p95_latency
      """)

  @Argument(
    help: "The word; without one, all are listed.",
    completion: .list(Array(Set(Explanation.all.map(\.word))).sorted()))
  var word: String?

  func run() throws {
    let width = min(Console.width(of: STDOUT_FILENO), 100)
    guard let word else {
      Console.output(Explanation.list(width: width))
      return
    }
    let found = Explanation.of(word)
    guard !found.isEmpty else {
      let hint =
        Explanation.suggestion(for: word).map { "did you mean `\($0)`?" }
        ?? "headroom explain lists all words"
      throw Exit(
        Exit.couldNotStart, "error[unknown-name]: nothing is called `\(word)`\n  help: \(hint)\n")
    }
    Console.output(found.map { $0.screen(width: width) }.joined(separator: "\n"))
  }
}
