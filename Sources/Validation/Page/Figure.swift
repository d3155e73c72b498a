/// Numbers as the page prints them.
enum Figure {
  /// `value` with `digits` decimals, halves away from zero.
  static func fixed(_ value: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let units = Int64((value.magnitude * scale).rounded())
    let whole = String(units / Int64(scale))
    let sign = value < 0 && units != 0 ? "-" : ""
    guard digits > 0 else { return sign + whole }
    let part = String(units % Int64(scale))
    return sign + whole + "." + String(repeating: "0", count: digits - part.count) + part
  }

  /// A share as a percentage.
  static func percent(_ share: Double, _ digits: Int = 1) -> String {
    fixed(share * 100, digits) + "%"
  }

  /// The middle value, or the mean of the two in the middle; nil of none.
  static func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return nil }
    return (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
  }
}
