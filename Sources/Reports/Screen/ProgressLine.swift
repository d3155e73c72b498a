/// The line that says how far a run is; drawing and erasing it is the command's part.
public enum ProgressLine {
  /// `112/200 replications  l4-spot  about 2 min left  (Ctrl-C stops and reports)`.
  ///
  /// `share` is the part of all work that is done, in 0...1, unfinished replications included.
  /// The estimate appears after three finished replications and is rounded coarsely. Parts that do
  /// not fit into `width` are left out, the last first.
  public static func text(
    done: Int, total: Int, share: Double, architecture: String, elapsedSeconds: Double,
    width: Int = 80
  ) -> String {
    var parts = ["\(done)/\(total) replications", architecture]
    if done >= 3, share < 1 {
      let left = elapsedSeconds / share * (1 - share)
      let words = left <= 5 ? "5 s" : duration(coarse(left))
      parts.append("about \(words) left")
    }
    parts.append("(Ctrl-C stops and reports)")
    while parts.count > 1, parts.joined(separator: "  ").count > width { parts.removeLast() }
    return String(parts.joined(separator: "  ").prefix(max(0, width)))
  }

  /// Seconds in words: `0.4 s`, `12 s`, `3 min 50 s`, `2 h 5 min`.
  public static func duration(_ seconds: Double) -> String {
    if seconds < 10 { return RoundedFigure.decimal(max(0, seconds), place: -1) + " s" }
    let whole = Int(min(seconds, 1e9).rounded())
    if whole < 60 { return "\(whole) s" }
    if whole < 3600 {
      return whole % 60 == 0 ? "\(whole / 60) min" : "\(whole / 60) min \(whole % 60) s"
    }
    let minutes = whole / 60 % 60
    return minutes == 0 ? "\(whole / 3600) h" : "\(whole / 3600) h \(minutes) min"
  }

  /// Up to the next 5 s, 10 s past a minute, minute past ten, ten minutes past two hours.
  static func coarse(_ seconds: Double) -> Double {
    let step = seconds < 60 ? 5.0 : seconds < 600 ? 10 : seconds < 7200 ? 60 : 600
    return max(1, (seconds / step).rounded(.up)) * step
  }
}
