public import Kernel

/// When the sessions of a population start.
public enum Arrivals: Sendable {
  /// A Poisson process whose rate varies with time.
  case poisson(DemandCurve)
  /// So many starts in each interval as a trace counted, uniformly within the interval.
  case counts(CountTrace)
  /// Starts at the given instants, ascending, the same in every replication.
  case instants([SimTime])
  /// Clients that wait for an answer, think, and ask again; request populations only.
  case closedLoop(clients: Int, think: Distribution)
}

/// How many users or starts there are over time: a base times any number of factors.
public struct DemandCurve: Hashable, Sendable {
  /// What the base counts.
  public enum Base: Hashable, Sendable {
    /// Sessions alive at the same time; the start rate is this over the mean session length.
    case concurrent(Double)
    /// Session starts per second.
    case rate(perSecond: Double)
  }

  /// The base, not negative.
  public var base: Base
  /// What the base is multiplied by.
  public var factors: [DemandFactor]

  /// A base and its factors.
  public init(base: Base, factors: [DemandFactor] = []) {
    self.base = base
    self.factors = factors
  }
}

/// A factor of the demand that varies with time. Times of day and weekdays are the clock's.
public enum DemandFactor: Hashable, Sendable {
  /// The value of the last point at or before the time; before the first point its value.
  case steps([TimedFactor])
  /// Linear between points; constant before the first and after the last.
  case ramps([TimedFactor])
  /// 24 values, one for each hour of the day, constant within the hour.
  case hourly([Double])
  /// 1 + the sum over harmonics of `amplitude·cos(2π·order·(time of day − peak)/24 h)`, at least 0.
  case harmonics([Harmonic])
  /// Seven values, Monday first.
  case weekdays([Double])
  /// 1, and at `at` a climb to `height` within `rise`, then back with time constant `decay`.
  case flash(at: SimTime, height: Double, rise: SimDuration, decay: SimDuration)
  /// Two states that take turns: `height` for an exponential time of mean `on`, then a level for
  /// a mean of `off` that keeps the long-run mean at 1; needs `height·on <= on + off`.
  case bursts(height: Double, on: SimDuration, off: SimDuration)

  /// A factor from an instant on, or at it.
  public struct TimedFactor: Hashable, Sendable {
    /// The instant.
    public var at: SimTime
    /// The factor, not negative.
    public var factor: Double

    /// A factor at an instant.
    public init(at: SimTime, factor: Double) {
      self.at = at
      self.factor = factor
    }
  }

  /// A cosine over the day.
  public struct Harmonic: Hashable, Sendable {
    /// How many periods a day has; at least 1.
    public var order: Int
    /// Half the swing, relative to the mean.
    public var amplitude: Double
    /// The time of day of the first peak.
    public var peak: SimDuration

    /// A cosine with `order` periods a day.
    public init(order: Int, amplitude: Double, peak: SimDuration) {
      self.order = order
      self.amplitude = amplitude
      self.peak = peak
    }
  }
}

/// Counts of starts in consecutive intervals, from instant zero.
///
/// The warm-up plays the trace's beginning once before, so that it meets the measured span's load.
public struct CountTrace: Hashable, Sendable {
  /// The width of an interval; positive.
  public var interval: SimDuration
  /// The number of starts in each interval.
  public var counts: [Int]
  /// Each count is multiplied by this and rounded at random to a neighbouring whole number.
  public var scale: Double

  /// Counts of consecutive intervals.
  public init(interval: SimDuration, counts: [Int], scale: Double = 1) {
    self.interval = interval
    self.counts = counts
    self.scale = scale
  }
}
