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
    /// Its looks, in order.
    public var steps: [Replay.Step]
    /// The looks in figures.
    public var summary: ReplaySummary

    /// A policy's replay.
    public init(name: String, scaler: PoolAutoscaler, steps: [Replay.Step]) {
      self.name = name
      self.scaler = scaler
      self.steps = steps
      summary = ReplaySummary(steps)
    }
  }

  /// The path of the observations as it was given.
  public var path: String
  /// The observations.
  public var observed: ObservedPool
  /// What the policies were told that the pool has.
  public var mode: Replay.Mode
  /// The time of day of the first reading.
  public var clock: Clock
  /// At least one, in the order of the file.
  public var candidates: [Candidate]

  /// Replays of the same observations.
  public init(
    path: String, observed: ObservedPool, mode: Replay.Mode, clock: Clock,
    candidates: [Candidate]
  ) {
    precondition(!candidates.isEmpty, "a replay has a policy")
    self.path = path
    self.observed = observed
    self.mode = mode
    self.clock = clock
    self.candidates = candidates
  }
}

extension ReplayReport {
  /// `decisions.csv`: one row for each change of each policy.
  public func writeDecisions(to sink: inout some TextOutputStream) {
    CSV.write(
      "policy,time_s,clock,recorded_replicas,from,to,recommended,why".split(separator: ",")
        .map(String.init), to: &sink)
    for candidate in candidates {
      for change in candidate.summary.changes {
        CSV.write(
          [
            candidate.name, PlainDecimal.seconds(change.step.time.nanoseconds),
            clockText(change.step.time), String(change.step.recorded), String(change.from),
            String(change.step.decided), String(change.step.recommended),
            why(change.step, candidate.scaler),
          ], to: &sink)
      }
    }
  }

  /// The civil time of a look, to the second.
  func clockText(_ time: SimTime) -> String {
    let seconds = (clock.startTimeOfDay.nanoseconds + time.nanoseconds) / 1_000_000_000 % 60
    return clock.clockText(time) + ":" + Clock.two(Int(seconds))
  }

  /// Why a policy decided as it did, with what it saw.
  func why(_ step: Replay.Step, _ scaler: PoolAutoscaler) -> String {
    let figures = zip(scaler.metrics, step.seen).map { metric, value in
      "\(metric.rawValue) \(value.map { RoundedFigure.brief($0, halfWidth: nil) } ?? "unknown")"
    }
    return step.reason.words + (figures.isEmpty ? "" : " (\(figures.joined(separator: ", ")))")
  }
}
