import Foundation
import Reports

/// The terminal, or whatever stands in its place.
enum Console {
  /// Writes to standard output.
  static func output(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

  /// Writes to standard error.
  static func error(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

  /// Whether standard error is a terminal that a person watches.
  static var showsProgress: Bool {
    isatty(STDERR_FILENO) == 1 && environment("CI") == nil && environment("TERM") != "dumb"
  }

  /// A variable of the environment, or nil when it is not set or empty.
  static func environment(_ name: String) -> String? {
    let value = ProcessInfo.processInfo.environment[name]
    return value?.isEmpty == false ? value : nil
  }

  /// How the result may look: the flag beats `NO_COLOR` beats `CLICOLOR_FORCE` and `FORCE_COLOR`
  /// beats a dumb terminal.
  static func style(color: ColorChoice) -> Style {
    Style(
      width: width(of: STDOUT_FILENO), color: usesColor(color), unicode: isUTF8,
      height: height(of: STDOUT_FILENO))
  }

  private static func usesColor(_ choice: ColorChoice) -> Bool {
    switch choice {
    case .always: return true
    case .never: return false
    case .auto:
      if environment("NO_COLOR") != nil { return false }
      if isForced("CLICOLOR_FORCE") || isForced("FORCE_COLOR") { return true }
      return isatty(STDOUT_FILENO) == 1 && environment("TERM") != "dumb"
    }
  }

  /// `0` does not force, as those who made these variables have it.
  private static func isForced(_ name: String) -> Bool {
    environment(name).map { $0 != "0" } ?? false
  }

  /// The lines of a terminal; nil of anything else.
  private static func height(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard isatty(descriptor) == 1,
      unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0
    else { return nil }
    return Int(size.ws_row)
  }

  /// The columns of a terminal; else `COLUMNS`, else 80.
  static func width(of descriptor: Int32) -> Int {
    if let columns = environment("COLUMNS").flatMap(Int.init), columns > 0 { return columns }
    var size = winsize()
    if unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 {
      return Int(size.ws_col)
    }
    return 80
  }

  /// Text is UTF-8 unless the locale says otherwise; no locale at all is a bare CI machine.
  private static var isUTF8: Bool {
    guard let locale = environment("LC_ALL") ?? environment("LC_CTYPE") ?? environment("LANG")
    else { return true }
    let name = locale.lowercased()
    return name.contains("utf-8") || name.contains("utf8")
  }
}
