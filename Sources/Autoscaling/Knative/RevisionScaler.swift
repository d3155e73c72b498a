public import Kernel

/// Turns a decider's wish into the pods of a revision: bounds, initial scale and scale to zero.
///
/// After `scaler.go` of Knative Serving 1.23 (`pkg/reconciler/autoscaling/kpa`).
public struct RevisionScaler: Hashable, Sendable {
  /// Whether requests can reach the revision: `spec.reachability`.
  public enum Reachability: String, Hashable, Sendable, CaseIterable {
    /// A route leads to it.
    case reachable
    /// No route leads to it: minimum, initial scale and pod retention do not hold.
    case unreachable
    /// Not known yet; treated as reachable.
    case unknown
  }

  /// The fewest pods: annotation `autoscaling.knative.dev/min-scale`.
  public var minScale = 0
  /// The most pods, 0 for no limit: annotation `autoscaling.knative.dev/max-scale`.
  public var maxScale = 0
  /// The fewest pods until there were as many once: annotation
  /// `autoscaling.knative.dev/initial-scale`.
  public var initialScale = 1
  /// Whether it goes to zero at all: `enable-scale-to-zero`.
  public var scalesToZero = true
  /// How long a revision stays active at least: `stable-window`.
  public var stableWindow = SimDuration.seconds(60)
  /// How long the activator takes to come into the path at most: `scale-to-zero-grace-period`.
  public var gracePeriod = SimDuration.seconds(30)
  /// How long the last pod stays after the revision turned inactive: annotation
  /// `autoscaling.knative.dev/scale-to-zero-pod-retention-period`.
  public var podRetention = SimDuration.zero
  /// How long a revision may take to start: `progress-deadline`.
  public var progressDeadline = SimDuration.seconds(600)
  /// The burst that pods should bear: `target-burst-capacity`; -1 keeps the activator in the path.
  public var targetBurstCapacity = 211.0
  /// Whether requests can reach the revision.
  public var reachability = Reachability.reachable

  /// Knative's defaults.
  public init() {}

  /// The scale of a wish that is not known, which changes nothing.
  public static var unknown: Int { -1 }

  /// What to do about a wish for `desired` pods, `unknown` for none, where there are `current`.
  public func scale(to desired: Int, from current: Int, _ status: RevisionStatus) -> Outcome {
    if desired < 0, status.phase != .activating {
      return Outcome(scale: desired, isApplied: false, reason: .noMetric)
    }
    let (bounded, bound) = bound(desired, isInitialized: status.isInitialized)
    if bounded != 0 {
      return Outcome(scale: bounded, isApplied: bounded != current, reason: bound)
    }
    var outcome = toZero(status)
    // Setting what is there already is no call.
    if outcome.scale == current { outcome.isApplied = false }
    return outcome
  }

  /// The fewest pods that hold for a revision.
  public func minimum(isInitialized: Bool) -> Int {
    guard reachability != .unreachable else { return 0 }
    return initialScale > 1 && !isInitialized ? Swift.max(minScale, initialScale) : minScale
  }

  private func bound(_ desired: Int, isInitialized: Bool) -> (Int, ScalingReason?) {
    let least = minimum(isInitialized: isInitialized)
    if desired < least {
      return (least, least > minScale ? KnativeReason.initialScale : .atMinimum)
    }
    if maxScale != 0, desired > maxScale { return (maxScale, .atMaximum) }
    return (desired, nil)
  }

  private func toZero(_ status: RevisionStatus) -> Outcome {
    guard scalesToZero else {
      return Outcome(scale: 1, isApplied: true, reason: KnativeReason.zeroDisabled)
    }
    switch status.phase {
    case .activating: return whileActivating(status)
    case .active: return whileActive(status)
    case .inactive: return whileInactive(status)
    }
  }

  private func whileActivating(_ status: RevisionStatus) -> Outcome {
    // The deployment's own deadline comes first, so that it can say why its pods failed.
    let timeout = progressDeadline + .seconds(30)
    guard status.age > timeout else {
      return Outcome(
        scale: Self.unknown, isApplied: false, requeues: true, reason: KnativeReason.activating)
    }
    return Outcome(scale: 0, isApplied: true, reason: KnativeReason.activationFailed)
  }

  private func whileActive(_ status: RevisionStatus) -> Outcome {
    guard status.age >= stableWindow else {
      return Outcome(scale: 1, isApplied: true, requeues: true, reason: KnativeReason.idle)
    }
    // Where the activator is in the path already, nothing else would bring the revision back here.
    return Outcome(
      scale: 0, isApplied: false, requeues: status.isProxied, reason: KnativeReason.deactivated)
  }

  private func whileInactive(_ status: RevisionStatus) -> Outcome {
    guard targetBurstCapacity == -1 || status.activatorAnswers else {
      return Outcome(
        scale: 0, isApplied: false, probes: true, reason: KnativeReason.awaitsActivator)
    }
    let retention = reachability == .unreachable ? SimDuration.zero : podRetention
    let zero = Outcome(scale: 0, isApplied: true, reason: KnativeReason.scaledToZero)
    if status.age >= Swift.max(gracePeriod, retention) { return zero }
    if status.age < retention {
      return Outcome(
        scale: 0, isApplied: false, requeues: true, reason: KnativeReason.podRetention)
    }
    if status.proxiedFor >= gracePeriod { return zero }
    return Outcome(scale: 0, isApplied: false, requeues: true, reason: KnativeReason.gracePeriod)
  }
}
