import ArgumentParser
import Foundation

/// The command. Results go to standard output, everything else to standard error.
@main
struct Headroom: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "headroom",
    abstract: "What a GPU fleet will cost, and who will wait.",
    discussion: """
      START   headroom init avatar             a commented scenario, ready to run
              headroom compare avatar.yaml     simulate each architecture, say which
              headroom run avatar.yaml --only NAME   one architecture in detail
              headroom check avatar.yaml       exit 1 if an objective fails (for CI)
      SHOW    headroom report DIR              draw report.html again from its files
              headroom plot DIR --chart day    one picture for a slide, SVG or PNG
      DATA    headroom validate avatar.yaml    only read it, report every problem
              headroom catalog [WORD]          built-in GPUs, prices, models, starts
              headroom calibrate bench.csv     fit measurements, print the YAML
              headroom replay policies.yaml observed.csv   what would they have done?
      HELP    headroom explain WORD            what a word means, and what to do
              headroom schema | completions    for your editor and your shell
      """,
    version: Product.version,
    subcommands: [
      CompareCommand.self, RunCommand.self, CheckCommand.self, ValidateCommand.self,
      InitCommand.self, CatalogCommand.self, CalibrateCommand.self, ReplayCommand.self,
      ReportCommand.self, PlotCommand.self,
      ExplainCommand.self, SchemaCommand.self, CompletionsCommand.self,
    ])

  static func main() async {
    CrashHandler.install()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch let stop as Exit {
      if !stop.message.isEmpty { Console.error(stop.message) }
      Foundation.exit(stop.code)
    } catch {
      finish(error)
    }
  }

  /// Help and version are results; everything else that the parser throws is exit status 2.
  private static func finish(_ error: any Error) -> Never {
    if let word = CommandLine.arguments.dropFirst().first, let hint = Self.suggestion(for: word) {
      Console.error(hint)
      Foundation.exit(2)
    }
    if let begin = Self.beginning(CommandLine.arguments) {
      Console.error(begin)
      Foundation.exit(2)
    }
    let message = fullMessage(for: error)
    if exitCode(for: error) == .success {
      Console.output(message + "\n" + HelpEnd.text(after: CommandLine.arguments))
      Foundation.exit(0)
    }
    Console.error(message + "\n")
    Foundation.exit(2)
  }
}

extension Headroom {
  /// What to say to a word that is no command; a guess is offered, never taken.
  private static func suggestion(for word: String) -> String? {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard !word.hasPrefix("-"), word != "help", !names.contains(word) else { return nil }
    let close = names.filter { $0.hasPrefix(word) || distance(word, $0) <= 2 }
    let hint =
      close.isEmpty
      ? "it knows \(names.joined(separator: ", "))"
      : "did you mean `headroom \(close.joined(separator: "` or `headroom "))`?"
    return "error[command]: `\(word)` is not a command of headroom\n  help: \(hint)\n"
  }

  /// What to say to a command alone that needs more: its sentence, one example, where help is.
  private static func beginning(_ arguments: [String]) -> String? {
    guard arguments.count == 2,
      let command = configuration.subcommands.first(where: {
        $0.configuration.commandName == arguments[1]
      })
    else { return nil }
    let about = command.configuration
    let example = about.discussion.split(separator: "\n").first.map { "  \($0)\n" } ?? ""
    return "\(about.abstract)\n\(example)More: headroom \(arguments[1]) --help\n"
  }

  /// How many letters must be changed, added or removed (Levenshtein).
  static func distance(_ a: String, _ b: String) -> Int {
    let b = Array(b)
    var row = Array(0...b.count)
    for (i, letter) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == b[j] ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}

/// What the product calls itself in files and on the screen.
enum Product {
  static let version = "0.1.0"
}

/// The end of the command with a status, and a last word on standard error.
struct Exit: Error {
  /// Could not start: arguments, scenario, data or output.
  static let couldNotStart: Int32 = 2
  /// A bug of ours.
  static let bug: Int32 = 70
  /// Stopped by Ctrl-C.
  static let interrupted: Int32 = 130

  var code: Int32
  var message: String

  init(_ code: Int32, _ message: String = "") {
    self.code = code
    self.message = message
  }
}
