/// A text with its lines as libyaml counts them, so that marks can be turned into places.
struct SourceText {
  /// The path that places carry.
  let path: String
  /// The whole text, without a byte order mark.
  private(set) var scalars: [Unicode.Scalar]
  /// The offset of each line's first character.
  private let lineStarts: [Int]
  /// The offset of each line's end.
  private let lineEnds: [Int]
  /// Each line without its end.
  private let lines: [String]

  init(path: String, text: String) {
    self.path = path
    scalars = Array(text.unicodeScalars)
    var starts = [0]
    var ends: [Int] = []
    var lines: [String] = []
    var at = 0
    while at < scalars.count {
      let end = at
      guard Self.isBreak(scalars[at]) else {
        at += 1
        continue
      }
      at += scalars[at] == "\r" && at + 1 < scalars.count && scalars[at + 1] == "\n" ? 2 : 1
      lines.append(Self.string(scalars[starts[starts.count - 1]..<end]))
      starts.append(at)
      ends.append(end)
    }
    lines.append(Self.string(scalars[starts[starts.count - 1]...]))
    lineStarts = starts
    lineEnds = ends + [scalars.count]
    self.lines = lines
  }

  /// Whether libyaml ends a line at `scalar`.
  static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{85}" || scalar == "\u{2028}"
      || scalar == "\u{2029}"
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// The offset of a line and column that count from 1, or nil outside of the text.
  func offset(line: Int, column: Int) -> Int? {
    guard line >= 1, line <= lineStarts.count, column >= 1 else { return nil }
    let offset = lineStarts[line - 1] + column - 1
    return offset <= scalars.count ? offset : nil
  }

  /// The index of the line that holds `offset`. Complexity: O(log n) in the number of lines.
  private func line(at offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    // Invariant: the line that holds `offset` is in low..<high.
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The place of `length` characters from `offset` on, cut at the end of the line.
  func place(offset: Int, length: Int) -> Place {
    let line = line(at: offset)
    let room = lineEnds[line] - offset
    return Place(
      path: path, line: line + 1, column: offset - lineStarts[line] + 1,
      length: min(length, max(room, 1)), lineText: lines[line])
  }

  /// The characters from `offset` to the end of its line.
  func restOfLine(from offset: Int) -> ArraySlice<Unicode.Scalar> {
    scalars[offset..<max(offset, lineEnds[line(at: offset)])]
  }

  /// The lines with the number of each, from 1.
  var numberedLines: [(number: Int, text: String)] {
    lines.indices.map { ($0 + 1, lines[$0]) }
  }

  /// The offset of the first character of line `number`, counted from 1.
  func start(ofLine number: Int) -> Int { lineStarts[number - 1] }

  /// The text with some characters replaced, none of them by a line end.
  func text(replacing edits: [Int: Unicode.Scalar]) -> String {
    var changed = scalars
    for (offset, scalar) in edits { changed[offset] = scalar }
    return Self.string(changed[...])
  }
}
