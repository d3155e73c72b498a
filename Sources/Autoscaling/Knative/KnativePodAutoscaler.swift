public import Kernel

/// The Knative Pod Autoscaler: windows, decider, scaler and the state of the revision together.
///
/// After Knative Serving 1.23. Every second `take` a sample of metric 0, the total over the pool:
/// requests in flight (or, for `rps`, requests that arrived in that second), waiting ones included;
/// nil for a scrape that failed. Every 2 s `decide`.
///
/// **From zero** the activator does not wait for the tick: when a request finds an empty pool,
/// `take` a sample of the requests that wait and `decide` at once, off the grid; see
/// `isCalledByRequests`. As in the original the sample adds to what its second has, and one request
/// within the stable window is enough to ask for a pod.
///
/// The network is programmed at once here: when the activator is to be in the path, it is, and
/// answers probes. Waits that the original times exactly end with the tick that follows.
public struct KnativePodAutoscaler: ScalingPolicy {
  private let settings: Settings
  private let spec: KnativeDecider.Spec
  private var metrics: KnativeMetrics
  private var decider: KnativeDecider?
  /// The decider's last valid wish, or `RevisionScaler.unknown` before the first.
  private var desired = RevisionScaler.unknown
  /// The room beyond the burst that ready pods should bear; negative when there is none.
  public private(set) var excessBurstCapacity: Int
  /// Whether the revision takes requests.
  public private(set) var phase = RevisionPhase.activating
  private var phaseSince = SimTime.zero
  private var isInitialized = false
  /// Since when the activator has been in the path of requests; nil when it is not.
  public private(set) var proxiedSince: SimTime?

  /// An autoscaler of a new revision, which has seen nothing yet.
  public init(_ settings: Settings) {
    self.settings = settings
    spec = settings.decider
    let stable = settings.scaler.stableWindow
    metrics = KnativeMetrics(
      stableWindow: stable,
      panicWindow: KnativeMetrics.panicWindow(
        stable: stable, percentage: settings.panicWindowPercentage),
      averaging: settings.averaging)
    excessBurstCapacity = spec.burstCapacity.initial(scale: settings.scaler.initialScale)
  }

  /// Every 2 s.
  public var interval: SimDuration { KnativeDecider.tick }

  /// Yes: the activator asks at once, it does not wait for the tick.
  public var isCalledByRequests: Bool { true }

  /// Whether it panics.
  public var isPanicking: Bool { decider?.isPanicking ?? false }

  /// The activators in the path for `readyPods` ready pods.
  public func activators(readyPods: Int) -> Int {
    spec.burstCapacity.activators(
      readyPods: readyPods, activatorCapacity: settings.activatorCapacity)
  }

  /// Records a sample of metric 0; any other is not watched.
  public mutating func take(_ sample: MetricSample) {
    guard sample.metric == 0 else { return }
    metrics.record(sample.value, at: sample.time)
  }

  /// Looks at the pool and decides, on the tick or, from zero, at any instant.
  public mutating func decide(_ seen: PoolObservation, at now: SimTime) -> ScalingDecision {
    let wish = consult(readyPods: seen.ready, at: now)
    let outcome = settings.scaler.scale(to: desired, from: seen.wanted, status(at: now))
    route(want: outcome.scale, at: now)
    enterPhase(want: outcome.scale, readyPods: seen.ready, at: now)
    return ScalingDecision(
      replicas: outcome.isApplied ? outcome.scale : seen.wanted,
      recommended: wish.isValid ? wish.recommended : seen.wanted,
      reason: outcome.reason ?? wish.reason)
  }

  /// Asks the decider; what is not valid leaves its last wish standing.
  private mutating func consult(readyPods: Int, at now: SimTime) -> KnativeDecider.Outcome {
    if decider == nil {
      decider = KnativeDecider(spec, readyPods: readyPods, at: now)
      phaseSince = now
    }
    let averages = metrics.averages(at: now)
    let wish = decider?.decide(readyPods: readyPods, averages: averages, at: now) ?? .invalid
    if wish.isValid {
      desired = wish.desired
      excessBurstCapacity = wish.excessBurstCapacity
    }
    return wish
  }

  private func status(at now: SimTime) -> RevisionStatus {
    RevisionStatus(
      phase: phase, age: now - phaseSince, isInitialized: isInitialized,
      isProxied: proxiedSince != nil, proxiedFor: proxiedSince.map { now - $0 } ?? .zero,
      activatorAnswers: proxiedSince != nil)
  }

  /// Puts the activator in the path of requests or takes it out.
  private mutating func route(want: Int, at now: SimTime) {
    let isProxied =
      want == 0 || excessBurstCapacity < 0
      || (want == RevisionScaler.unknown && phase == .inactive)
    if !isProxied { proxiedSince = nil } else if proxiedSince == nil { proxiedSince = now }
  }

  /// The phase that follows from the pods that should be and those that are.
  private mutating func enterPhase(want: Int, readyPods: Int, at now: SimTime) {
    let threshold = activeThreshold
    if readyPods >= threshold { isInitialized = true }
    var next = phase
    if want == 0 || threshold == 0 {
      next = .inactive
    } else if want > 0 || phase != .inactive {
      next = readyPods < threshold ? .activating : .active
    }
    if next != phase { (phase, phaseSince) = (next, now) }
  }

  /// The pods that must be ready for the revision to be active.
  private var activeThreshold: Int {
    let scaler = settings.scaler
    let least = scaler.reachability == .unreachable ? 0 : scaler.minScale
    return Swift.max(least, isInitialized ? 1 : scaler.initialScale)
  }
}
