import Kernel

/// The mean day of a series: 24 hourly values and two cosines, relative to the mean.
package struct DailyShape: Hashable, Sendable {
  /// A cosine with `order` periods a day.
  package struct Harmonic: Hashable, Sendable {
    /// Periods a day.
    package var order: Int
    /// Half the swing, relative to the mean; not negative.
    package var amplitude: Double
    /// The time of day of the first peak, in seconds from midnight, below a day over `order`.
    package var peakSeconds: Double
  }

  /// The mean of each hour over the mean of all, hour 0 first; 24 values.
  package let hourly: [Double]
  /// The cosines of one and of two periods a day of least squared error.
  package let harmonics: [Harmonic]
  /// The share of the hourly profile's variance that the first cosine, and both, explain.
  package let explained: (first: Double, both: Double)

  private static let day = 86_400.0

  /// The mean day of counts of equal intervals of `step` seconds, the first of which begins at
  /// `startOfDay` seconds after midnight; nil when an hour of the day was never seen, as when the
  /// series is shorter than a day or its intervals are longer than an hour.
  package init?(counts: [Int], step: Double, startOfDay: Double) {
    var sums = [Double](repeating: 0, count: 24)
    var seen = [Int](repeating: 0, count: 24)
    guard step <= 3_600, Double(counts.count) * step >= Self.day else { return nil }
    for (index, count) in counts.enumerated() {
      let middle = startOfDay + (Double(index) + 0.5) * step
      let hour = Self.hour(of: middle)
      sums[hour] += Double(count)
      seen[hour] += 1
    }
    guard seen.allSatisfy({ $0 > 0 }), sums.contains(where: { $0 > 0 }) else { return nil }
    let means = zip(sums, seen).map { $0 / Double($1) }
    let mean = means.reduce(0, +) / 24
    hourly = means.map { $0 / mean }
    harmonics = [Self.harmonic(1, hourly), Self.harmonic(2, hourly)]
    let variance = hourly.reduce(0) { $0 + ($1 - 1) * ($1 - 1) } / 24
    let shares = harmonics.map { variance > 0 ? 0.5 * $0.amplitude * $0.amplitude / variance : 0 }
    explained = (shares[0], shares[0] + shares[1])
  }

  /// The hour of the day, from 0 to 23, of an instant in seconds from a midnight.
  static func hour(of seconds: Double) -> Int {
    // The floor, which the standard library would take from the system's.
    let days = -Double(Elementary.ceiling(-seconds / day))
    return min(23, max(0, Int((seconds - days * day) / 3_600)))
  }

  /// On 24 equal hours the cosines are orthogonal, so least squares are sums; an hour stands for
  /// its middle.
  private static func harmonic(_ order: Int, _ hourly: [Double]) -> Harmonic {
    var (cosine, sine) = (0.0, 0.0)
    for (hour, value) in hourly.enumerated() {
      let turns = Double(order) * (Double(hour) + 0.5) / 24
      cosine += value * Elementary.cosTurns(turns) / 12
      sine += value * Elementary.sinTurns(turns) / 12
    }
    let amplitude = (cosine * cosine + sine * sine).squareRoot()
    return Harmonic(
      order: order, amplitude: amplitude,
      peakSeconds: peak(order, cosine, sine) * day)
  }

  /// The part of a day at which the cosine is highest: its derivative's root, by bisection.
  private static func peak(_ order: Int, _ cosine: Double, _ sine: Double) -> Double {
    let period = 1 / Double(order)
    func slope(_ part: Double) -> Double {
      let turns = Double(order) * part
      return sine * Elementary.cosTurns(turns) - cosine * Elementary.sinTurns(turns)
    }
    func height(_ part: Double) -> Double {
      let turns = Double(order) * part
      return cosine * Elementary.cosTurns(turns) + sine * Elementary.sinTurns(turns)
    }
    var best = 0.0
    for step in 1..<64 {
      let part = Double(step) / 64 * period
      if height(part) > height(best) { best = part }
    }
    var (low, high) = (best - period / 32, best + period / 32)
    // Invariant: the slope is positive at low and negative at high.
    for _ in 0..<60 {
      let middle = 0.5 * (low + high)
      if slope(middle) > 0 { low = middle } else { high = middle }
    }
    let part = 0.5 * (low + high)
    return part < 0 ? part + period : part >= period ? part - period : part
  }

  /// Whether two shapes are the same; the rest follows from the hours.
  package static func == (a: DailyShape, b: DailyShape) -> Bool { a.hourly == b.hourly }

  /// Feeds the hours, from which the rest follows.
  package func hash(into hasher: inout Hasher) { hasher.combine(hourly) }
}
