import Autoscaling
import Capacity
import Kernel

extension Replication {
  mutating func beginScaling() {
    for (index, scaler) in architecture.autoscalers.enumerated() {
      scalers.append(ScalerState(scaler, pools: pools))
      scalers[index].meter.time = now
      if !scaler.metrics.isEmpty {
        events.schedule(.scrape, at: now + scaler.feed.scrape, entity: index)
      }
      events.schedule(.evaluate, at: now + scaler.policy.interval, entity: index)
    }
  }

  /// An autoscaler's regular look.
  mutating func evaluate(scaler index: Int) {
    look(scaler: index)
    events.schedule(.evaluate, at: now + scalers[index].policy.interval, entity: index)
  }

  /// Lets an autoscaler look at its pool and does what it asks for.
  mutating func look(scaler index: Int) {
    let decision = decision(ofScaler: index)
    let pool = scalers[index].pool
    scalers[index].wantsMore = decision.recommended > pools[pool].pool.max
    let from = pools[pool].wanted
    let to = min(max(decision.replicas, pools[pool].pool.min), pools[pool].pool.max)
    guard to != from else { return }
    pools[pool].wanted = to
    decide(
      who: "autoscaler", pool: pool, what: to > from ? "scale_up" : "scale_down",
      why: why(scaler: index, decision), from: from, to: to)
    reconcile(pool)
    watchForWork(scaler: index)
  }

  private mutating func decision(ofScaler index: Int) -> ScalingDecision {
    let pool = pools[scalers[index].pool]
    for metric in scalers[index].feeds.indices {
      while let reading = scalers[index].feeds[metric].nextVisible(at: now) {
        scalers[index].lastVisible = reading.time
        scalers[index].policy.take(
          MetricSample(metric: metric, time: reading.time, value: reading.value))
      }
      scalers[index].seen.metrics[metric] = scalers[index].feeds[metric].average(at: now)
    }
    scalers[index].seen.wanted = pool.wanted
    scalers[index].seen.ready = pool.ready
    scalers[index].seen.starting = pool.queued + pool.missing + pool.starting + pool.broken
    scalers[index].seen.draining = pool.draining
    scalers[index].seen.unmeasured = unmeasured(byScaler: index)
    return scalers[index].policy.decide(scalers[index].seen, at: now)
  }

  /// Ready replicas of a pool that have become so since the last reading that can be seen.
  private func unmeasured(byScaler index: Int) -> Int {
    let pool = scalers[index].pool
    guard let read = scalers[index].lastVisible, pools[pool].lastReady > read else { return 0 }
    return present.count {
      instances[$0].pool == pool && instances[$0].phase == .ready
        && (instances[$0].readyAt ?? .zero) > read
    }
  }

  private func why(scaler index: Int, _ decision: ScalingDecision) -> String {
    let state = scalers[index]
    let figures = zip(state.scaler.metrics, state.seen.metrics).map { metric, value in
      let text = value.map { "\(Elementary.nearest($0 * 1000) / 1000)" } ?? "unknown"
      return "\(metric.rawValue) \(text)"
    }
    let seen = figures.isEmpty ? "" : " (\(figures.joined(separator: ", ")))"
    return "\(state.scaler.name): \(decision.reason.words)\(seen)"
  }

  /// Has a policy that is called by the first request called when something comes to its empty
  /// pool.
  mutating func watchForWork(scaler index: Int) {
    guard scalers[index].policy.isCalledByRequests, scalers[index].poke == nil else { return }
    guard pools[scalers[index].pool].live == 0, let next = nextArrivalAnywhere() else { return }
    scalers[index].poke = next
    events.schedule(.poke, at: next, entity: index)
  }

  mutating func poke(scaler index: Int) {
    scalers[index].poke = nil
    guard pools[scalers[index].pool].live == 0 else { return }
    advanceAll()
    // The caller says what waits; no scrape is due.
    for (metric, kind) in scalers[index].scaler.metrics.enumerated() {
      let reading = reading(ofPool: scalers[index].pool)
      let value = value(
        of: kind, pool: scalers[index].pool, from: scalers[index].meter, to: reading)
      scalers[index].policy.take(MetricSample(metric: metric, time: now, value: value))
    }
    look(scaler: index)
    watchForWork(scaler: index)
  }

  /// When the next frame arrives where frames wait for an instance; never in the past.
  private func nextArrivalAnywhere() -> SimTime? {
    guard let next = stations[0]?.station.arrivals.earliest, next < scenario.clock.end.nanoseconds
    else { return nil }
    // One nanosecond on, the frame is there to be seen.
    return max(SimTime(nanoseconds: next), now) + SimDuration(nanoseconds: 1)
  }
}
