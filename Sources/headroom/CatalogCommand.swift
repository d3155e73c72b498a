import ArgumentParser
import ScenarioFiles

/// Lists what is built in, each figure with its source and date.
struct CatalogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "catalog",
    abstract: "List built-in GPUs, prices, models, with sources.",
    discussion: """
      headroom catalog
      headroom catalog L4
      headroom catalog deeplab --format csv
      """)

  @Argument(help: "Only entries that have this word in their line.")
  var word: String?

  @Option(help: ArgumentHelp(valueName: "as"))
  var format: Format = .text

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, csv
  }

  func run() throws {
    let listing = CatalogListing(matching: word)
    guard !listing.isEmpty else {
      throw Exit(
        Exit.couldNotStart,
        "error[unknown-name]: nothing in the catalog has `\(word ?? "")` in it\n"
          + "  help: headroom catalog lists everything\n")
    }
    switch format {
    case .text: Console.output(listing.text)
    case .csv:
      let rows = [CatalogListing.header] + listing.rows
      Console.output(rows.map { $0.map(Self.cell).joined(separator: ",") + "\n" }.joined())
    }
  }

  /// A cell as RFC 4180 wants it.
  private static func cell(_ text: String) -> String {
    guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
