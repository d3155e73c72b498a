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
      DATA    headroom validate avatar.yaml    only read it, report every problem
              headroom catalog [WORD]          built-in GPUs, prices, models, starts

      EXIT    0 done  1 an objective fails  3 it is open (both of check only)
              2 could not start  70 a bug of ours  130 or 143 stopped
      """,
    version: Product.version,
    subcommands: [
      CompareCommand.self, RunCommand.self, CheckCommand.self, ValidateCommand.self,
      InitCommand.self, CatalogCommand.self,
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
    let message = fullMessage(for: error)
    if exitCode(for: error) == .success {
      Console.output(message + "\n")
      Foundation.exit(0)
    }
    Console.error(message + "\n")
    Foundation.exit(2)
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
