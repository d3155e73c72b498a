extension Diagnostics: CustomStringConvertible {
  /// The most problems that are shown one by one.
  public static let shownAtMost = 10

  /// The problems as people read them: sentence, place, line, caret; ten, then a count.
  public var description: String {
    var blocks = all.prefix(Self.shownAtMost).map(\.text)
    if let rest = remainder { blocks.append(rest) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  /// One line each, `path:line:column: error[slug]: text`; all of them.
  public var concise: String {
    all.map { "\($0.place.label): error[\($0.problem.slug)]: \($0.problem.words.text)\n" }.joined()
  }

  /// Annotations for GitHub's workflow log, `::error file=…,line=…,col=…::text`; ten at most.
  public var annotations: String {
    all.prefix(Self.shownAtMost).map { $0.annotation + "\n" }.joined()
  }

  /// Which command says more of the problems that are shown, once for all of them.
  public var whereToReadOn: String {
    var slugs: [String] = []
    for slug in all.prefix(Self.shownAtMost).map(\.problem.slug) where !slugs.contains(slug) {
      slugs.append(slug)
    }
    return slugs.count == 1
      ? "headroom explain \(slugs[0]) says more\n"
      : "headroom explain WORD says more of \(slugs.joined(separator: ", "))\n"
  }

  private var remainder: String? {
    let rest = all.count - Self.shownAtMost
    guard rest > 0 else { return nil }
    return rest == 1 ? "and 1 more error" : "and \(rest) more errors"
  }
}

extension Diagnostic {
  /// The problem as people read it.
  public var text: String {
    let words = problem.words
    var lines = ["error[\(problem.slug)]: \(words.text)", "  \(place.label)"]
    lines += excerpt(remedy: words.remedy)
    if let note, !isShownAbove(note.place) {
      lines.append("  note: \(note.relation.words): \(note.place.label)")
    }
    if !words.help.isEmpty { lines.append("  help: \(words.help)") }
    return lines.joined(separator: "\n")
  }

  fileprivate var annotation: String {
    let path = Self.escaped(place.path, in: ",:")
    let title = Self.escaped(problem.slug, in: ",:")
    let message = Self.escaped(problem.words.text, in: "")
    return "::error file=\(path),line=\(place.line),col=\(place.column),title=\(title)::\(message)"
  }

  /// A text as workflow commands want it: `%`, line ends and `extra` by their codes.
  private static func escaped(_ text: String, in extra: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "%" || scalar.value < 0x20 || extra.unicodeScalars.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        result += "%" + (digits.count < 2 ? "0" : "") + digits
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Whether the other place is one of the three lines before the problem's.
  private func isShownAbove(_ other: Place) -> Bool {
    other.path == place.path && (place.line - 3..<place.line).contains(other.line)
      || other.path == place.path && other.line == place.line
  }

  private func excerpt(remedy: String) -> [String] {
    guard !place.lineText.isEmpty else { return remedy.isEmpty ? [] : ["  help: \(remedy)"] }
    let width = "\(place.line)".count
    let window = ExcerptWindow(place)
    var lines: [String] = []
    if let note, isShownAbove(note.place), note.place.line < place.line {
      let number = String(repeating: " ", count: max(0, width - "\(note.place.line)".count))
      lines.append("  \(number)\(note.place.line) │ \(ExcerptWindow(note.place).text)")
    }
    lines.append("  \(place.line) │ \(window.text)")
    let margin = String(repeating: " ", count: width + 2)
    let caret =
      String(repeating: " ", count: window.column) + String(repeating: "^", count: window.length)
    lines.append("\(margin) │ \(caret)" + (remedy.isEmpty ? "" : " \(remedy)"))
    return lines
  }
}

/// The part of a line that is shown: all of a short one, the surroundings of a place in a long one.
private struct ExcerptWindow {
  private(set) var text: String
  /// Where the place begins in `text`, from 0.
  private(set) var column: Int
  private(set) var length: Int

  private static let widest = 110

  init(_ place: Place) {
    let scalars = place.lineText.unicodeScalars.map(Self.visible)
    let start = min(place.column - 1, scalars.count)
    length = min(place.length, 60)
    guard scalars.count > Self.widest else {
      text = Self.string(scalars[...])
      column = start
      return
    }
    let first = max(0, start - 40)
    let last = min(scalars.count, first + Self.widest)
    let before = first > 0 ? "…" : ""
    text = before + Self.string(scalars[first..<last]) + (last < scalars.count ? "…" : "")
    column = start - first + before.count
  }

  /// The character, or one that shows where a control character or a tab is.
  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "\t" { return "→" }
    return scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? "\u{FFFD}" : scalar
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
