import Capacity
import Foundation
import Reports
import ScenarioFiles

/// The files of a run in a directory, or the end of the command that finds none.
enum FinishedRun {
  /// The report that the run wrote there.
  static func read(_ directory: String) throws -> Report {
    do {
      let folder = try RunFolder(version: Product.version) { name in
        FileManager.default.contents(atPath: "\(directory)/\(name)").map { [UInt8]($0) }
      }
      return try folder.report(of: try scenario(folder))
    } catch let problem as RunProblem {
      throw Exit(
        Exit.couldNotStart,
        problem.description(in: directory)
          + "  help: give a directory that `headroom compare` wrote, or run it again\n")
    }
  }

  /// Reads the scenario out of the manifest, and the files that it names as well.
  private static func scenario(_ folder: RunFolder) throws -> Scenario {
    let name = "scenario.yaml"
    let reader = ScenarioReader { (path) throws(FileProblem) -> [UInt8] in
      guard let bytes = folder.input(path) else { throw .notFound }
      return bytes
    }
    do {
      return try reader.read(
        bytes: Array(folder.scenarioText.utf8), path: name,
        overrides: folder.overrides.map { Override($0) })
    } catch {
      let first = error.concise.split(separator: "\n").first.map(String.init) ?? ""
      throw folder.problem(ofScenario: first)
    }
  }

  /// Writes a file in one step, over whatever is there, or ends the command.
  static func write(_ bytes: Data, to path: String) throws {
    do {
      try bytes.write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw Exit(Exit.couldNotStart, "error[output]: cannot write `\(path)`\n")
    }
  }

  /// A directory without the slashes at its end.
  static func plain(_ directory: String) -> String {
    var path = directory
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
