public import Kernel

/// The heart of the Knative Pod Autoscaler: how many pods two averages of the metric ask for.
///
/// After `autoscaler.go` of Knative Serving 1.23 (`pkg/autoscaler/scaling`). Most of the time the
/// average of the stable window decides; while the short panic window asks for a multiple of the
/// ready pods, it panics: the larger average decides and nothing is taken away.
public struct KnativeDecider: Sendable {
  /// What it is told to hold; may change between decisions.
  public var spec: Spec
  /// When the panic threshold was last reached; nil when it does not panic.
  public private(set) var panicSince: SimTime?
  /// The most pods asked for during this panic, below which it does not go.
  public private(set) var maxPanicPods: Int
  private var delayed: MaxWindow?

  /// An autoscaler that finds `readyPods` at `now`.
  ///
  /// With more than one pod it starts in panic and holds that many: it may have been restarted and
  /// knows nothing of the past. The scale-down delay is that of `spec` for good.
  public init(_ spec: Spec, readyPods: Int, at now: SimTime) {
    self.spec = spec
    panicSince = readyPods > 1 ? now : nil
    maxPanicPods = readyPods
    let tick = Self.tick.nanoseconds
    let ticks = (spec.scaleDownDelay.nanoseconds + tick - 1) / tick
    delayed = ticks > 0 ? MaxWindow(size: Int(ticks)) : nil
  }

  /// How often it decides, 2 s; also the grain of the scale-down delay.
  public static var tick: SimDuration { .seconds(2) }

  /// Whether it panics.
  public var isPanicking: Bool { panicSince != nil }

  /// Takes over where another left off: its panic's last instant and most pods.
  public mutating func resume(panicSince: SimTime?, maxPanicPods: Int) {
    self.panicSince = panicSince
    self.maxPanicPods = maxPanicPods
  }

  /// Decides on the pods that are ready and the averages of both windows at `now`.
  ///
  /// Nil pods or averages could not be read: the decision is not valid, and nothing changes.
  public mutating func decide(
    readyPods: Int?, averages: KnativeAverages?, at now: SimTime
  ) -> Outcome {
    guard let readyPods, let averages else { return .invalid }
    let ready = Swift.max(1, Double(readyPods))
    let stable = pods(for: averages.stable, ready: ready)
    let panic = pods(for: averages.panic, ready: ready)
    panick(over: panic.wanted / ready >= spec.panicThreshold, at: now)
    var (desired, reason, recommended) = (stable.count, stable.reason, stable.wanted)
    if isPanicking {
      if desired < panic.count { (desired, reason) = (panic.count, panic.reason) }
      if reason == KnativeReason.stableWindow { reason = KnativeReason.panicWindow }
      if desired < maxPanicPods { reason = KnativeReason.panicFloor }
      maxPanicPods = Swift.max(maxPanicPods, desired)
      desired = maxPanicPods
      recommended = Swift.max(recommended, panic.wanted)
    }
    let held = delay(desired, at: now)
    if held != desired { reason = KnativeReason.scaleDownDelay }
    return Outcome(
      isValid: true, desired: held, recommended: KnativeRounding.count(recommended),
      excessBurstCapacity: spec.burstCapacity.excess(
        readyPods: readyPods, observed: averages.panic),
      reason: reason)
  }

  /// What one average asks for: as such, and within the rates and above the activation scale.
  private func pods(
    for average: Double, ready: Double
  ) -> (wanted: Double, count: Int, reason: ScalingReason) {
    let most = KnativeRounding.ceiling(spec.maxScaleUpRate * ready)
    let least = spec.isReachable ? KnativeRounding.floor(ready / spec.maxScaleDownRate) : 0
    let wanted = KnativeRounding.ceiling(average / spec.target)
    let count = KnativeRounding.count(Swift.min(Swift.max(wanted, least), most))
    if spec.activationScale > 1, wanted > 0, count < spec.activationScale {
      return (wanted, spec.activationScale, KnativeReason.activationScale)
    }
    if wanted > most { return (wanted, count, KnativeReason.scaleUpRate) }
    if wanted < least { return (wanted, count, KnativeReason.scaleDownRate) }
    return (wanted, count, KnativeReason.stableWindow)
  }

  /// Begins, prolongs or ends the panic; it ends more than a stable window after the last excess.
  private mutating func panick(over isOver: Bool, at now: SimTime) {
    if isOver {
      panicSince = now
    } else if let since = panicSince, since + spec.stableWindow < now {
      panicSince = nil
      maxPanicPods = 0
    }
  }

  private mutating func delay(_ desired: Int, at now: SimTime) -> Int {
    guard spec.isReachable, delayed != nil else { return desired }
    delayed?.record(desired, at: Self.tickIndex(of: now))
    return delayed?.current ?? desired
  }

  /// The number of the tick that `now` is in; the original counts from 1970.
  private static func tickIndex(of now: SimTime) -> Int64 {
    let (index, rest) = now.nanoseconds.quotientAndRemainder(dividingBy: tick.nanoseconds)
    return rest < 0 ? index - 1 : index
  }
}
