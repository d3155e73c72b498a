import Capacity
import Kernel

/// From being asked for to ready.
extension Replication {
  /// Asks for an instance, for the warm pool if it is a spare; one that is there from the
  /// beginning is ready, or warm, at once.
  mutating func launch(
    in pool: Int, isInitial: Bool = false, isSpare: Bool = false, slot: MarketSlot? = nil
  ) {
    let number = pools[pool].launchedCount
    pools[pool].launchedCount += 1
    var draws = random.stream(.coldStart, group: pools[pool].group, entity: number)
    let id = instances.count
    instances.append(
      InstanceState(
        pool: pool, slot: slot, number: number,
        stages: StartStages(pools[pool].pool.start, warm: pools[pool].pool.warm, &draws),
        asked: now, isInitial: isInitial, isSpare: isSpare))
    present.append(id)
    if !isSpare { pools[pool].queued += 1 }
    guard !isInitial else { return placeInitial(id) }
    if !isSpare { recorder.countColdStart(at: now) }
    seekMachine(for: id)
  }

  private mutating func placeInitial(_ id: Int) {
    if let node = roomiestNode(of: instances[id].pool) {
      start(id, on: node)
    } else {
      start(id)
    }
    while instances[id].phase.isStarting { finishStage(of: id) }
  }

  /// Starts a queued replica on a machine of its own, or on a node that has a place; else it waits.
  mutating func seekMachine(for id: Int) {
    let pool = instances[id].pool
    if pools[pool].pool.nodes != nil {
      if let node = roomiestNode(of: pool) { start(id, on: node) }
    } else if let reason = reasonForNoMachine(in: pool) {
      refuse(id, reason)
    } else {
      instances[id].phase = .provisioning
      let length = instances[id].stages.provision
      if length == .zero { return finishStage(of: id) }
      scheduleStage(of: id, after: length)
    }
  }

  /// Why no machine can be had now, or nil when one can.
  func reasonForNoMachine(in pool: Int) -> String? {
    if !pools[pool].pool.hasMachines(at: now) { return "no machine is to be had" }
    guard let quota = architecture.quota, machines >= quota else { return nil }
    return "the quota of \(quota) machines is used up"
  }

  /// Machines of all pools, those being provisioned included.
  private var machines: Int {
    let provisioned = present.count { instances[$0].phase == .provisioning }
    let nodesAwaited = presentNodes.count { nodes[$0].launched == nil }
    return pools.reduce(provisioned + nodesAwaited) { $0 + $1.billed }
  }

  /// No machine is to be had: asks again after 30 s, then after twice as long, at most 5 min.
  private mutating func refuse(_ id: Int, _ reason: String) {
    let pool = instances[id].pool
    if instances[id].refusals == 0 {
      decide(who: "provider", pool: pool, what: "stock_out", why: reason)
    }
    let pause = min(SimDuration.seconds(30 << min(instances[id].refusals, 4)), .minutes(5))
    instances[id].refusals += 1
    events.schedule(.retry, at: now + pause, entity: id)
  }

  /// Asks again for a machine.
  mutating func retry(_ id: Int) {
    if instances[id].phase == .queued { seekMachine(for: id) }
  }

  /// Gives a queued instance its machine, which is billed from now on.
  private mutating func start(_ id: Int) {
    let pool = instances[id].pool
    instances[id].phase = .booting
    instances[id].launched = now
    if instances[id].isSpare {
      pools[pool].preparing += 1
    } else {
      pools[pool].queued -= 1
      pools[pool].starting += 1
    }
    noteFleetSize()
    scheduleInterruption(of: id)
  }

  /// A stage was to be over now; where images share the registry it may no longer be.
  mutating func stageDone(of id: Int) {
    if instances[id].stageEnds == now { finishStage(of: id) }
  }

  /// Ends a stage, unless it is an image that is still on its way.
  mutating func finishStage(of id: Int) {
    switch instances[id].phase {
    case .provisioning:
      start(id)
      scheduleStage(of: id, after: instances[id].stages.boot)
    case .booting:
      instances[id].booted = now
      instances[id].phase = .startingDriver
      // Without a driver stage there is nothing to wait for.
      if instances[id].stages.driver == .zero { return finishStage(of: id) }
      scheduleStage(of: id, after: instances[id].stages.driver)
    case .startingDriver:
      instances[id].driverReady = now
      instances[id].phase = .pullingImage
      pullImage(of: id)
    case .pullingImage:
      guard finishPull(of: id) else { return }
      instances[id].imaged = now
      instances[id].phase = .loadingModel
      loadModel(of: id)
    case .loadingModel:
      noteLoad(of: id)
      instances[id].loaded = now
      instances[id].phase = .warmingUp
      scheduleStage(of: id, after: instances[id].stages.warmUp)
    case .warmingUp: instances[id].isSpare ? becomeWarm(id) : becomeReady(id)
    case .waking: becomeReady(id)
    case .queued, .warm, .ready, .draining, .gone: return
    }
  }

  /// Ends the present stage after `length`; one that is there from the beginning has no stages.
  mutating func scheduleStage(of id: Int, after length: SimDuration) {
    guard !instances[id].isInitial else { return }
    instances[id].stageEnds = now + length
    events.schedule(.stageDone, at: now + length, entity: id)
  }
}
