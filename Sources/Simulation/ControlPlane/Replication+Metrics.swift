import Autoscaling
import Capacity
import Kernel

extension Replication {
  /// Reads the metrics that an autoscaler watches.
  mutating func scrape(scaler index: Int) {
    advanceAll()
    let meter = reading(ofPool: scalers[index].pool)
    for (feed, metric) in scalers[index].scaler.metrics.enumerated() {
      let value = value(
        of: metric, pool: scalers[index].pool, from: scalers[index].meter, to: meter)
      scalers[index].feeds[feed].record(value, at: now)
    }
    scalers[index].meter = meter
    events.schedule(.scrape, at: now + scalers[index].scaler.feed.scrape, entity: index)
  }

  func reading(ofPool pool: Int) -> PoolMeter {
    PoolMeter(
      busy: totalBusy(of: pool), servingArea: recorder.servingArea(ofPool: pool),
      arrived: tally.arrived, dispatched: tally.dispatched, waited: tally.waited, time: now)
  }

  /// A metric between two readings, or nil when there was nothing to read.
  func value(
    of metric: PoolMetric, pool: Int, from last: PoolMeter, to now: PoolMeter
  ) -> Double? {
    switch metric {
    case .gpuUtilization:
      let area = now.servingArea - last.servingArea
      return area > 0 ? Double(now.busy - last.busy) / Double(area) : nil
    case .concurrency: return Double(outstanding(of: pool))
    case .queueLength: return Double(waiting(for: pool))
    case .streams: return Double(recorder.users + announced)
    case .arrivalRate:
      let length = (now.time - last.time).seconds
      return length > 0 ? Double(now.arrived - last.arrived) / length : nil
    case .queueWait:
      let frames = now.dispatched - last.dispatched
      return frames > 0 ? Double(now.waited - last.waited) / Double(frames) / 1e9 : nil
    }
  }

  /// The load of several pools; frames in a queue that they share count once.
  func load(_ metric: PoolMetric, ofPools group: [Int], since last: PoolMeter) -> Double? {
    let shared = plan.routing == .sharedQueue ? waiting(for: group[0]) : nil
    func total(_ part: (Int) -> Int) -> Double { Double(group.reduce(0) { $0 + part($1) }) }
    switch metric {
    case .queueLength: return shared.map { Double($0) } ?? total { waiting(for: $0) }
    case .concurrency:
      return total { outstanding(of: $0) } - Double((shared ?? 0) * (group.count - 1))
    case .gpuUtilization, .arrivalRate, .queueWait, .streams:
      return value(of: metric, pool: group[0], from: last, to: reading(ofPool: group[0]))
    }
  }

  /// Lane time that a pool has been busy so far, gone instances included.
  func totalBusy(of pool: Int) -> Int128 {
    if let functions { return functions.pool.meter.busyArea }
    var busy = pools[pool].busyGone
    for id in present where instances[id].pool == pool && instances[id].readyAt != nil {
      let state = instances[id]
      guard let box = stations[state.station] else { continue }
      busy += Int128(box.station.busy(server: state.server, through: now.nanoseconds))
    }
    return busy
  }

  /// Frames waiting for a pool or in service there.
  private func outstanding(of pool: Int) -> Int {
    let instant = now.nanoseconds
    var frames = waiting(for: pool)
    for id in present where instances[id].pool == pool && instances[id].phase == .ready {
      let state = instances[id]
      guard let box = stations[state.station] else { continue }
      frames += box.station.framesInService(at: state.server, instant)
    }
    return frames
  }

  /// Frames waiting for a pool's lanes; a queue that pools share counts for each.
  private func waiting(for pool: Int) -> Int {
    if plan.routing == .sharedQueue { return stations[0]?.station.waiting ?? 0 }
    var frames = 0
    for id in present where instances[id].pool == pool && instances[id].phase == .ready {
      let state = instances[id]
      guard let box = stations[state.station] else { continue }
      frames += box.station.framesWaiting(at: state.server)
    }
    return frames
  }
}
