/// The first line of a screen: the command, the scenario and how much was simulated; two lines
/// where one is too short.
struct ScreenTitle {
  /// The command, such as `compare`.
  var command: String
  /// The scenario file as the user named it; one of several adds how many there are.
  var path: String
  /// How many architectures.
  var architectures: Int
  /// How many replications of each.
  var replications: Int

  /// The title in at most `width` columns, if the path allows.
  func lines(width: Int) -> [String] {
    let head = "headroom \(command)  \(path)"
    let runs = Words.count(replications, "replication")
    let several = architectures > 1
    let size = several ? "\(Words.count(architectures, "architecture")), \(runs)" : runs
    for tail in [several && replications > 1 ? size + " each" : size, size] {
      let line = head + "  " + tail
      if line.count <= width { return [line] }
    }
    let tail = several && replications > 1 ? size + " each" : size
    return [head] + TextLayout.wrap(tail, width: width - 2).map { "  " + $0 }
  }
}
