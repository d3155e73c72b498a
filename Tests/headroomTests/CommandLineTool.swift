import Foundation
import Testing

/// The built command, run as a user runs it, in a directory of its own.
struct CommandLineTool {
  /// What a run left behind.
  struct Answer {
    var status: Int32
    var output: String
    var errors: String
  }

  /// An empty directory that the command runs in.
  let directory: URL

  init() throws {
    directory = FileManager.default.temporaryDirectory
      .appendingPathComponent("headroom-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
  }

  /// The executable beside the test bundle.
  private static let executable = Bundle.main.bundleURL.appendingPathComponent("headroom")

  /// The top of the source tree.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The path of a shipped scenario.
  static func scenario(_ name: String) -> String {
    root.appendingPathComponent("scenarios/\(name).yaml").path
  }

  /// Runs the command to its end. The environment is bare, so that no setting of the machine
  /// changes what it prints.
  func callAsFunction(_ arguments: String...) throws -> Answer { try self(arguments) }

  /// As with the arguments one by one.
  func callAsFunction(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> Answer {
    try self(arguments: arguments, environment: environment)
  }

  /// Runs the command with a list of arguments.
  func callAsFunction(
    arguments: [String], environment: [String: String] = [:]
  ) throws -> Answer {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = directory
    process.environment = environment
    let output = directory.appendingPathComponent(".stdout")
    let errors = directory.appendingPathComponent(".stderr")
    for file in [output, errors] {
      try Data().write(to: file)
    }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Answer(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }

  /// Writes a file into the directory.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: directory.appendingPathComponent(name))
  }

  /// The text of a file of the directory.
  func text(_ name: String) throws -> String {
    try String(contentsOf: directory.appendingPathComponent(name), encoding: .utf8)
  }

  /// The bytes of all files below a folder of the directory, by path.
  func files(in folder: String) throws -> [String: Data] {
    let base = directory.appendingPathComponent(folder)
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: base.path) {
      files[name] = try Data(contentsOf: base.appendingPathComponent(name))
    }
    return files
  }

  /// Whether a path exists in the directory.
  func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: directory.appendingPathComponent(path).path)
  }

  /// Removes the directory.
  func cleanUp() { try? FileManager.default.removeItem(at: directory) }
}
