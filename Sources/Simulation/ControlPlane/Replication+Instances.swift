import Capacity
import Kernel

extension Replication {
  mutating func scheduleInterruption(of id: Int) {
    let pool = pools[instances[id].pool]
    guard case .spot(let market) = pool.pool.purchase else { return }
    var draws = random.stream(.upTime, group: pool.group, entity: instances[id].number)
    let upTime = SimDuration(seconds: market.upTime.draw(draws.nextUniform()))
    // At least a second, so that a market without capacity cannot be asked without end.
    let end = now + max(upTime, .seconds(1))
    if end < scenario.clock.end { events.schedule(.interruption, at: end, entity: id) }
    // A life shorter than the notice ends without one: told at its launch, an instance would be
    // given up and replaced at the same instant, perhaps without end.
    let warning = end - market.notice
    if market.notice > .zero, warning > now, warning < scenario.clock.end {
      events.schedule(.notice, at: warning, entity: id)
    }
  }

  mutating func becomeReady(_ id: Int) {
    let pool = instances[id].pool
    instances[id].phase = .ready
    instances[id].readyAt = now
    pools[pool].starting -= 1
    pools[pool].ready += 1
    pools[pool].lastReady = now
    let isSticky = plan.routing.isSticky
    let station = isSticky ? newStation() : 0
    let service = random.stream(
      .service, group: pools[pool].group, entity: instances[id].number)
    let gpus = pools[pool].pool.gpusPerReplica
    let lanes = pools[pool].pool.lanesPerGPU(under: architecture.serving)
    let curve = curve(of: id)
    let instant = now.nanoseconds
    instances[id].station = station
    instances[id].server = visit(station) { station, _ in
      station.addServer(
        instance: id, curve: curve, gpus: gpus, lanesPerGPU: lanes, service: service,
        at: instant)
    }
    if isSticky { moveSessions(of: 0) }
    beginIdle(id)
    if instances[id].slot?.isSpot == true { place(in: pool) }
    noteStraggler(id)
    scheduleFailure(of: id)
  }

  mutating func newStation() -> Int {
    let place = freeStations.popLast() ?? stations.count
    if place == stations.count { stations.append(nil) }
    stations[place] = StationBox(
      Station(plan: plan, random: random, number: place, beginning: now.nanoseconds))
    return place
  }

  /// Brings a pool's live instances to the wanted number.
  mutating func reconcile(_ pool: Int) {
    if pools[pool].fleet != nil { return place(in: pool) }
    while pools[pool].live < pools[pool].wanted {
      if !wakeSpare(in: pool) { launch(in: pool) }
    }
    while pools[pool].live > pools[pool].wanted {
      if writeOffBroken(in: pool) { continue }
      let ours = present.filter { instances[$0].pool == pool && !instances[$0].isSpare }
      guard let victim = victim(among: ours) else { return }
      if instances[victim].phase.isComing { end(victim) } else { drain(victim) }
    }
  }

  /// The replica to give up first: the youngest without a machine, the youngest that starts, else
  /// the ready one with the fewest streams, the youngest among equals.
  func victim(among ours: [Int]) -> Int? {
    if let queued = ours.last(where: { instances[$0].phase.isQueued }) { return queued }
    if let starting = ours.last(where: { instances[$0].phase.isStarting }) { return starting }
    return ours.filter { instances[$0].phase == .ready }.min {
      (instances[$0].streams, -$0) < (instances[$1].streams, -$1)
    }
  }

  /// Lets a ready instance finish what it has.
  mutating func drain(_ id: Int) {
    withdraw(id)
    events.schedule(.drainCheck, at: now, entity: id)
  }

  /// Gives a ready instance nothing new.
  private mutating func withdraw(_ id: Int) {
    let state = instances[id]
    let instant = now.nanoseconds
    instances[id].phase = .draining
    instances[id].drainingAt = now
    instances[id].busyAtReadyEnd = visit(state.station) { station, _ in
      if !station.plan.routing.isSticky { station.close(server: state.server, at: instant) }
      return station.busy(server: state.server, through: instant)
    }
    pools[state.pool].ready -= 1
    pools[state.pool].draining += 1
  }

  mutating func checkDrain(of id: Int) {
    guard instances[id].phase == .draining, let since = instances[id].drainingAt else { return }
    let state = instances[id]
    let instant = now.nanoseconds
    let isIdle = visit(state.station) { station, _ in
      station.isIdle(server: state.server, at: instant)
    }
    let timeout = pools[state.pool].pool.drainTimeout
    if (isIdle && state.streams == 0) || now - since >= timeout {
      end(id)
    } else {
      events.schedule(.drainCheck, at: min(now + .seconds(1), since + timeout), entity: id)
    }
  }

  mutating func notice(_ id: Int) {
    guard instances[id].phase != .gone else { return }
    let pool = instances[id].pool
    let wasLive = instances[id].phase != .draining
    decide(who: "spot_market", pool: pool, what: "notice", why: "capacity is taken back")
    heedNotice(id)
    if wasLive { reconcile(pool) }
  }

  /// Gives an instance nothing more to do that the market will take; it stays, and is billed,
  /// until then, as the owner does not end it. One that drains already goes on as it would.
  mutating func heedNotice(_ id: Int) {
    instances[id].isNoticed = true
    if instances[id].phase == .ready {
      withdraw(id)
    } else if instances[id].phase.isStarting, !instances[id].isSpare {
      abandonStart(of: id)
      instances[id].phase = .draining
      pools[instances[id].pool].starting -= 1
      pools[instances[id].pool].draining += 1
      pools[instances[id].pool].stopped += 1
    }
  }

  /// Lets others fetch what an instance was fetching.
  private mutating func abandonStart(of id: Int) {
    if instances[id].phase == .pullingImage { abandonPull(of: id) }
    if instances[id].phase == .loadingModel { abandonLoad(of: id) }
  }

  mutating func interrupt(_ id: Int) {
    guard instances[id].phase != .gone else { return }
    let pool = instances[id].pool
    instances[id].isInterrupted = true
    decide(who: "spot_market", pool: pool, what: "interruption", why: "capacity is taken back")
    end(id)
    reconcile(pool)
  }

  /// Ends an instance's life now; its streams go elsewhere, its unfinished frames fail.
  mutating func end(_ id: Int) {
    let state = instances[id]
    let hasServed = state.readyAt != nil
    abandonStart(of: id)
    chargeInterval(of: id)
    instances[id].phase = .gone
    instances[id].goneAt = now
    present.removeAll { $0 == id }
    if state.isSpare {
      discount(spare: state)
    } else if state.phase.isQueued {
      pools[state.pool].queued -= 1
    } else if state.phase.isStarting {
      pools[state.pool].starting -= 1
    } else if state.phase == .draining {
      pools[state.pool].draining -= 1
      if !hasServed { pools[state.pool].stopped -= 1 }
    } else {
      pools[state.pool].ready -= 1
    }
    if hasServed { leaveStation(id) }
    if let node = state.node { leave(node) }
  }

  private mutating func leaveStation(_ id: Int) {
    let state = instances[id]
    let instant = now.nanoseconds
    let busy = visit(state.station) { station, tally in
      let busy = station.busy(server: state.server, through: instant)
      station.remove(server: state.server, at: instant, &tally)
      return busy
    }
    if instances[id].busyAtReadyEnd == nil { instances[id].busyAtReadyEnd = busy }
    pools[state.pool].busyGone += Int128(busy)
    if plan.routing.isSticky {
      // After the server is gone: frames that it lost go with the streams that send them again.
      moveSessions(of: state.station)
      stations[state.station] = nil
      freeStations.append(state.station)
    }
  }

  /// Notes what was decided, within the measured span.
  mutating func decide(
    who: String, pool: Int, what: String, why: String, from: Int? = nil, to: Int? = nil
  ) {
    guard now >= .zero else { return }
    let wanted = pools[pool].wanted
    decisions.append(
      Decision(
        time: now, who: who, pool: pools[pool].pool.name, what: what, why: why,
        from: from ?? wanted, to: to ?? wanted))
  }

  mutating func noteFleetSize() {
    recorder.noteInstances(pools.reduce(0) { $0 + $1.billed })
  }
}
