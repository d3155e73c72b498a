package import Kernel

/// What a metric says of the pods of one target: counts and sums, in thousandths of the unit.
///
/// All that the calculator needs of any number of pods; `init(_:strays:isCPU:…)` reduces a list to
/// it. Sums have 128 bits, so that no sample of 64 bits overflows them.
package struct PodMetrics: Hashable, Sendable {
  /// Pods of the target, in whatever state.
  package var listed = 0
  /// Measurements that came back, those that do not count included.
  package var samples = 0
  /// Pods whose sample counts.
  package var ready = 0
  /// What they use together.
  package var usage: Int128 = 0
  /// What they request together.
  package var requests: Int128 = 0
  /// Pods that are not there yet.
  package var unready = 0
  /// What they request together.
  package var unreadyRequests: Int128 = 0
  /// Pods that should have a sample and have none.
  package var missing = 0
  /// What they request together.
  package var missingRequests: Int128 = 0
  /// What they are taken to use when scaling down on a share of their requests.
  package var missingFallback: Int128 = 0
  /// Samples of pods that the target does not have.
  package var strays = 0
  /// What those say together.
  package var strayUsage: Int128 = 0
  /// Whether some pod does not say what it requests.
  package var lacksRequest = false

  /// No pods.
  package init() {}

  /// The pods of a pool whose ready ones, `missing` more not counted, use `usage` together.
  package init(ready: Int, unready: Int, missing: Int = 0, usage: Int128) {
    listed = ready + unready + missing
    self.missing = missing
    samples = ready
    self.ready = ready
    self.usage = usage
    self.unready = unready
  }
}

extension PodMetrics {
  /// The sums over a list of pods and over samples of pods that are not in it.
  ///
  /// Without a sample a pod is taken to use `fallbackPercent` of its request when scaling down,
  /// rounded down for each pod.
  package init(
    _ pods: [Pod], strays: [Int64] = [], isCPU: Bool, readiness: PodReadiness,
    fallbackPercent: Int64 = 100, at now: SimTime
  ) {
    listed = pods.count
    for pod in pods { add(pod, readiness.group(of: pod, isCPU: isCPU, at: now), fallbackPercent) }
    for stray in strays { strayUsage += Int128(stray) }
    self.strays = strays.count
    samples += strays.count
  }

  private mutating func add(_ pod: Pod, _ group: PodGroup, _ fallbackPercent: Int64) {
    let request = Int128(pod.requestMilli ?? 0)
    if pod.requestMilli == nil { lacksRequest = true }
    if pod.sample != nil { samples += 1 }
    switch group {
    case .ignored: break
    case .ready:
      ready += 1
      usage += Int128(pod.sample?.milli ?? 0)
      requests += request
    case .unready:
      unready += 1
      unreadyRequests += request
    case .missing:
      missing += 1
      missingRequests += request
      missingFallback += request * Int128(fallbackPercent) / 100
    }
  }
}
