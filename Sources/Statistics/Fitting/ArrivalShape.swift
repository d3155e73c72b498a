/// What arrivals look like: how many, when in the day, how bursty.
package struct ArrivalShape: Sendable {
  /// How many arrived.
  package let total: Int
  /// The span in seconds.
  package let span: Double
  /// The largest count of a window of `peakWindow` seconds over the mean.
  package let peakToMean: Double
  /// The width in seconds of the windows that `peakToMean` is of.
  package let peakWindow: Double
  /// The standard deviation of the gaps over their mean, 1 for a Poisson process; nil for counts.
  package let gapVariation: Double?
  /// The mean day, or nil when the span is shorter than a day.
  package let day: DailyShape?
  /// The dispersion about the mean day of short and ten times longer windows; empty when there
  /// are fewer than 20 of the longer.
  package let dispersions: [Dispersion]
  /// The bursts to assume, or nil when the counts vary no more than Poisson's.
  package let bursts: BurstFit?

  /// The mean rate per second.
  package var rate: Double { Double(total) / span }

  /// The shape of counts of equal intervals of `step` seconds, the first of which begins at
  /// `startOfDay` seconds after midnight. Needs two intervals and one arrival.
  package init?(counts: [Int], step: Double, startOfDay: Double) {
    let total = counts.reduce(0, +)
    guard counts.count > 1, total > 0 else { return nil }
    let day = DailyShape(counts: counts, step: step, startOfDay: startOfDay)
    let span = Double(counts.count) * step
    self.init(
      counts: counts, step: step, startOfDay: startOfDay, total: total, span: span, day: day,
      peak: (Double(counts.max() ?? 0) * Double(counts.count) / Double(total), step),
      gapVariation: nil)
  }

  /// The shape of instants in seconds, ascending, the first of which is `startOfDay` seconds after
  /// midnight. Needs three instants that are not all the same.
  package init?(instants: [Double], startOfDay: Double) {
    guard instants.count > 2, let first = instants.first, let last = instants.last, last > first
    else { return nil }
    let span = last - first
    let fine = min(60, Self.shortWindow(rate: Double(instants.count) / span))
    let counts = Self.counts(instants, window: fine)
    let minutes = Self.counts(instants, window: min(60, span / 2))
    let hours = Self.counts(instants, window: 60)
    let mean = Double(minutes.reduce(0, +)) / Double(minutes.count)
    self.init(
      counts: counts, step: fine, startOfDay: startOfDay, total: instants.count, span: span,
      day: DailyShape(counts: hours, step: 60, startOfDay: startOfDay),
      peak: (mean > 0 ? Double(minutes.max() ?? 0) / mean : 1, min(60, span / 2)),
      gapVariation: Self.gapVariation(instants))
  }

  private init(
    counts: [Int], step: Double, startOfDay: Double, total: Int, span: Double, day: DailyShape?,
    peak: (ratio: Double, window: Double), gapVariation: Double?
  ) {
    self.total = total
    self.span = span
    self.day = day
    peakToMean = peak.ratio
    peakWindow = peak.window
    self.gapVariation = gapVariation
    let expected = Self.expected(counts, step: step, startOfDay: startOfDay, day)
    dispersions = [1, 10].compactMap { factor in
      Dispersion(
        counts: Self.joined(counts, by: factor, +), expected: Self.joined(expected, by: factor, +),
        window: step * Double(factor))
    }.filter { _ in counts.count >= 200 }
    bursts =
      dispersions.count == 2 ? BurstFit(short: dispersions[0], long: dispersions[1]) : nil
  }

  /// Windows of about ten arrivals: shorter ones hold too few, longer ones hide short bursts.
  private static func shortWindow(rate: Double) -> Double { 10 / rate }

  /// How many instants fall into each whole window from the first instant on.
  private static func counts(_ instants: [Double], window: Double) -> [Int] {
    let windows = Int((instants[instants.count - 1] - instants[0]) / window)
    var counts = [Int](repeating: 0, count: windows)
    for instant in instants {
      let index = Int((instant - instants[0]) / window)
      if index < windows { counts[index] += 1 }
    }
    return counts
  }

  private static func gapVariation(_ instants: [Double]) -> Double {
    let gaps = zip(instants.dropFirst(), instants).map { $0 - $1 }
    let mean = gaps.reduce(0, +) / Double(gaps.count)
    let squares = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(gaps.count)).squareRoot() / mean
  }

  /// The level of each interval: the mean, times the hour's part where there is a mean day.
  private static func expected(
    _ counts: [Int], step: Double, startOfDay: Double, _ day: DailyShape?
  ) -> [Double] {
    let raw = counts.indices.map { index in
      day?.hourly[DailyShape.hour(of: startOfDay + (Double(index) + 0.5) * step)] ?? 1
    }
    let scale = Double(counts.reduce(0, +)) / raw.reduce(0, +)
    return raw.map { $0 * scale }
  }

  /// Sums of `factor` neighbours; a rest at the end is left out.
  private static func joined<Value: AdditiveArithmetic>(
    _ values: [Value], by factor: Int, _ add: (Value, Value) -> Value
  ) -> [Value] {
    (0..<values.count / factor).map { index in
      values[index * factor..<(index + 1) * factor].reduce(.zero, add)
    }
  }
}
