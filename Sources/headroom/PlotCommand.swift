import ArgumentParser
import Foundation
import Reports

/// Writes one chart of a finished run as a picture of its own.
struct PlotCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plot",
    abstract: "Write one chart of a run as a picture.",
    discussion: """
      headroom plot notebooks-out/avatar --chart day
      headroom plot notebooks-out/avatar --chart trade-off --out trade-off.png

      SVG, or PNG where rsvg-convert, inkscape or chromium is at hand.
      """)

  @Argument(help: "A directory that compare or run wrote.", completion: .directory)
  var directory: String

  @Option(help: "Which chart: its name in the page's links.")
  var chart: String

  @Option(name: .shortAndLong, help: "The file, .svg or .png; default DIR/CHART.svg.")
  var out: String?

  func run() throws {
    let folder = FinishedRun.plain(directory)
    let path = out ?? "\(folder)/\(chart).svg"
    let report = try FinishedRun.read(folder)
    guard let picture = report.picture(chart) else { throw unknown(report.charts) }
    switch (path as NSString).pathExtension.lowercased() {
    case "svg": try FinishedRun.write(Data(picture.svg.utf8), to: path)
    case "png": try Rasteriser.write(picture, to: path)
    default:
      throw Exit(
        Exit.couldNotStart, "error[output]: `\(path)` is neither .svg nor .png\n")
    }
    Console.output("\(path) is ready: \(picture.size.width) × \(picture.size.height) pixels\n")
  }

  private func unknown(_ charts: [String]) -> Exit {
    let close = charts.filter { $0.hasPrefix(chart) || Headroom.distance(chart, $0) <= 2 }
    let guess =
      close.isEmpty ? "" : "did you mean `--chart \(close.joined(separator: "` or `"))`? "
    return Exit(
      Exit.couldNotStart,
      "error[chart]: these results have no chart `\(chart)`\n"
        + "  help: \(guess)there are \(charts.joined(separator: ", "))\n")
  }
}
