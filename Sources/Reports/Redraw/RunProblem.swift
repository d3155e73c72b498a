/// Why a directory does not hold the files of a run, and where.
public struct RunProblem: Error, Hashable, Sendable {
  /// The file, by its name in the directory.
  public let file: String
  /// The line, from 1; nil where none is to blame.
  public let line: Int?
  /// What is wrong, and what was expected.
  public let text: String

  /// A problem of a file, at a line where one is to blame.
  package init(_ file: String, line: Int? = nil, _ text: String) {
    self.file = file
    self.line = line
    self.text = text
  }

  /// `error[run-files]: what` and the place beneath, in `directory`.
  public func description(in directory: String) -> String {
    let place = line.map { ":\($0)" } ?? ""
    return "error[run-files]: \(text)\n  \(directory)/\(file)\(place)\n"
  }
}
