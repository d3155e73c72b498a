public import Kernel

/// When a pod that starts begins to count for a metric of its CPU.
public struct PodReadiness: Hashable, Sendable {
  /// How long after its start a pod's CPU is doubted: a sample must be of a whole window since
  /// the pod became ready. Kubernetes says 300 s.
  public var cpuInitializationPeriod: SimDuration
  /// A pod that is not ready and has not changed since this long after its start has never been
  /// ready. Kubernetes says 30 s.
  public var initialReadinessDelay: SimDuration

  /// The two flags of the controller manager, with its defaults.
  public init(
    cpuInitializationPeriod: SimDuration = .minutes(5),
    initialReadinessDelay: SimDuration = .seconds(30)
  ) {
    self.cpuInitializationPeriod = cpuInitializationPeriod
    self.initialReadinessDelay = initialReadinessDelay
  }
}

/// How a pod counts for a metric.
package enum PodGroup: Hashable, Sendable {
  /// Its sample counts.
  case ready
  /// It is not there yet: its sample is dropped, and it counts as idle when scaling up.
  case unready
  /// It should have a sample and has none.
  case missing
  /// It is on its way out: neither it nor its sample counts.
  case ignored
}

extension PodReadiness {
  /// How a pod counts at `now`; only a CPU metric asks for more than a sample.
  ///
  /// A phase other than pending or failed counts, so a pod that succeeded does, as in Kubernetes.
  package func group(of pod: Pod, isCPU: Bool, at now: SimTime) -> PodGroup {
    if pod.isDeleted || pod.phase == .failed { return .ignored }
    if pod.phase == .pending { return .unready }
    guard let sample = pod.sample else { return .missing }
    return isCPU && doubts(pod, sample, at: now) ? .unready : .ready
  }

  private func doubts(_ pod: Pod, _ sample: Pod.Sample, at now: SimTime) -> Bool {
    guard let isReady = pod.isReady, let started = pod.started else { return true }
    if started + cpuInitializationPeriod > now {
      guard let changed = pod.readinessChanged else { return !isReady }
      return !isReady || sample.time < changed + sample.window
    }
    guard let changed = pod.readinessChanged else { return !isReady }
    return !isReady && started + initialReadinessDelay > changed
  }
}
