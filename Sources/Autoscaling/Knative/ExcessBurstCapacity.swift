/// The room that ready pods have beyond what is asked of them and the burst they should bear.
///
/// While it is negative the activator stays in the path of requests and buffers them. After
/// `autoscaler.go`, `multiscaler.go` and `kpa.go` of Knative Serving 1.23.
public struct ExcessBurstCapacity: Hashable, Sendable {
  /// What a pod may carry at 100 %.
  public var total: Double
  /// The burst that ready pods should bear: `target-burst-capacity`, 211 by default; 0 takes the
  /// activator out of the path as soon as there are pods, -1 keeps it there always.
  public var target: Double

  /// Burst capacity of pods that may carry `total` each.
  public init(total: Double, target: Double) {
    self.total = total
    self.target = target
  }

  /// The excess over `observed`, the average of the panic window: rounded down.
  public func excess(readyPods: Int, observed: Double) -> Int {
    if target == 0 { return 0 }
    guard target > 0 else { return -1 }
    return KnativeRounding.count(
      KnativeRounding.floor(Double(readyPods) * total - target - observed))
  }

  /// The excess before the first decision: of the initial scale, rounded towards zero.
  public func initial(scale: Int) -> Int {
    if target == 0 || target == -1 { return Int(target) }
    return KnativeRounding.count(Double(scale) * total - target)
  }

  /// The activators in the path: enough for the ready pods and the burst at `activatorCapacity`
  /// each (`activator-capacity`, 100 by default), at least 2.
  public func activators(readyPods: Int, activatorCapacity: Double = 100) -> Int {
    guard target != 0 else { return 2 }
    let covered = Double(readyPods) * total + Swift.max(target, 0)
    return KnativeRounding.count(
      Swift.max(2, KnativeRounding.ceiling(covered / activatorCapacity)))
  }
}
