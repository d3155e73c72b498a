import Kernel

/// Whole numbers as Go's `math` package makes them, safe for every double.
enum KnativeRounding {
  /// The smallest whole number that is not below `x`.
  static func ceiling(_ x: Double) -> Double {
    x.magnitude < 0x1p52 ? Double(Elementary.ceiling(x)) : x
  }

  /// The largest whole number that is not above `x`.
  static func floor(_ x: Double) -> Double { -ceiling(-x) }

  /// `x` to six decimals, halves away from zero.
  static func toSixDecimals(_ x: Double) -> Double {
    let scaled = x * 1e6
    guard scaled.magnitude < 0x1p52 else { return x }
    let whole = Double(Int64(scaled))
    let rest = scaled - whole
    return (rest >= 0.5 ? whole + 1 : rest <= -0.5 ? whole - 1 : whole) / 1e6
  }

  /// A 32-bit count, as the original keeps it; what does not fit becomes the nearest that does.
  static func count(_ x: Double) -> Int {
    guard x < Double(Int32.max) else { return Int(Int32.max) }
    return x > Double(Int32.min) ? Int(x) : Int(Int32.min)
  }
}
