/// A number at the beginning of a text, read by our own rules, with what follows it.
///
/// Digits, a point between digits, an exponent; nothing that YAML would read as another number:
/// no `1:30`, no `010`, no `0x10`, no `1_000`, no `.5`, no `nan`.
struct NumberText {
  /// The number's value; finite.
  let value: Double
  /// The number as written.
  let digits: String
  /// What follows, without blanks in front.
  let rest: String

  /// Reads the number that `text` begins with, or says why there is none.
  static func read(_ text: String) -> Result<NumberText, Fault> {
    let scalars = Array(text.unicodeScalars)
    var at = scalars.first == "-" || scalars.first == "+" ? 1 : 0
    let whole = digits(in: scalars, from: at)
    guard whole > 0 else { return .failure(Fault(kind: .notNumber)) }
    let hasLeadingZero = whole > 1 && scalars[at] == "0"
    at += whole
    if at < scalars.count, scalars[at] == ":" { return .failure(Fault(kind: .colon)) }
    if hasLeadingZero { return .failure(Fault(kind: .leadingZero)) }
    if at < scalars.count, scalars[at] == "." {
      let fraction = digits(in: scalars, from: at + 1)
      guard fraction > 0 else { return .failure(Fault(kind: .notNumber)) }
      at += 1 + fraction
    }
    at += exponent(in: scalars, from: at)
    let written = string(scalars[..<at])
    guard let value = Double(written) else { return .failure(Fault(kind: .notNumber)) }
    guard value.isFinite else { return .failure(Fault(kind: .notFinite)) }
    let rest = string(scalars[at...].drop { $0 == " " })
    return .success(NumberText(value: value, digits: written, rest: rest))
  }

  /// Why a text does not begin with a number.
  struct Fault: Error {
    let kind: Problem.NumberFault
  }

  private static func digits(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    guard start < scalars.count else { return 0 }
    return scalars[start...].prefix { $0 >= "0" && $0 <= "9" }.count
  }

  /// The length of an exponent such as `e-3`, or 0.
  private static func exponent(in scalars: [Unicode.Scalar], from start: Int) -> Int {
    guard start < scalars.count, scalars[start] == "e" || scalars[start] == "E" else { return 0 }
    let sign = start + 1 < scalars.count && "+-".unicodeScalars.contains(scalars[start + 1]) ? 1 : 0
    let count = digits(in: scalars, from: start + 1 + sign)
    return count > 0 ? 1 + sign + count : 0
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
