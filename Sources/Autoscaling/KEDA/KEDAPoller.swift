public import Kernel

/// KEDA's loop: at every polling interval it asks all triggers and makes one pass.
public struct KEDAPoller: Sendable {
  private let activation: KEDAActivation
  private let triggers: [KEDATrigger]
  private let created: SimTime
  /// When a trigger was last active at a poll; nil when none ever was.
  public private(set) var lastActive: SimTime?

  /// The loop of an object that was made at `created`.
  public init(_ activation: KEDAActivation, triggers: [KEDATrigger], created: SimTime) {
    self.activation = activation
    self.triggers = triggers
    self.created = created
  }

  /// Polls at `now`: `metrics` are the triggers' in order, nil for one that failed.
  public mutating func poll(
    _ metrics: [Double?], current: Int, at now: SimTime
  ) -> KEDAActivation.Outcome {
    var (isActive, hasError) = (false, false)
    for index in triggers.indices {
      guard index < metrics.count, let metric = metrics[index] else {
        hasError = true
        continue
      }
      if triggers[index].isActive(metric) { isActive = true }
    }
    let outcome = activation.pass(
      current: current, isActive: isActive, hasError: hasError, lastActive: lastActive,
      created: created, at: now)
    if outcome.marksActive { lastActive = now }
    return outcome
  }
}
