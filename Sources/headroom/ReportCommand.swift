import ArgumentParser
import Foundation
import Reports

/// Draws the page of a finished run again.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Draw report.html again from the files of a run.",
    discussion: """
      headroom report notebooks-out/avatar
      """)

  @Argument(help: "A directory that compare or run wrote.", completion: .directory)
  var directory: String

  @Option(name: .shortAndLong, help: "The file to write; default DIR/report.html.")
  var out: String?

  func run() throws {
    let folder = FinishedRun.plain(directory)
    let page = Data(try FinishedRun.read(folder).page.utf8)
    let path = out ?? "\(folder)/report.html"
    try FinishedRun.write(page, to: path)
    Console.output("\(path) is drawn again: \((page.count + 500) / 1000) kB\n")
  }
}
