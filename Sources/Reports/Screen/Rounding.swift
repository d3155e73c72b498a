/// A figure as people read it: no more digits than its interval bears.
///
/// The half-width keeps one significant digit, two if it starts with 1; the value ends at the same
/// place. Without an interval a value keeps three significant digits. More digits are shown where
/// fewer would put the value on the other side of a limit.
package struct RoundedFigure: Hashable {
  /// The value.
  package var value: String
  /// Half the interval; nil without one, when it is zero, or when it is beyond the digits shown.
  package var halfWidth: String?
  /// The decimal place that both end at: 0 for whole numbers, -1 for tenths.
  package var place: Int

  /// A figure with its half-width, never rounded across one of `limits`.
  package init(_ value: Double, halfWidth: Double? = nil, limits: [Double] = []) {
    let digits = Self.exponent(value)
    var place = Self.place(of: value)
    if let halfWidth, halfWidth > 0 {
      place = max(Self.place(ofHalfWidth: halfWidth), digits - 4)
    }
    place = Self.refined(place, for: value, limits: limits)
    self.place = place
    self.value = Self.decimal(value, place: place)
    let width = halfWidth.map { Self.decimal($0, place: place) }
    self.halfWidth = width.flatMap { $0.contains { "123456789".contains($0) } ? $0 : nil }
  }

  /// A figure whose interval is not shown beside it: three significant digits at most,
  /// none beyond the place `finest` but for a limit.
  package static func brief(
    _ value: Double, halfWidth: Double?, limits: [Double] = [], finest: Int = .min
  ) -> String {
    var place = max(place(of: value), finest)
    if let halfWidth, halfWidth > 0 { place = max(place, self.place(ofHalfWidth: halfWidth)) }
    return decimal(value, place: refined(place, for: value, limits: limits))
  }

  /// `value` rounded to a decimal place, with zeros up to it.
  static func decimal(_ value: Double, place: Int) -> String {
    let decimals = max(0, -place)
    var scaled = value.magnitude
    for _ in 0..<decimals { scaled *= 10 }
    for _ in 0..<max(0, place) { scaled /= 10 }
    scaled = scaled.rounded()
    guard scaled < 9e18 else { return PlainDecimal.text(value.rounded()) }
    var text = String(Int64(scaled)) + String(repeating: "0", count: max(0, place))
    if scaled == 0 { text = "0" }
    if decimals > 0 {
      text = String(repeating: "0", count: max(0, decimals + 1 - text.count)) + text
      text.insert(".", at: text.index(text.endIndex, offsetBy: -decimals))
    }
    return value < 0 && scaled > 0 ? "-" + text : text
  }

  /// The power of ten of the first digit that is not zero; 0 for zero.
  static func exponent(_ value: Double) -> Int {
    let text = PlainDecimal.text(value.magnitude)
    let point = text.firstIndex(of: ".") ?? text.endIndex
    guard let first = text.firstIndex(where: { $0 != "0" && $0 != "." }) else { return 0 }
    let distance = text.distance(from: first, to: point)
    return distance > 0 ? distance - 1 : distance
  }

  /// Where the third digit is; whole numbers end at the point.
  private static func place(of value: Double) -> Int {
    let third = exponent(value) - 2
    return value == value.rounded() ? max(third, 0) : third
  }

  /// Where the half-width's first digit is, or its second if the first is 1 once rounded.
  private static func place(ofHalfWidth halfWidth: Double) -> Int {
    let finer = exponent(halfWidth) - 1
    let leading = decimal(halfWidth, place: finer).first { "123456789".contains($0) }
    return leading == "1" && exponent(decimal(halfWidth, place: finer)) == finer + 1
      ? finer : finer + 1
  }

  private static func exponent(_ text: String) -> Int { exponent(Double(text) ?? 0) }

  private static func refined(_ place: Int, for value: Double, limits: [Double]) -> Int {
    var place = place
    for limit in limits {
      var tries = 0
      while tries < 12, contradicts(value, limit, place: place) {
        place -= 1
        tries += 1
      }
    }
    return place
  }

  private static func contradicts(_ value: Double, _ limit: Double, place: Int) -> Bool {
    let shown = Double(decimal(value, place: place)) ?? value
    return (shown <= limit) != (value <= limit) || (shown >= limit) != (value >= limit)
  }
}
