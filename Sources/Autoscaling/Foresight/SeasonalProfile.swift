public import Kernel

/// What a load was at this time of the season, in the past seasons of the same run.
///
/// Time is cut into bins, and bins that are a whole season apart are alike. Each bin keeps the
/// mean loads of its last seasons. A bin in which nothing was seen keeps what it had.
public struct SeasonalProfile: Sendable {
  /// How long a bin is.
  public let bin: SimDuration
  /// Bins in a season.
  public let bins: Int
  /// The most seasons that are remembered.
  public let depth: Int
  /// The part of past seasons that a forecast is not to be below; in (0, 1].
  public let quantile: Double

  /// Past loads, `depth` places for each bin; the oldest gives way.
  private var past: [Double]
  /// How many loads each bin ever kept.
  private var kept: [Int]
  /// The safety quantile and the mean of each bin's past.
  private var high: [Double]
  private var mean: [Double]
  private var sorted: [Double]

  /// The bin being filled, counted from `SimTime.zero`, and what it has so far.
  private var current: Int64?
  private var sum = 0.0
  private var samples = 0

  /// A bin that just ended: what was seen in it and what the seasons before it led to expect.
  public struct Ended: Hashable, Sendable {
    /// The mean load.
    public var load: Double
    /// The mean of the seasons before, or nil when there was none.
    public var expected: Double?

    /// A bin that ended.
    public init(load: Double, expected: Double?) {
      self.load = load
      self.expected = expected
    }
  }

  /// A profile that has seen nothing; `season` must be a whole number of bins.
  public init(bin: SimDuration, season: SimDuration, depth: Int, quantile: Double) {
    precondition(bin > .zero && season >= bin, "a season has at least one bin")
    precondition(season.nanoseconds % bin.nanoseconds == 0, "a season is a number of bins")
    precondition(depth > 0 && quantile > 0 && quantile <= 1, "a quantile is in (0, 1]")
    self.bin = bin
    bins = Int(season.nanoseconds / bin.nanoseconds)
    self.depth = depth
    self.quantile = quantile
    past = Array(repeating: 0, count: bins * depth)
    kept = Array(repeating: 0, count: bins)
    high = Array(repeating: 0, count: bins)
    mean = Array(repeating: 0, count: bins)
    sorted = Array(repeating: 0, count: depth)
  }

  /// Takes in the load at `now` and gives the bin that ended since the last load, if one did.
  ///
  /// Without a load time goes on all the same. Instants must not go back.
  public mutating func add(_ load: Double?, at now: SimTime) -> Ended? {
    let index = number(of: now)
    let ended = index == current ? nil : finish()
    current = index
    if let load {
      sum += load
      samples += 1
    }
    return ended
  }

  /// The largest safety quantile of the bins from `now` to `lead` later, both included; nil when
  /// none of them has been kept in at least `seasons` seasons, which must be positive.
  ///
  /// The quantile is the ⌈q·n⌉-th smallest of a bin's n past loads: the largest of them while n is
  /// below 1/(1-q), so below 20 for 0.95. O(bins within `lead`).
  public func peak(from now: SimTime, lead: SimDuration, seasons: Int = 1) -> Double? {
    let first = number(of: now)
    let last = Swift.min(number(of: now + lead), first + Int64(bins) - 1)
    var peak: Double?
    var place = self.place(of: first)
    for _ in first...last {
      if kept[place] >= seasons { peak = Swift.max(peak ?? 0, high[place]) }
      place = place + 1 == bins ? 0 : place + 1
    }
    return peak
  }

  /// The bin of an instant, counted from `SimTime.zero`; negative before it.
  private func number(of time: SimTime) -> Int64 {
    let (quotient, remainder) = time.nanoseconds.quotientAndRemainder(
      dividingBy: bin.nanoseconds)
    return remainder < 0 ? quotient - 1 : quotient
  }

  /// Where in the season a bin is.
  private func place(of number: Int64) -> Int {
    let remainder = Int(number % Int64(bins))
    return remainder < 0 ? remainder + bins : remainder
  }

  private mutating func finish() -> Ended? {
    guard let current, samples > 0 else { return nil }
    let load = sum / Double(samples)
    sum = 0
    samples = 0
    let place = self.place(of: current)
    let ended = Ended(load: load, expected: kept[place] > 0 ? mean[place] : nil)
    past[place * depth + kept[place] % depth] = load
    kept[place] += 1
    summarize(place)
    return ended
  }

  /// Works out the mean and the quantile of a bin anew, by insertion into a small sorted row.
  private mutating func summarize(_ place: Int) {
    let count = Swift.min(kept[place], depth)
    var total = 0.0
    for index in 0..<count {
      let value = past[place * depth + index]
      total += value
      var hole = index
      while hole > 0, sorted[hole - 1] > value {
        sorted[hole] = sorted[hole - 1]
        hole -= 1
      }
      sorted[hole] = value
    }
    mean[place] = total / Double(count)
    // The small part keeps 0.95 · 20 from being rounded up past 19.
    let rank = Int(Elementary.ceiling(quantile * Double(count) - 1e-9))
    high[place] = sorted[Swift.max(rank, 1) - 1]
  }
}
