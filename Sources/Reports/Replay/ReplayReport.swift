import Autoscaling
public import Capacity
public import Experiments
import Kernel

/// What several policies would have decided on the same observations.
public struct ReplayReport: Sendable {
  /// One policy's replay.
  public struct Candidate: Sendable {
    /// Its name.
    public var name: String
    /// The policy and its metrics.
    public var scaler: PoolAutoscaler
    /// How large it may make the pool.
    public var limits: Replay.Limits
    /// Its looks in figures.
    public var summary: ReplaySummary

    /// A policy's replay.
    public init(
      name: String, scaler: PoolAutoscaler, limits: Replay.Limits, summary: ReplaySummary
    ) {
      self.name = name
      self.scaler = scaler
      self.limits = limits
      self.summary = summary
    }
  }

  /// The path of the observations as it was given.
  public var path: String
  /// The observations.
  public var observed: ObservedPool
  /// What the policies were told that the pool has.
  public var mode: Replay.Mode
  /// When the first reading was; nil if nothing says.
  public var start: CivilTime?
  /// At least one, in the order of the file.
  public var candidates: [Candidate]
  /// What scales pools in the file and cannot be replayed.
  public var leftOut: [String]

  /// Replays of the same observations.
  public init(
    path: String, observed: ObservedPool, mode: Replay.Mode, start: CivilTime? = nil,
    candidates: [Candidate], leftOut: [String] = []
  ) {
    precondition(!candidates.isEmpty, "a replay has a policy")
    self.path = path
    self.observed = observed
    self.mode = mode
    self.start = start
    self.candidates = candidates
    self.leftOut = leftOut
  }
}

extension ReplayReport {
  /// The civil time of an instant, or nil when nothing says when the first reading was.
  func civilTime(_ time: SimTime) -> CivilTime? {
    let seconds = time.nanoseconds / 1_000_000_000
    return start.map { CivilTime(secondsSince1970: $0.secondsSince1970 + seconds) }
  }

  /// When it was, for people: `08:12:30`, with the weekday if there are several days, or the time
  /// since the first reading, `+1:12:30`.
  func clockText(_ time: SimTime) -> String {
    guard let start, let civil = civilTime(time), let end = civilTime(.zero + observed.span) else {
      let seconds = time.nanoseconds / 1_000_000_000
      let ofHour = [seconds / 60 % 60, seconds % 60].map { Clock.two(Int($0)) }
      return "+\(seconds / 3_600):" + ofHour.joined(separator: ":")
    }
    let day = start.dateText == end.dateText ? "" : Clock.weekdays[civil.weekday] + " "
    return day + civil.clockText
  }
}
