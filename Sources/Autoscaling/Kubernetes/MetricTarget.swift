import Kernel

/// A metric of a pool and what it should be.
public struct MetricTarget: Hashable, Sendable {
  /// How the metric becomes a number of replicas.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A mean over ready replicas that have been read; those that start, and those that no
    /// reading has counted yet, count as idle when scaling up, and as on target when scaling down.
    case pods
    /// A total that the replicas share, whether they are ready or not: total / (target × replicas).
    case externalAverageValue = "external_average_value"
    /// A value that is no matter of single replicas; its ratio to the target times the ready ones.
    case value
  }

  /// How the metric becomes a number of replicas.
  public let kind: Kind
  /// What the metric should be, in its unit; for `externalAverageValue` what one replica's share
  /// should be. At least a thousandth.
  public let target: Double
  /// Whether what is seen is a total over the pool, which `pods` divides by the ready replicas.
  public let isTotal: Bool
  let targetMilli: Int64

  /// A target; see ``milli(ofTarget:)`` for how exact it is.
  public init(kind: Kind, target: Double, isTotal: Bool) {
    self.kind = kind
    self.target = target
    self.isTotal = isTotal
    targetMilli = Self.milli(ofTarget: target)
    precondition(targetMilli > 0, "a metric's target is positive")
  }

  /// A target for a metric of a pool.
  public init(_ metric: PoolMetric, kind: Kind = .pods, target: Double) {
    self.init(kind: kind, target: target, isTotal: metric.isTotal)
  }

  /// Thousandths of a target, as Kubernetes reads a quantity (`Quantity.MilliValue`): rounded up.
  ///
  /// A number that is whole but for the error of its Double is not rounded.
  package static func milli(ofTarget value: Double) -> Int64 {
    let milli = value * 1000
    if milli.isNaN { return 0 }
    guard milli.magnitude < 0x1p51 else { return milli > 0 ? .max : .min }
    let nearest = Elementary.nearest(milli)
    let isWhole = (milli - nearest).magnitude <= 1e-9 * max(1, milli.magnitude)
    return isWhole ? Int64(nearest) : Elementary.ceiling(milli)
  }

  /// Thousandths of what was measured, as metrics adapters write a quantity: the product's Double
  /// rounded towards zero, clamped to 64 bits; nil for NaN. So do prometheus-adapter and KEDA
  /// (`GenerateMetricInMili` in `pkg/scalers/scaler.go`; its newest form parses text instead).
  package static func milli(ofSample value: Double) -> Int64? {
    let milli = value * 1000
    if milli.isNaN { return nil }
    if milli >= 0x1p63 { return .max }
    return milli <= -0x1p63 ? .min : Int64(milli)
  }

  /// What is proposed for what is seen; throws when nothing can be.
  func propose(
    _ value: Double?, seen: PoolObservation, by calculator: ReplicaCalculator
  ) throws(MetricFault) -> ReplicaProposal {
    guard let value, let milli = Self.milli(ofSample: value) else { throw .noMetrics }
    switch kind {
    case .pods:
      let measured = max(0, seen.ready - seen.unmeasured)
      let usage = isTotal ? Int128(milli) : Int128(milli) * Int128(measured)
      return try calculator.propose(
        .average(milli: targetMilli), current: seen.wanted,
        pods: PodMetrics(
          ready: measured, unready: seen.starting, missing: seen.ready - measured, usage: usage))
    case .externalAverageValue:
      return calculator.propose(
        total: milli, targetAverage: targetMilli, replicas: seen.wanted)
    case .value:
      return try calculator.propose(
        value: milli, target: targetMilli, current: seen.wanted,
        pods: seen.ready + seen.starting, serving: seen.ready)
    }
  }

  /// Why nothing can be proposed, in Kubernetes' words.
  var failure: ScalingReason {
    switch kind {
    case .pods: .failedGetPodsMetric
    case .externalAverageValue, .value: .failedGetExternalMetric
    }
  }
}
