import ArgumentParser
import Foundation
import ScenarioFiles

/// Writes a commented scenario to begin with.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Write a commented scenario that runs in seconds.",
    discussion: """
      headroom init avatar
      headroom init avatar-2.yaml
      headroom init scenarios/avatar
      """)

  @Argument(help: "The scenario's name; the file is NAME.yaml.")
  var name: String

  func run() throws {
    let hasSuffix = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
    let path = hasSuffix ? name : name + ".yaml"
    let file = (path as NSString).lastPathComponent
    let stem = (file as NSString).deletingPathExtension
    guard stem.wholeMatch(of: /[a-z0-9][a-z0-9._-]*/) != nil else {
      throw Exit(
        Exit.couldNotStart,
        "error[name]: `\(stem)` cannot be a scenario's name\n"
          + "  help: lower-case letters, digits, `.`, `_` and `-`, as in `avatar-2`\n")
    }
    do {
      try Data(ScenarioTemplate.text(name: stem).utf8).write(
        to: URL(fileURLWithPath: path), options: .withoutOverwriting)
    } catch {
      let exists = FileManager.default.fileExists(atPath: path)
      throw Exit(
        Exit.couldNotStart,
        exists
          ? "error[output]: `\(path)` is there already, and stays as it is\n"
          : "error[output]: cannot write `\(path)`\n")
    }
    Console.output("\(path) is ready. Next: headroom compare \(path)\n")
  }
}
