import Capacity
import Kernel

/// Instances that crash, zones that fail, instances that are slow.
extension Replication {
  mutating func beginOutages() {
    var entity = 0
    for pool in pools.indices {
      for outage in pools[pool].pool.outages {
        events.schedule(.outage, at: outage.at, entity: entity)
        entity += 1
      }
    }
  }

  /// Draws when an instance that is ready will crash.
  mutating func scheduleFailure(of id: Int) {
    guard let failures = pools[instances[id].pool].pool.failures else { return }
    var draws = failureDraws(of: id)
    let upTime = SimDuration(seconds: failures.upTime.draw(draws.nextUniform()))
    // At least a second, so that a pool that crashes at once cannot be refilled without end.
    let crash = now + max(upTime, .seconds(1))
    if crash < scenario.clock.end { events.schedule(.failure, at: crash, entity: id) }
  }

  private func failureDraws(of id: Int) -> RandomStream {
    random.stream(
      .failure, group: pools[instances[id].pool].group, entity: instances[id].number)
  }

  /// An instance crashes; another takes its place after the repair time.
  mutating func crash(_ id: Int) {
    guard instances[id].phase != .gone, let failures = pools[instances[id].pool].pool.failures
    else { return }
    var draws = failureDraws(of: id)
    _ = draws.nextUniform()
    let repair = SimDuration(seconds: failures.repair.draw(draws.nextUniform()))
    decide(
      who: "failure", pool: instances[id].pool, what: "crash",
      why: "instance \(instances[id].number) crashed")
    lose(id, until: now + max(repair, .zero))
  }

  /// Takes an instance away; its place may be filled at `instant`.
  private mutating func lose(_ id: Int, until instant: SimTime) {
    let state = instances[id]
    instances[id].hasFailed = true
    end(id)
    if state.isSpare || state.phase == .draining { return }
    pools[state.pool].broken += 1
    events.schedule(.repair, at: instant, entity: state.pool)
  }

  /// A place of a crashed instance may be filled, unless the pool has shrunk meanwhile.
  mutating func repair(pool: Int) {
    if pools[pool].writtenOff > 0 {
      pools[pool].writtenOff -= 1
    } else {
      pools[pool].broken -= 1
      reconcile(pool)
    }
    refillWarmPool(of: pool)
  }

  /// Gives up the place of a crashed instance; false when there is none.
  mutating func writeOffBroken(in pool: Int) -> Bool {
    guard pools[pool].broken > 0 else { return false }
    pools[pool].broken -= 1
    pools[pool].writtenOff += 1
    return true
  }

  /// A zone fails: what was in it is gone.
  mutating func fail(outage entity: Int) {
    let (pool, outage) = place(ofOutage: entity)
    let machines = presentNodes.filter {
      nodes[$0].pool == pool && nodes[$0].launched != nil
        && isHit(nodes[$0].number, in: pool, outage)
    }
    let lost = present.filter { id in
      guard instances[id].pool == pool, !instances[id].phase.isQueued else { return false }
      return instances[id].node.map { machines.contains($0) }
        ?? isHit(instances[id].number, in: pool, outage)
    }
    let words = pools[pool].pool.nodes == nil ? "" : "\(machines.count) nodes and "
    decide(
      who: "failure", pool: pool, what: "outage",
      why: "a zone fails with \(words)\(lost.count) instances")
    let until = outage.isReplacedElsewhere ? now : outage.at + outage.length
    let losesSpares = lost.contains { instances[$0].isSpare }
    // First, so that nothing else is put on them.
    for node in machines { nodes[node].isLeaving = true }
    for id in lost { lose(id, until: until) }
    for node in machines { lose(node: node) }
    if outage.isReplacedElsewhere {
      refillWarmPool(of: pool)
    } else if losesSpares {
      events.schedule(.refill, at: until, entity: pool)
    }
  }

  /// Whether the machine of a number is in the zone that fails.
  private func isHit(_ number: Int, in pool: Int, _ outage: Outage) -> Bool {
    var luck = random.stream(.outageLuck, group: pools[pool].group, entity: number)
    return luck.nextUniform() < outage.share
  }

  private func place(ofOutage entity: Int) -> (pool: Int, outage: Outage) {
    var number = entity
    for pool in pools.indices {
      let outages = pools[pool].pool.outages
      if number < outages.count { return (pool, outages[number]) }
      number -= outages.count
    }
    preconditionFailure("an outage belongs to a pool")
  }

  /// The service curve of an instance: its pool's, or that of the pool's slow instances.
  func curve(of id: Int) -> Int {
    let own = ownCurve(of: id)
    return budget?.model.map { plan.otherCurves[$0][own] } ?? own
  }

  private func ownCurve(of id: Int) -> Int {
    let pool = instances[id].pool
    return isStraggler(id) ? plan.slowCurves[pool] ?? pool : pool
  }

  private func isStraggler(_ id: Int) -> Bool {
    let pool = pools[instances[id].pool]
    guard let stragglers = pool.pool.stragglers else { return false }
    var luck = random.stream(.straggler, group: pool.group, entity: instances[id].number)
    return luck.nextUniform() < stragglers.share
  }

  /// Says that an instance is slow, if it is, as it becomes ready.
  mutating func noteStraggler(_ id: Int) {
    let pool = instances[id].pool
    guard let stragglers = pools[pool].pool.stragglers, isStraggler(id) else { return }
    let times = Elementary.nearest(stragglers.factor * 1_000) / 1_000
    decide(
      who: "failure", pool: pool, what: "straggler",
      why: "instance \(instances[id].number) takes \(times) times as long for each batch")
  }

  /// Says which of the instances that came before the measured span are slow, as it begins.
  mutating func noteStragglers() {
    for id in present where (instances[id].readyAt ?? .zero) < .zero { noteStraggler(id) }
  }
}
