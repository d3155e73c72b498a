import Kernel

/// What one metric proposes, and what it is now.
package struct ReplicaProposal: Hashable, Sendable {
  /// The replicas that would bring the metric to its target; within the range of `Int32`.
  package var replicas: Int
  /// The metric: percent for a share of requests, else thousandths of the unit.
  package var usage: Int64
  /// The mean of a pod for a share of requests, in thousandths of the unit; else `usage`.
  package var rawMilli: Int64

  init(_ replicas: Int, _ usage: UsageRatio) {
    self.replicas = replicas
    self.usage = usage.current
    rawMilli = usage.raw
  }

  init(_ replicas: Int, usage: Int64) {
    self.replicas = replicas
    self.usage = usage
    rawMilli = usage
  }
}

/// Turns one metric into a number of replicas.
///
/// After `replica_calculator.go` of Kubernetes v1.33 and its documentation's "Algorithm details".
/// Where that converts a number past 2^31 - 1, which Go leaves open, here it is clamped.
package struct ReplicaCalculator: Hashable, Sendable {
  /// How far a ratio may be from 1.
  package var tolerance: Tolerance

  /// A calculator.
  package init(tolerance: Tolerance) { self.tolerance = tolerance }

  /// What a metric of the pods themselves proposes, `current` being the replicas asked for last.
  package func propose(
    _ target: PodTarget, current: Int, pods: PodMetrics
  ) throws(MetricFault) -> ReplicaProposal {
    if pods.samples == 0 { throw .noMetrics }
    if pods.listed == 0 { throw .noPods }
    if pods.ready + pods.strays == 0 { throw .noReadyMetrics }
    if case .utilization = target, pods.lacksRequest { throw .missingRequest }
    let usage = try target.compare(pods)
    if pods.missing == 0 && (pods.unready == 0 || !(usage.ratio > 1)) {
      let isHeld = tolerance.holds(usage.ratio)
      let replicas = isHeld ? current : Self.whole(usage.ratio * Double(pods.ready))
      return ReplicaProposal(replicas, usage)
    }
    let all = target.assume(pods, at: usage.ratio)
    let assumed = try target.compare(all).ratio
    return ReplicaProposal(
      rebalanced(usage.ratio, assumed, samples: all.ready + all.strays, current: current), usage)
  }

  /// The replicas for a ratio that rests on assumptions, which must not turn the direction.
  private func rebalanced(
    _ measured: Double, _ assumed: Double, samples: Int, current: Int
  ) -> Int {
    if tolerance.holds(assumed) { return current }
    if (measured < 1 && assumed > 1) || (measured > 1 && assumed < 1) { return current }
    let replicas = Self.whole(assumed * Double(samples))
    if (assumed < 1 && replicas > current) || (assumed > 1 && replicas < current) {
      return current
    }
    return replicas
  }

  /// Rounded up, within the range of `Int32`; NaN is 0.
  static func whole(_ replicas: Double) -> Int {
    if replicas >= Double(Int32.max) { return Int(Int32.max) }
    if replicas <= Double(Int32.min) { return Int(Int32.min) }
    return replicas.isNaN ? 0 : Int(Elementary.ceiling(replicas))
  }
}
