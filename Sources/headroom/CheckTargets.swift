import Capacity
import Experiments
import Foundation
import Reports

/// The places that a check writes to.
struct CheckTargets {
  private let scenarios: [Scenario]
  private let output: CheckOutputOptions
  private let saved: [String]
  private let inputs: [String]

  init(_ scenarios: [Scenario], inputs: [String], gate: GateOptions, output: CheckOutputOptions) {
    self.scenarios = scenarios
    self.inputs = inputs
    self.output = output
    saved = BaselineStore(gate.saveBaseline, of: scenarios).paths
  }

  private var directories: [String?] {
    scenarios.map { output.directory(for: $0.name, of: scenarios.count) }
  }

  private var files: [String] {
    [output.junit, output.json, output.summary].compactMap { $0 } + saved
  }

  /// Finds out before the simulation whether all can be written.
  func check() throws {
    for directory in directories.compactMap({ $0 }) { try Execution.checkWritable(directory) }
    for (index, path) in files.enumerated() {
      let directory = (path as NSString).deletingLastPathComponent
      try Execution.checkWritable(directory.isEmpty ? "." : directory)
      var isDirectory = ObjCBool(false)
      if unsafe FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
        isDirectory.boolValue
      {
        throw Exit(Exit.couldNotStart, "error[output]: `\(path)` is a directory, not a file\n")
      }
      if inputs.map(Self.resolved).contains(Self.resolved(path)) {
        throw Exit(
          Exit.couldNotStart,
          "error[output]: `\(path)` is a scenario that is read, and would be overwritten\n")
      }
      if files[..<index].map(Self.resolved).contains(Self.resolved(path)) {
        throw Exit(
          Exit.couldNotStart, "error[output]: two options write to `\(path)`\n")
      }
    }
  }

  /// The file that a path names, however it is written.
  private static func resolved(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }

  /// Writes everything; what was written where, for people.
  func write(_ suite: CheckSuite) throws -> (files: [String], saved: [String]) {
    var places: [String] = []
    for (index, directory) in directories.enumerated() {
      guard let directory else { continue }
      try writing(directory) { try CheckFiles.write(suite.alone(index), to: directory) }
      places.append("\(directory)/: \(CheckFiles.names.joined(separator: ", "))")
    }
    for (path, text) in [
      (output.junit, suite.junit), (output.json, suite.json), (output.summary, suite.markdown),
    ] {
      guard let path else { continue }
      try writing(path) { try CheckFiles.write(text(), path: path) }
      places.append(path)
    }
    for (path, report) in zip(saved, suite.reports) {
      try writing(path) { try CheckFiles.write(report.check.figures.json(), path: path) }
    }
    return (places, saved)
  }

  private func writing(_ place: String, _ body: () throws -> Void) throws {
    do { try body() } catch { throw Execution.unwritable(place) }
  }
}
