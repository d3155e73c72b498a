public import Kernel

extension PredictivePolicy {
  /// What the policy is told to hold.
  public struct Settings: Hashable, Sendable {
    /// The load that one replica is to carry, in the metric's unit; positive.
    public var target: Double
    /// The fewest replicas; at least 0.
    public var minimum: Int
    /// The most replicas; at least `minimum`.
    public var maximum: Int
    /// How long a replica takes to start.
    public var startTime: SimDuration
    /// How often the policy looks; positive.
    public var interval: SimDuration
    /// The length of a bin; positive.
    public var bin: SimDuration
    /// After how long the load repeats; a whole number of bins. A day mixes workdays and
    /// weekends; a week tells them apart and takes as long to learn.
    public var season: SimDuration
    /// The most past seasons that are remembered; positive.
    public var seasons: Int
    /// How often a bin must have been seen before it forecasts; positive. AWS asks for one day,
    /// Google for three.
    public var seasonsNeeded: Int
    /// The part of past seasons that replicas should have been enough for; in (0, 1].
    public var quantile: Double
    /// How many ended bins tell today's level; positive.
    public var levelBins: Int
    /// How far today's level may be from the past; 1...1 leaves it out.
    public var levelLimits: ClosedRange<Double>
    /// Replicas carry the highest load of so long.
    public var stabilizeDown: SimDuration

    /// Settings; 14 seasons are those of AWS, and ten minutes of stabilisation are Google's. The
    /// bin, the level and the quantile are ours.
    public init(
      target: Double, minimum: Int = 1, maximum: Int, startTime: SimDuration,
      interval: SimDuration = .seconds(15), bin: SimDuration = .minutes(5),
      season: SimDuration = .days(1), seasons: Int = 14, seasonsNeeded: Int = 1,
      quantile: Double = 0.95, levelBins: Int = 3, levelLimits: ClosedRange<Double> = 0.5...2,
      stabilizeDown: SimDuration = .minutes(10)
    ) {
      self.target = target
      self.minimum = minimum
      self.maximum = maximum
      self.startTime = startTime
      self.interval = interval
      self.bin = bin
      self.season = season
      self.seasons = seasons
      self.seasonsNeeded = seasonsNeeded
      self.quantile = quantile
      self.levelBins = levelBins
      self.levelLimits = levelLimits
      self.stabilizeDown = stabilizeDown
    }

    /// How far ahead it must look: what is asked for now serves after a start, and the next look
    /// is an interval away.
    public var lead: SimDuration { startTime + interval }

    func check() {
      precondition(minimum >= 0 && maximum >= minimum, "bounds must be 0 ≤ minimum ≤ maximum")
      precondition(target > 0, "a replica carries a positive load")
      precondition(startTime >= .zero && interval > .zero, "times are not negative")
      precondition(seasonsNeeded > 0 && levelBins > 0, "counts of seasons and bins are positive")
      precondition(levelLimits.lowerBound >= 0, "a level is not negative")
    }
  }
}
