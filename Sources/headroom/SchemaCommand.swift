import ArgumentParser
import Foundation
import Reports

/// Prints the JSON Schema of scenarios.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the JSON Schema of scenarios, for editors.",
    discussion: """
      headroom schema --out headroom.schema.json
      headroom schema --markdown
      Scenarios of `headroom init` name that file in their first line.
      """)

  @Option(name: .shortAndLong, help: "The file to write, instead of standard output.")
  var out: String?

  @Flag(help: "Every key as Markdown tables, as in docs/scenarios.md, instead of the schema.")
  var markdown = false

  func run() throws {
    let text = markdown ? ScenarioReference.markdown : ScenarioSchema.text
    guard let out else {
      Console.output(text)
      return
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: out), options: .atomic)
    } catch {
      throw Exit(Exit.couldNotStart, "error[output]: cannot write `\(out)`\n")
    }
  }
}
