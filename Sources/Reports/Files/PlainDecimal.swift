package import Kernel

/// Numbers as files have them: decimal point, no grouping, no exponent, whatever the locale.
package enum PlainDecimal {
  /// The shortest digits that read back as `value`; it must be finite.
  package static func text(_ value: Double) -> String {
    precondition(value.isFinite, "a figure in a file is finite")
    var digits = value.magnitude.description
    var exponent = 0
    if let mark = digits.firstIndex(of: "e") {
      exponent = Int(digits[digits.index(after: mark)...]) ?? 0
      digits = String(digits[..<mark])
    }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
    let text = shifted(String(parts[0]) + fraction, point: parts[0].count + exponent)
    return value < 0 ? "-" + text : text
  }

  /// Empty for an unknown value.
  static func text(_ value: Double?) -> String { value.map { text($0) } ?? "" }

  /// Seconds, exact to the nanosecond, without trailing zeros.
  package static func seconds(_ nanoseconds: Int64) -> String {
    shiftedInteger(nanoseconds, decimals: 9)
  }

  /// Seconds of an instant; empty for none.
  static func seconds(_ time: SimTime?) -> String { time.map { seconds($0.nanoseconds) } ?? "" }

  /// Milliseconds, exact to the nanosecond, without trailing zeros.
  package static func milliseconds(_ duration: SimDuration) -> String {
    shiftedInteger(duration.nanoseconds, decimals: 6)
  }

  private static func shiftedInteger(_ value: Int64, decimals: Int) -> String {
    let digits = String(value.magnitude)
    let text = shifted(digits, point: digits.count - decimals)
    return value < 0 ? "-" + text : text
  }

  /// `digits` with the point after the first `point` of them, without needless zeros.
  private static func shifted(_ digits: String, point: Int) -> String {
    var whole = digits
    var fraction = ""
    if point <= 0 {
      whole = "0"
      fraction = String(repeating: "0", count: -point) + digits
    } else if point < digits.count {
      whole = String(digits.prefix(point))
      fraction = String(digits.dropFirst(point))
    } else {
      whole += String(repeating: "0", count: point - digits.count)
    }
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let trimmed = whole.drop { $0 == "0" }
    whole = trimmed.isEmpty ? "0" : String(trimmed)
    return fraction.isEmpty ? whole : "\(whole).\(fraction)"
  }
}
