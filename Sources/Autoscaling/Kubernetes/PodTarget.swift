/// What a metric of the pods themselves should be.
package enum PodTarget: Hashable, Sendable {
  /// Percent of what the pods request; positive.
  case utilization(percent: Int64)
  /// The mean over pods, in thousandths of the unit; positive.
  case average(milli: Int64)

  /// The share of its request, in percent, that a pod without a sample is taken to use when
  /// scaling down.
  package var fallbackPercent: Int64 {
    switch self {
    case .utilization(let percent): max(100, percent)
    case .average: 100
    }
  }

  /// How usage and target compare.
  ///
  /// Samples of unknown pods count for a mean, not for a share of requests, as in Kubernetes.
  package func compare(_ pods: PodMetrics) throws(MetricFault) -> UsageRatio {
    switch self {
    case .utilization(let percent):
      try UsageRatio.utilization(
        usage: pods.usage, requests: pods.requests, pods: pods.ready, targetPercent: percent)
    case .average(let milli):
      try UsageRatio.average(
        usage: pods.usage + pods.strayUsage, samples: pods.ready + pods.strays, target: milli)
    }
  }

  /// The pods with an assumption in place of what is not known, made to change less: pods without
  /// a sample are busy when scaling down and idle when scaling up, pods that are not ready are
  /// idle when scaling up.
  func assume(_ pods: PodMetrics, at ratio: Double) -> PodMetrics {
    var all = pods
    if ratio < 1 {
      all.ready += pods.missing
      all.requests += pods.missingRequests
      all.usage += usageOfMissing(pods)
    } else if ratio > 1 {
      all.ready += pods.missing + pods.unready
      all.requests += pods.missingRequests + pods.unreadyRequests
    }
    return all
  }

  private func usageOfMissing(_ pods: PodMetrics) -> Int128 {
    switch self {
    case .utilization: pods.missingFallback
    case .average(let milli): Int128(milli) * Int128(pods.missing)
    }
  }
}
