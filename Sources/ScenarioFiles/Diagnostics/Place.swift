/// A stretch of one line of a text that someone wrote: a scenario, an override, a trace.
public struct Place: Hashable, Sendable {
  /// The file's path as it was given, or `--set` for an override.
  public var path: String
  /// The line, from 1.
  public var line: Int
  /// The column of the first character, from 1, in Unicode scalars.
  public var column: Int
  /// The number of characters meant; at least 1.
  public var length: Int
  /// The whole line, without its end.
  public var lineText: String

  /// A stretch of a line.
  public init(path: String, line: Int, column: Int, length: Int, lineText: String) {
    self.path = path
    self.line = line
    self.column = column
    self.length = max(length, 1)
    self.lineText = lineText
  }

  /// Whether the two are the same stretch; the line's text follows from the rest.
  public static func == (a: Place, b: Place) -> Bool {
    a.line == b.line && a.column == b.column && a.length == b.length && a.path == b.path
  }

  /// Feeds what makes a place.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(line)
    hasher.combine(column)
    hasher.combine(path)
  }

  /// `path:line:column`.
  public var label: String { "\(path):\(line):\(column)" }
}
