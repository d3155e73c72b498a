import Experiments
import Foundation

/// Puts the files of a report into a directory, so that none is ever half-written.
///
/// Everything is written beside the directory first and moved in afterwards, file by file, the
/// manifest last: a directory with a manifest is whole. Files of others in it are left alone.
public enum ReportFiles {
  /// The names of the files, the manifest last.
  public static var names: [String] {
    CSVTable.allCases.map(\.rawValue) + ["report.html", "analysis.ipynb", "manifest.json"]
  }

  /// Where a report goes: a partial one to `<directory>.partial`, so that finished results stay.
  public static func destination(of report: Report, in directory: String) -> String {
    var path = directory
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return report.comparison.isPartial ? path + ".partial" : path
  }

  /// Writes all files and returns the directory that holds them.
  ///
  /// The directory is made if need be, with a `.gitignore` of `*`. After an error the results
  /// that were there are as they were; if the files cannot be moved in, what
  /// is there has no manifest and counts as unfinished.
  @discardableResult
  public static func write(_ report: Report, to directory: String) throws -> String {
    let target = destination(of: report, in: directory)
    // Its own for each process, so that two runs at once do not write into each other's files.
    let aside = target + ".writing-\(ProcessInfo.processInfo.processIdentifier)"
    let files = FileManager.default
    try? files.removeItem(atPath: aside)
    try files.createDirectory(atPath: aside, withIntermediateDirectories: true)
    do {
      try writeAll(report, into: aside)
      try publish(from: aside, to: target)
    } catch {
      try? files.removeItem(atPath: aside)
      throw error
    }
    return target
  }

  private static func writeAll(_ report: Report, into directory: String) throws {
    for table in CSVTable.allCases {
      var file = try BufferedFile(path: "\(directory)/\(table.rawValue)")
      table.write(report, to: &file)
      try file.close()
    }
    try write(report.page, path: "\(directory)/report.html")
    try write(report.notebook, path: "\(directory)/analysis.ipynb")
    try write(report.manifest, path: "\(directory)/manifest.json")
    try write("*\n", path: "\(directory)/.gitignore")
  }

  private static func write(_ text: String, path: String) throws {
    var file = try BufferedFile(path: path)
    file.write(text)
    try file.close()
  }

  private static func publish(from aside: String, to target: String) throws {
    let files = FileManager.default
    if !files.fileExists(atPath: target) {
      try move(aside, target)
      return
    }
    // Without its manifest a directory counts as unfinished while its files change.
    try? files.removeItem(atPath: target + "/manifest.json")
    for name in names { try move("\(aside)/\(name)", "\(target)/\(name)") }
    try? files.removeItem(atPath: aside)
  }

  /// Renames in one step, over whatever file is there.
  static func move(_ source: String, _ target: String) throws {
    guard unsafe rename(source, target) == 0 else {
      throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: target])
    }
  }
}
