import Autoscaling
import Capacity
import Kernel

/// An autoscaler with what it remembers between two looks.
struct ScalerState {
  let scaler: PoolAutoscaler
  let pool: Int
  var policy: HorizontalPodAutoscaler
  /// Lane time at the last look: busy, and of instances that could serve.
  var busy: Int128 = 0
  var servingArea: Int128 = 0
  /// Whether it asked for more than the maximum at its last look.
  var wantsMore = false

  init(_ scaler: PoolAutoscaler, pools: [PoolState]) {
    guard let index = pools.firstIndex(where: { $0.pool.name == scaler.pool }) else {
      preconditionFailure("an autoscaler names a pool of its architecture")
    }
    self.scaler = scaler
    pool = index
    var behavior = ScalingBehavior()
    behavior.up.stabilizationWindow = scaler.stabilizeUp
    behavior.down.stabilizationWindow = scaler.stabilizeDown
    policy = HorizontalPodAutoscaler(
      .init(
        min: pools[index].pool.min, max: pools[index].pool.max,
        metrics: [MetricTarget(kind: .pods, target: scaler.target, isTotal: false)],
        tolerance: Tolerance(up: scaler.tolerance, down: scaler.tolerance), behavior: behavior,
        syncPeriod: scaler.sync))
  }
}

extension Replication {
  mutating func evaluate(scaler index: Int) {
    advanceAll()
    let pool = scalers[index].pool
    let metric = measure(scaler: index)
    let seen = PoolObservation(
      wanted: pools[pool].wanted, ready: pools[pool].ready, starting: pools[pool].starting,
      metrics: [metric])
    let decision = scalers[index].policy.decide(seen, at: now)
    scalers[index].wantsMore = decision.reason == .tooManyReplicas
    if decision.replicas != pools[pool].wanted {
      let from = pools[pool].wanted
      pools[pool].wanted = decision.replicas
      decide(
        who: "autoscaler", pool: pool, what: decision.replicas > from ? "scale_up" : "scale_down",
        why: why(metric, scalers[index].scaler, decision), from: from, to: decision.replicas)
      reconcile(pool)
    }
    events.schedule(.evaluate, at: now + scalers[index].scaler.sync, entity: index)
  }

  private func why(
    _ metric: Double?, _ scaler: PoolAutoscaler, _ decision: ScalingDecision
  ) -> String {
    let value = metric.map { "\(Elementary.nearest($0 * 1000) / 1000)" } ?? "unknown"
    return "\(scaler.metric.rawValue) \(value) against \(scaler.target): "
      + decision.reason.words
  }

  /// The metric since the last look, or nil when no instance could serve meanwhile.
  private mutating func measure(scaler index: Int) -> Double? {
    let pool = scalers[index].pool
    switch scalers[index].scaler.metric {
    case .gpuUtilization:
      let busy = totalBusy(of: pool)
      let area = recorder.servingArea(ofPool: pool)
      let newBusy = busy - scalers[index].busy
      let newArea = area - scalers[index].servingArea
      scalers[index].busy = busy
      scalers[index].servingArea = area
      return newArea > 0 ? Double(newBusy) / Double(newArea) : nil
    case .outstanding:
      guard pools[pool].ready > 0 else { return nil }
      return Double(outstanding(of: pool)) / Double(pools[pool].ready)
    }
  }

  /// Lane time that a pool has been busy so far, gone instances included.
  func totalBusy(of pool: Int) -> Int128 {
    var busy = pools[pool].busyGone
    for id in present where instances[id].pool == pool && instances[id].readyAt != nil {
      let state = instances[id]
      guard let box = stations[state.station] else { continue }
      busy += Int128(box.station.busy(server: state.server, through: now.nanoseconds))
    }
    return busy
  }

  /// Frames waiting for a pool or in service there; a queue that pools share counts for each.
  private func outstanding(of pool: Int) -> Int {
    let instant = now.nanoseconds
    let isShared = plan.routing == .sharedQueue
    var frames = isShared ? stations[0]?.station.waiting ?? 0 : 0
    for id in present where instances[id].pool == pool && instances[id].phase == .ready {
      let state = instances[id]
      guard let box = stations[state.station] else { continue }
      frames +=
        isShared
        ? box.station.framesInService(at: state.server, instant)
        : box.station.outstanding(at: state.server, instant)
    }
    return frames
  }
}
