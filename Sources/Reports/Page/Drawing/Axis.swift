import Kernel

/// A linear axis from zero, ended at a round number.
struct Axis {
  /// The largest value that it shows, in shown units.
  let top: Double
  /// The round values at which it is marked, zero first.
  let ticks: [Double]

  /// An axis that holds `largest`, with about `count` marks above zero.
  init(holding largest: Double, marks count: Int = 4) {
    let value = largest.isFinite && largest > 0 ? largest : 1
    let rough = value / Double(count)
    let unit = Elementary.pow(10, Double(RoundedFigure.exponent(rough)))
    let step = [1, 2, 5, 10].map { $0 * unit }.first { $0 >= rough * 0.999 } ?? 10 * unit
    top = value
    ticks = (0...(2 * count + 2)).map { Double($0) * step }.filter { $0 <= value * 1.0001 }
  }

  /// Where a value is, as a share of the axis; beyond its end, the end.
  func share(_ value: Double) -> Double { min(max(value / top, 0), 1) }

  /// The label of a mark.
  static func label(_ value: Double) -> String {
    if value >= 10_000, value == value.rounded() { return Words.grouped(Int(value)) }
    return SVG.number(value) == "0" && value > 0
      ? RoundedFigure.brief(value, halfWidth: nil) : SVG.number(value)
  }
}

/// A logarithmic axis between two positive values.
struct LogAxis {
  private let low: Double
  private let span: Double
  /// The powers of ten on it.
  let decades: [Double]

  /// An axis from `low` to `high`, both positive, the second larger.
  init(from low: Double, to high: Double) {
    self.low = Elementary.log(low)
    span = Elementary.log(high) - self.low
    decades = (-9...12).map { Elementary.pow(10, Double($0)) }.filter {
      $0 >= low * 0.999 && $0 <= high * 1.001
    }
  }

  /// Where a value is, from 0 to 1; what is off the axis is at its ends.
  func share(_ value: Double) -> Double {
    guard value > 0 else { return 0 }
    return min(max((Elementary.log(value) - low) / span, 0), 1)
  }
}
