/// How many jobs KEDA may add to those that run: `scalingStrategy.strategy`.
///
/// After `scale_jobs.go` of KEDA 2.20 (`pkg/scaling/executor`).
public enum ScaledJobStrategy: Hashable, Sendable {
  /// What is wanted less what runs: `default`.
  case standard
  /// What is wanted less a number and a share of what runs: `custom`.
  ///
  /// A share that was not given, or is no number, makes it the default strategy.
  case custom(queueLengthDeduction: Int?, runningJobPercentage: Double?)
  /// What is wanted less what waits to run, for queues that lose a message once it is taken:
  /// `accurate`.
  case accurate
  /// As many as there may be, as long as something is wanted: `eager`.
  case eager

  /// A number of jobs to add and a number to scale to, of which the smaller counts.
  public struct Allowance: Hashable, Sendable {
    /// The jobs that may be added; negative when too many run.
    public var effectiveMaxScale: Int
    /// The jobs to scale to.
    public var scaleTo: Int
  }

  /// The jobs that may be added where `maxScale` are wanted and `running`, of which `pending` do
  /// not run yet, exist beyond the minimum; `most` is `maxReplicaCount`.
  public func allowance(
    maxScale: Int, running: Int, pending: Int, most: Int, scaleTo: Int
  ) -> Allowance {
    switch self {
    case .custom(let deduction, let share?):
      let some = maxScale - (deduction ?? 0) - Self.truncated(Double(running) * share)
      return Allowance(effectiveMaxScale: Swift.min(some, most), scaleTo: scaleTo)
    case .standard, .custom(_, nil):
      return Allowance(effectiveMaxScale: maxScale - running, scaleTo: scaleTo)
    case .accurate:
      let isFull = maxScale + running - pending > most
      return Allowance(
        effectiveMaxScale: isFull ? most - running : maxScale - pending, scaleTo: scaleTo)
    case .eager:
      return Allowance(
        effectiveMaxScale: Swift.min(most - running - pending, maxScale), scaleTo: most)
    }
  }

  private static func truncated(_ jobs: Double) -> Int {
    Int(Swift.min(Swift.max(jobs, -1e15), 1e15))
  }
}
