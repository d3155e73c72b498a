import Kernel

extension ReplicaCalculator {
  /// What a value that is no matter of single pods (object or external, target `Value`) proposes:
  /// its ratio to the target times the pods that serve.
  ///
  /// From 0 replicas there is neither tolerance nor a pod to count: the ratio rounded up.
  package func propose(
    value: Int64, target: Int64, current: Int, pods: Int, serving: Int
  ) throws(MetricFault) -> ReplicaProposal {
    let ratio = Double(value) / Double(target)
    if current == 0 { return ReplicaProposal(Self.whole(ratio), usage: value) }
    if tolerance.holds(ratio) { return ReplicaProposal(current, usage: value) }
    if pods == 0 { throw .noPods }
    return ReplicaProposal(Self.whole(ratio * Double(serving)), usage: value)
  }

  /// What a total that the replicas share (object or external, target `AverageValue`) proposes.
  ///
  /// `replicas` are those that exist, `status.replicas` in Kubernetes: within the tolerance they
  /// are proposed, whatever was asked for. With none the usage is clamped to 2^63 - 1, where Go
  /// leaves the conversion of an infinity open.
  package func propose(total: Int64, targetAverage: Int64, replicas: Int) -> ReplicaProposal {
    let target = Double(targetAverage)
    let ratio = Double(total) / (target * Double(replicas))
    let isHeld = tolerance.holds(ratio)
    return ReplicaProposal(
      isHeld ? replicas : Self.whole(Double(total) / target),
      usage: Self.average(of: total, replicas: replicas))
  }

  private static func average(of total: Int64, replicas: Int) -> Int64 {
    let mean = Double(total) / Double(replicas)
    if mean.isNaN { return 0 }
    if mean >= 0x1p63 || Double(total) >= 0x1p63 { return .max }
    return mean <= -0x1p63 ? .min : Elementary.ceiling(mean)
  }

  /// The sum of the values of an external metric; nil without one, 2^63 - 1 where it overflows.
  ///
  /// For a target of `AverageValue` Kubernetes v1.33 takes any negative sum on the way for an
  /// overflow, so there a negative value reads 2^63 - 1.
  package static func sum(_ values: [Int64], isAverage: Bool) -> Int64? {
    if values.isEmpty { return nil }
    var sum: Int64 = 0
    for value in values {
      let (next, overflows) = sum.addingReportingOverflow(value)
      if overflows && value > 0 { return .max }
      if isAverage && next < 0 { return .max }
      sum = next
    }
    return sum
  }
}
