/// How many jobs KEDA makes for the messages that wait: a `ScaledJob`.
///
/// After `scale_jobs.go` (`pkg/scaling/executor`) of KEDA 2.20. A job takes messages until it is
/// done; KEDA only ever adds jobs.
public struct ScaledJob: Hashable, Sendable {
  /// The fewest jobs: `minReplicaCount`.
  public var minReplicas: Int
  /// The most jobs: `maxReplicaCount`.
  public var maxReplicas: Int
  /// How many may be added to those that run.
  public var strategy: ScaledJobStrategy
  /// How several triggers become one queue.
  public var calculation: ScaledJobQueue.Calculation

  /// KEDA's defaults: none to 100 jobs, as many as the longest queue asks for.
  public init(
    minReplicas: Int = 0, maxReplicas: Int = 100, strategy: ScaledJobStrategy = .standard,
    calculation: ScaledJobQueue.Calculation = .max
  ) {
    self.minReplicas = minReplicas
    self.maxReplicas = maxReplicas
    self.strategy = strategy
    self.calculation = calculation
  }

  /// What there is to do: by the strategy, or up to the minimum.
  public func allowance(
    maxScale: Int, scaleTo: Int, running: Int, pending: Int
  ) -> ScaledJobStrategy.Allowance {
    guard running >= minReplicas else {
      let missing = minReplicas - running
      return ScaledJobStrategy.Allowance(effectiveMaxScale: missing, scaleTo: missing)
    }
    return strategy.allowance(
      maxScale: maxScale, running: running - minReplicas, pending: pending, most: maxReplicas,
      scaleTo: scaleTo)
  }

  /// The jobs that are made: none while inactive, whatever is allowed.
  public func jobsCreated(_ allowance: ScaledJobStrategy.Allowance, isActive: Bool) -> Int {
    guard isActive else { return 0 }
    return Swift.max(0, Swift.min(allowance.scaleTo, allowance.effectiveMaxScale))
  }

  /// The jobs to make now for the triggers' queues, of `running` jobs of which `pending` wait.
  public func jobsCreated(for triggers: [ScaledJobQueue], running: Int, pending: Int) -> Int {
    let total = ScaledJobQueue.total(
      of: triggers, by: calculation, minReplicas: minReplicas, maxReplicas: maxReplicas)
    let allowance = allowance(
      maxScale: total.maxScale, scaleTo: total.queueLength, running: running, pending: pending)
    return jobsCreated(allowance, isActive: total.isActive)
  }
}
