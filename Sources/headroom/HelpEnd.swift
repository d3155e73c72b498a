/// The exit statuses, with which every help screen ends.
enum HelpEnd {
  /// The last lines of what a call for help or the version prints; nothing after the version.
  static func text(after arguments: [String]) -> String {
    let words = arguments.dropFirst()
    let isShell = words.contains { $0.hasPrefix("---completion") || $0.hasPrefix("--generate-") }
    guard !isShell, !words.contains("--version") else { return "" }
    if words.contains("check") { return check }
    return words.first { !$0.hasPrefix("-") && $0 != "help" } == nil ? "\n" + all : plain
  }

  private static let plain = """
    EXIT  0 done  2 could not start  70 a bug of ours  130 or 143 stopped

    """

  private static let check = """
    EXIT  0 all hold  1 an objective or a regression fails  2 could not start
          3 nothing fails, something is open  70 a bug of ours  130 or 143 stopped

    """

  private static let all = """
    EXIT  0 done  1 an objective fails  3 it is open (both of check only)
          2 could not start  70 a bug of ours  130 or 143 stopped

    """
}
