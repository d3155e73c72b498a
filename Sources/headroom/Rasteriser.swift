import Foundation
import Reports

/// A program of the machine that makes a PNG of an SVG.
enum Rasteriser: String, CaseIterable {
  case rsvg = "rsvg-convert"
  case inkscape
  case chromium

  /// Writes the picture as PNG with the first program that is there, or ends the command.
  static func write(_ picture: Report.Picture, to path: String) throws {
    guard let (tool, program) = found else {
      throw Exit(
        Exit.couldNotStart,
        "error[png]: nothing here makes a PNG: no rsvg-convert, inkscape or chromium on the path\n"
          + "  help: write SVG with --out \((path as NSString).deletingPathExtension).svg\n")
    }
    let aside = FileManager.default.temporaryDirectory
      .appendingPathComponent("headroom-\(ProcessInfo.processInfo.processIdentifier)")
    let (source, target) = (
      aside.appendingPathComponent("a.svg"), aside.appendingPathComponent("a.png")
    )
    defer { try? FileManager.default.removeItem(at: aside) }
    do {
      try FileManager.default.createDirectory(at: aside, withIntermediateDirectories: true)
      try Data(picture.svg.utf8).write(to: source)
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = tool.arguments(source.path, target.path, picture.size)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      try FinishedRun.write(try Data(contentsOf: target), to: path)
    } catch let stop as Exit {
      throw stop
    } catch {
      throw Exit(Exit.couldNotStart, "error[png]: \(tool.rawValue) made no PNG of the picture\n")
    }
  }

  private static var found: (Rasteriser, String)? {
    let folders = (Console.environment("PATH") ?? "").split(separator: ":")
    for tool in allCases {
      for folder in folders {
        let path = "\(folder)/\(tool.rawValue)"
        if FileManager.default.isExecutableFile(atPath: path) { return (tool, path) }
      }
    }
    return nil
  }

  private func arguments(
    _ source: String, _ target: String, _ size: (width: Int, height: Int)
  ) -> [String] {
    switch self {
    case .rsvg: ["--output", target, source]
    case .inkscape: ["--export-type=png", "--export-filename=\(target)", source]
    case .chromium:
      [
        "--headless", "--no-sandbox", "--hide-scrollbars", "--screenshot=\(target)",
        "--window-size=\(size.width),\(size.height)", source,
      ]
    }
  }
}
