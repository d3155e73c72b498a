public import Kernel

/// What can be seen of one metric: scraped now and then, averaged over a window, some time late.
///
/// At `now` the readings of the window that ends at `now - lag` can be seen; without a window the
/// last reading alone. Readings without a value (nothing was ready) are left out of the average.
public struct MetricFeed: Sendable {
  /// How readings reach whoever watches.
  public struct Settings: Hashable, Sendable {
    /// How often the metric is read; positive.
    public var scrape: SimDuration
    /// How much time is averaged; zero for the last reading alone.
    public var window: SimDuration
    /// How long a reading takes to be seen.
    public var lag: SimDuration

    /// How readings reach whoever watches; by default the last reading, at once.
    public init(
      scrape: SimDuration = .seconds(15), window: SimDuration = .zero, lag: SimDuration = .zero
    ) {
      self.scrape = scrape
      self.window = window
      self.lag = lag
    }
  }

  private let settings: Settings
  private var readings: [(time: SimTime, value: Double?)] = []
  /// The first reading that is kept, and the first that nobody has been told of.
  private var first = 0
  private var untold = 0

  /// A feed without readings.
  public init(_ settings: Settings) { self.settings = settings }

  /// Takes in a reading; instants must not go back.
  public mutating func record(_ value: Double?, at now: SimTime) {
    readings.append((now, value))
  }

  /// The next reading that has become visible and was not told before, or nil.
  public mutating func nextVisible(at now: SimTime) -> (time: SimTime, value: Double?)? {
    guard untold < readings.count, readings[untold].time + settings.lag <= now else { return nil }
    untold += 1
    return readings[untold - 1]
  }

  /// The average that can be seen, or nil without a reading that has a value.
  public mutating func average(at now: SimTime) -> Double? {
    let visible = now - settings.lag
    var last = readings.count - 1
    while last >= first, readings[last].time > visible { last -= 1 }
    guard last >= first else { return nil }
    defer { forget(before: last) }
    guard settings.window > .zero else { return readings[last].value }
    return mean(upTo: last, after: visible - settings.window)
  }

  private mutating func mean(upTo last: Int, after start: SimTime) -> Double? {
    while first < last, readings[first].time <= start { first += 1 }
    var sum = 0.0
    var count = 0
    for index in first...last where readings[index].time > start {
      guard let value = readings[index].value else { continue }
      sum += value
      count += 1
    }
    return count > 0 ? sum / Double(count) : nil
  }

  /// Lets go of what no later look needs, in the same memory.
  private mutating func forget(before last: Int) {
    if settings.window == .zero { first = last }
    let unneeded = min(first, untold)
    guard unneeded > 64, unneeded * 2 > readings.count else { return }
    readings.removeFirst(unneeded)
    first -= unneeded
    untold -= unneeded
  }
}
