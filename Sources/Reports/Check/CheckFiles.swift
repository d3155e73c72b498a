import Foundation

/// Writes files of which none is ever half-written.
public enum CheckFiles {
  /// What every checked scenario has in its directory.
  public static let names = ["check.json", "junit.xml", "summary.md"]

  /// Writes the files of one scenario's suite into a directory, which is made if need be, with a
  /// `.gitignore` of `*`. Other files there are left alone.
  public static func write(_ suite: CheckSuite, to directory: String) throws {
    let isNew = !FileManager.default.fileExists(atPath: directory)
    try FileManager.default.createDirectory(
      atPath: directory, withIntermediateDirectories: true)
    if isNew { try write("*\n", path: "\(directory)/.gitignore") }
    let texts = [suite.json(), suite.junit(), suite.markdown()]
    for (name, text) in zip(names, texts) { try write(text, path: "\(directory)/\(name)") }
  }

  /// Writes a file beside its place and renames it; its directory is made if need be.
  public static func write(_ text: String, path: String) throws {
    let directory = (path as NSString).deletingLastPathComponent
    if !directory.isEmpty {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true)
    }
    let aside = path + ".writing"
    do {
      var file = try BufferedFile(path: aside)
      file.write(text)
      try file.close()
      try ReportFiles.move(aside, path)
    } catch {
      try? FileManager.default.removeItem(atPath: aside)
      throw error
    }
  }
}
