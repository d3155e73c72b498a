import Capacity

/// One figure of a check in the unit of its own row, never rounded across its limit.
struct CheckFigure {
  /// The unit that a row is told in.
  struct Unit {
    /// What values in the metric's unit are divided by.
    var scale: Double
    /// What stands before a number, such as `$`.
    var prefix = ""
    /// What stands after a number, such as ` ms`.
    var suffix = ""
    /// Whether a number above 0 has a plus sign.
    var isSigned = false

    /// The unit for a figure of a metric that is about as large as `value`.
    init(_ metric: Metric, for value: Double) {
      let isLarge = value.magnitude >= 10_000
      switch metric.unit {
      case .milliseconds: (scale, suffix) = isLarge ? (1000, " s") : (1, " ms")
      case .dollars: (scale, prefix, suffix) = isLarge ? (1000, "$", "k") : (1, "$", "")
      case .ratio: (scale, suffix) = (0.01, "%")
      case .count: scale = 1
      }
    }

    /// The unit for a change of a metric.
    init(changeOf metric: Metric, isRelative: Bool) {
      self.init(metric, for: 0)
      if isRelative {
        (scale, prefix, suffix) = (0.01, "", "%")
      } else if metric.unit == .ratio {
        suffix = " pt"
      }
      isSigned = true
    }

    func text(_ number: String) -> String {
      let isNegative = number.hasPrefix("-")
      let isPositive = number.contains { "123456789".contains($0) } && !isNegative
      let sign = isNegative ? "-" : isPositive && isSigned ? "+" : ""
      return sign + prefix + (isNegative ? String(number.dropFirst()) : number) + suffix
    }

    /// A number of the row without its unit.
    func bare(_ number: String) -> String {
      var bare = self
      (bare.prefix, bare.suffix) = ("", "")
      return bare.text(number)
    }
  }

  /// The figure with its unit.
  let now: String
  /// The ends of its interval, without the unit.
  let interval: String
  /// The value of the baseline, without the unit; empty without one.
  let was: String

  /// All in the metric's unit, or as a share when `unit` is of a relative change.
  init(mean: Double, halfWidth: Double?, limit: Double, was: Double? = nil, unit: Unit) {
    let value = Self.snapped(mean / unit.scale)
    let half = halfWidth.map { Self.snapped($0 / unit.scale) }
    let bound = limit / unit.scale
    let ends = half.map { [value - $0, value + $0] } ?? []
    let rounded = RoundedFigure(value, halfWidth: half, limits: [bound])
    now = unit.text(rounded.value)
    let place = Self.place(from: rounded.place, ends: ends, limit: bound)
    let shown = ends.map { unit.bare(RoundedFigure.decimal($0, place: place)) }
    interval =
      half == nil
      ? "no interval" : shown[0] == shown[1] ? "no spread" : "\(shown[0]) to \(shown[1])"
    self.was = was.map { unit.bare(RoundedFigure.brief($0 / unit.scale, halfWidth: half)) } ?? ""
  }

  /// Noise of the last bits of a difference is none.
  private static func snapped(_ value: Double) -> Double { value.magnitude < 1e-9 ? 0 : value }

  /// As fine as it takes for no end to be shown on the other side of the limit.
  private static func place(from start: Int, ends: [Double], limit: Double) -> Int {
    var place = start
    while place > start - 6, ends.contains(where: { crosses($0, limit, place) }) { place -= 1 }
    return place
  }

  private static func crosses(_ value: Double, _ limit: Double, _ place: Int) -> Bool {
    let shown = Double(RoundedFigure.decimal(value, place: place)) ?? value
    return (shown <= limit) != (value <= limit) || (shown >= limit) != (value >= limit)
  }
}
