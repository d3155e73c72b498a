import ArgumentParser
import Foundation
import Reports

/// Says what a word means.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a word means, and what to do about it.",
    discussion: """
      headroom explain
      headroom explain overloaded
      headroom explain p95_latency
      headroom explain within tolerance
      """)

  @Argument(
    help: "The word, or several that belong together; without one, all are listed.",
    completion: .list(Explanation.all.map(\.word).filter { !$0.contains(" ") }.sorted()))
  var words: [String] = []

  func run() throws {
    let width = min(Console.width(of: STDOUT_FILENO), 80)
    guard !words.isEmpty else {
      Console.output(Explanation.list(width: width))
      return
    }
    let word = words.joined(separator: " ")
    let found = Explanation.of(word)
    guard !found.isEmpty else {
      let close = Explanation.suggestions(for: word).map { "`\($0)`" }
      let hint =
        close.isEmpty
        ? "headroom explain lists all words" : "did you mean \(close.joined(separator: ", "))?"
      throw Exit(
        Exit.couldNotStart, "error[unknown-name]: nothing is called `\(word)`\n  help: \(hint)\n")
    }
    Console.output(found.map { $0.screen(width: width) }.joined(separator: "\n"))
  }
}
