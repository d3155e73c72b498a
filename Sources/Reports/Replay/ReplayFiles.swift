import Foundation

/// Writes the file of a replay.
public enum ReplayFiles {
  /// Puts `decisions.csv` into a directory, which is made if need be, with a `.gitignore` of `*`;
  /// the file is never half-written.
  public static func write(_ report: ReplayReport, to directory: String) throws {
    let isNew = !FileManager.default.fileExists(atPath: directory)
    var text = ""
    report.writeDecisions(to: &text)
    try CheckFiles.write(text, path: "\(directory)/decisions.csv")
    if isNew { try CheckFiles.write("*\n", path: "\(directory)/.gitignore") }
  }
}
