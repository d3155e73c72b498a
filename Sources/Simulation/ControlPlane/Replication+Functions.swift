import Capacity
import Kernel

/// A serverless pool under the control plane: it runs by itself and is read now and then.
extension Replication {
  /// Sets up the serverless pool, if the architecture is one.
  mutating func beginFunctions() {
    guard let rules = plan.function else { return }
    precondition(pools.count == 1, "a serverless pool is all of its architecture")
    guard !scenario.populations.contains(where: \.isStream) else { return provisionForStreams() }
    functions = FunctionPoolBox(
      FunctionPool(
        plan: plan, rules: rules, random: random, group: pools[0].group,
        populationGroups: groups, beginning: now.nanoseconds))
  }

  /// Begins the measured span; the pool must be up to date.
  mutating func measureFunctions() {
    guard let functions else { return }
    recorder.addServing(
      functions.pool.meter.take().ready * Int128(functions.pool.rules.concurrency), ofPool: 0)
    functions.pool.startMeasuring()
  }

  /// Adds instances' time since the last look to the control plane's; the pool must be up to date.
  mutating func takeFunctionTime() {
    guard let functions else { return }
    let areas = functions.pool.meter.take()
    pools[0].startingArea += areas.starting
    pools[0].readyArea += areas.ready
    pools[0].idleArea += areas.idle
    pools[0].machineArea += areas.starting + areas.ready
    pools[0].billedArea += areas.starting + areas.ready
    recorder.addServing(areas.ready * Int128(functions.pool.rules.concurrency), ofPool: 0)
  }

  /// Ends the measured span; requests that are there are served to their end.
  mutating func finishFunctions() {
    guard let functions else { return }
    functions.pool.close(at: now.nanoseconds)
    functions.pool.advance(to: .max, &tally)
  }

  /// The bills of all instances of a serverless pool, in order of launch.
  func functionBills(_ clock: Clock) -> [FunctionBill] {
    functionBills(
      functions?.pool.allLives(at: now.nanoseconds) ?? lives(Array(instances.indices)), clock)
  }

  /// The lives of instances that serve streams.
  func lives(_ ids: [Int]) -> [FunctionLife] {
    let provisioned = plan.function?.layer.provisioned ?? 0
    return ids.compactMap { FunctionLife(instances[$0], provisioned: provisioned) }
  }

  /// What each of several lives is charged.
  func functionBills(_ lives: [FunctionLife], _ clock: Clock) -> [FunctionBill] {
    guard let layer = plan.function?.layer else { return [] }
    return lives.map { life in
      FunctionBill(
        life, pool: pools[0].pool, layer: layer, lanes: pools[0].lanesPerInstance, clock: clock,
        provisioned: provisionedShare(of: life, layer, until: clock.end))
    }
  }

  /// An instance's share of what is paid for instances kept ready: what it adds to those before.
  private func provisionedShare(
    of life: FunctionLife, _ layer: FunctionLayer, until end: SimTime
  ) -> Money {
    guard life.isProvisioned, case .request(_, let kept?) = layer.billing else { return .zero }
    func charge(_ environments: Int64) -> Money {
      kept.charge(environments: Int(environments), from: .zero, until: end)
    }
    return charge(life.number + 1) - charge(life.number)
  }

  /// The figures that only a serverless pool has, and those that it counts itself.
  func addFunctions(to metrics: inout [Metric: Double]) {
    guard plan.function != nil else { return }
    var come = Int64(streamsCome)
    var cold = Int64(coldStreams)
    if let functions {
      metrics[.coldStarts] = Double(functions.pool.coldStarts)
      metrics[.maxInstances] = Double(functions.pool.meter.most)
      come = totalOffered
      cold = functions.pool.coldRequests
    }
    if come > 0 { metrics[.coldStartShare] = Double(cold) / Double(come) }
    let instances = pools[0].billedArea
    if instances > 0 { metrics[.idleShare] = Double(pools[0].idleArea) / Double(instances) }
  }
}
