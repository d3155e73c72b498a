import Capacity
import Kernel

extension Replication {
  /// Lets time pass up to `instant` with the fleet and the users as they are.
  mutating func accrue(to instant: SimTime) {
    let length = instant - now
    guard length > .zero else { return }
    let isMeasured = now >= .zero
    recorder.accrue(length, pools: pools, isMeasured: isMeasured)
    guard isMeasured else { return }
    if scalers.contains(where: \.wantsMore) { recorder.addTimeAtMaximum(length) }
    if pools.contains(where: \.isOnFallback) { recorder.addTimeOnFallback(length) }
    let span = Int128(length.nanoseconds)
    for pool in pools.indices {
      pools[pool].idleArea += Int128(pools[pool].idle) * span
      pools[pool].startingArea += Int128(pools[pool].starting) * span
      pools[pool].readyArea += Int128(pools[pool].ready) * span
      pools[pool].drainingArea += Int128(pools[pool].draining) * span
      pools[pool].machineArea += Int128(pools[pool].billed) * span
      pools[pool].warmArea += Int128(pools[pool].warm) * span
      pools[pool].billedArea += Int128(pools[pool].billed) * span
    }
  }

  mutating func startMeasuring() {
    advanceAll()
    measureFunctions()
    for id in present where instances[id].readyAt != nil {
      instances[id].busyAtZero = busy(of: id)
      if instances[id].phase == .draining {
        instances[id].busyAtReadyEnd = instances[id].busyAtZero
      }
    }
    recorder.startMeasuring(
      busy: totalBusy(), billed: pools.reduce(0) { $0 + $1.billed })
    noteStragglers()
  }

  /// Lane time that an instance has been busy so far.
  func busy(of id: Int) -> Int64 {
    let state = instances[id]
    return stations[state.station]?.station.busy(server: state.server, through: now.nanoseconds)
      ?? 0
  }

  func totalBusy() -> Int128 {
    var busy: Int128 = 0
    for pool in pools.indices { busy += totalBusy(of: pool) }
    return busy
  }

  mutating func closeInterval() {
    settleAll()
    takeFunctionTime()
    for id in present { chargeInterval(of: id) }
    recorder.close(
      at: now, pools: pools, busy: totalBusy(), waiting: totalWaiting, offered: totalOffered,
      outcomes: totalOutcomes, tally)
    for pool in pools.indices {
      pools[pool].startingArea = 0
      pools[pool].readyArea = 0
      pools[pool].drainingArea = 0
      pools[pool].machineArea = 0
      pools[pool].warmArea = 0
      pools[pool].fleet?.charged = .zero
    }
    guard now < scenario.clock.end else { return }
    events.schedule(
      .tick, at: min(now + scenario.clock.interval, scenario.clock.end), entity: 0)
  }

  /// Brings all stations, and what is counted of them, to the present.
  mutating func settleAll() {
    advanceAll()
    for box in stations { box?.station.settle(through: now.nanoseconds, &tally) }
  }

  private var totalWaiting: Int {
    stations.reduce(functions?.pool.meter.waiting ?? 0) { $0 + ($1?.station.waiting ?? 0) }
  }

  var totalOffered: Int64 {
    var sum: Int64 = 0
    for population in scenario.populations.indices { sum += tally.offered[population] }
    return sum
  }

  var totalOutcomes: OutcomeCounts {
    var sum = OutcomeCounts()
    for population in scenario.populations.indices {
      sum = sum + tally.outcomes(ofPopulation: population)
    }
    return sum
  }

  /// Ends the measured span: nobody sends any more, what is under way is served to its end.
  mutating func finish() {
    for id in present where instances[id].readyAt != nil && instances[id].busyAtReadyEnd == nil {
      instances[id].busyAtReadyEnd = busy(of: id)
    }
    let busy = totalBusy()
    busyAtEnd = busy
    for box in stations {
      guard let box else { continue }
      box.station.advance(to: .max, &tally)
      box.station.abandon(at: now.nanoseconds, &tally)
      box.station.settle(through: .max, &tally)
    }
    finishFunctions()
    recorder.addRemainder(totalOutcomes, offered: totalOffered, tally)
  }
}
