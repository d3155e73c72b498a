import Autoscaling
import Capacity
import Kernel
import Statistics

/// One architecture under one set of random numbers, while it runs.
///
/// The control plane: few events in one global order. Stations are advanced to an event's instant
/// just before it reads or changes them.
struct Replication: ~Copyable {
  let scenario: Scenario
  let architecture: Architecture
  let plan: DataPlan
  let random: RandomSource
  let number: Int
  var events = EventQueue<ControlEvent>()
  var now: SimTime
  /// The first station is the pool's, or for sticky routing where streams wait for an instance.
  var stations: [StationBox?] = []
  var freeStations: [Int] = []
  /// The serverless pool that is all of the architecture, or nil.
  var functions: FunctionPoolBox?
  /// Streams that came to a serverless pool within the measured span, and those of them that met
  /// a cold start.
  var streamsCome = 0
  var coldStreams = 0
  var pools: [PoolState]
  var instances: [InstanceState] = []
  /// Every node that ever was, and the provisioners of pools that have nodes.
  var nodes: [NodeState] = []
  /// Nodes that are asked for or there, in the order in which they were asked for.
  var presentNodes: [Int] = []
  var provisioners: [NodeProvisioner?] = []
  /// The registry's bandwidth, where pulls feel each other.
  var registry: SharedLink?
  /// The spot markets that pools buy in.
  var markets: [MarketZone] = []
  /// Instances that are not gone, in order of launch.
  var present: [Int] = []
  var starts: [ArrivalSequence?] = []
  /// The announcements of each population whose sessions make them, and how many are open.
  var signals: [SignalState?]
  var announced = 0
  var groups: [Int]
  var startedSessions: [Int]
  var sessions: [SessionState] = []
  var freeSessions: [Int] = []
  var turn = 0
  var scalers: [ScalerState] = []
  var planned: [PlannedPool] = []
  var mixes: [MixState] = []
  var tally: Tally
  var recorder: Recorder
  var decisions: [Decision] = []
  var budget: BudgetState?
  /// Lane time busy up to the end of the measured span.
  var busyAtEnd: Int128 = 0

  init(
    scenario: Scenario, architecture: Architecture, plan: DataPlan, number: Int,
    keepsExactLatencies: Bool
  ) {
    self.scenario = scenario
    self.architecture = architecture
    self.plan = plan
    self.number = number
    random = RandomSource(seed: scenario.seed, replication: number)
    now = scenario.clock.beginning
    pools = architecture.pools.map { pool in
      PoolState(
        pool: pool, group: randomGroup(of: pool.name),
        lanesPerInstance: pool.gpusPerReplica * pool.lanesPerGPU(under: architecture.serving),
        wanted: pool.initial)
    }
    groups = scenario.populations.map { randomGroup(of: $0.name) }
    startedSessions = scenario.populations.map { _ in 0 }
    signals = scenario.populations.map { _ in nil }
    tally = Tally(
      populations: scenario.populations.count, pools: architecture.pools.count,
      end: scenario.clock.end.nanoseconds,
      keepsExactLatencies: keepsExactLatencies)
    recorder = Recorder()
    budget = architecture.budget.map { BudgetState($0) }
    registry = architecture.registry.map { SharedLink($0) }
  }

  /// Runs to the end, or returns nil when told to stop.
  mutating func run(
    checkpoint: (_ share: Double) -> Bool
  ) throws(RunFailure) -> ReplicationResult? {
    begin()
    while let event = events.next() {
      accrue(to: event.time)
      now = event.time
      switch event.kind {
      case .zoneChange: changeZones()
      case .measureStart: startMeasuring()
      case .stageDone: stageDone(of: event.entity)
      case .notice: notice(event.entity)
      case .interruption: interrupt(event.entity)
      case .failure: crash(event.entity)
      case .outage: fail(outage: event.entity)
      case .repair: repair(pool: event.entity)
      case .nodeReady: nodeReady(event.entity)
      case .expire: expire(event.entity)
      case .refill: refillWarmPool(of: event.entity)
      case .retry: retry(event.entity)
      case .provision: provision(pool: event.entity)
      case .drainCheck: checkDrain(of: event.entity)
      case .sessionEnd: endSession(event.entity)
      case .sessionStart: startSession(population: event.entity)
      case .signal: announce(population: event.entity)
      case .scrape: scrape(scaler: event.entity)
      case .scrapeMix: scrapeMix(event.entity)
      case .balance: balance(mix: event.entity)
      case .planned: followPlan(event.entity)
      case .poke: poke(scaler: event.entity)
      case .evaluate:
        if checkpoint(share) { return nil }
        evaluate(scaler: event.entity)
      case .tick:
        if checkpoint(share) { return nil }
        closeInterval()
      case .budgetLook: watchBudget()
      case .end:
        finish()
        return try result()
      }
    }
    preconditionFailure("a replication ends with its end event")
  }

  /// The share of the simulated time that has passed.
  private var share: Double {
    let clock = scenario.clock
    return (now - clock.beginning).seconds / (clock.end - clock.beginning).seconds
  }

  private mutating func begin() {
    let clock = scenario.clock
    let hall = Station(
      plan: plan, random: random, number: 0, beginning: now.nanoseconds)
    stations.append(StationBox(hall))
    beginMarkets()
    for pool in pools.indices {
      beginNodes(of: pool)
      if pools[pool].fleet != nil {
        place(in: pool, isInitial: true)
      } else {
        for _ in 0..<pools[pool].wanted { launch(in: pool, isInitial: true) }
      }
      beginWarmPool(of: pool)
    }
    beginOutages()
    beginFunctions()
    for population in scenario.populations.indices { begin(population) }
    beginScaling()
    beginMixes()
    beginForesight()
    events.schedule(.measureStart, at: .zero, entity: 0)
    events.schedule(.tick, at: min(.zero + clock.interval, clock.end), entity: 0)
    scheduleBudgetLook(after: .zero)
    events.schedule(.end, at: clock.end, entity: 0)
  }

  private mutating func begin(_ index: Int) {
    let population = scenario.populations[index]
    switch (population.kind, population.arrivals) {
    case (.request, .closedLoop(let clients, _)):
      for client in 0..<clients { beginClient(client, population: index) }
      recorder.changeUsers(by: clients)
      starts.append(nil)
    case (.request, _):
      let requests = RequestSource(
        population, index: index, group: groups[index], clock: scenario.clock, random: random,
        plan: plan)
      let source = FrameSource(
        kind: .requests, population: index, owner: 0, firstCapture: .max, end: 0,
        jitter: random.stream(.jitter, group: groups[index], entity: 0),
        network: random.stream(.network, group: 0, entity: 0))
      if let functions {
        functions.pool.addRequests(requests, source)
      } else {
        hall { station, _ in station.addRequests(requests, source) }
      }
      starts.append(nil)
    case (.stream, _):
      var sequence = ArrivalSequence(
        population, group: groups[index], clock: scenario.clock, random: random)
      beginSignals(of: index, sequence)
      if let first = sequence.next() {
        events.schedule(.sessionStart, at: first, entity: index)
      }
      starts.append(sequence)
    }
  }

  private mutating func beginClient(_ client: Int, population: Int) {
    let source = FrameSource(
      kind: .client, population: population, owner: client, firstCapture: .max,
      end: scenario.clock.end.nanoseconds,
      jitter: random.stream(.think, group: groups[population], entity: client),
      network: random.stream(.network, group: groups[population], entity: client))
    let instant = now.nanoseconds
    if let functions { return functions.pool.addClient(source, at: instant) }
    hall { station, _ in station.addClient(source, at: instant) }
  }

  /// Changes the first station, which must be up to date.
  mutating func hall(_ change: (inout Station, inout Tally) -> Void) {
    guard let box = stations[0] else { preconditionFailure("the first station is never removed") }
    change(&box.station, &tally)
  }

  /// Brings a station to the present and changes it.
  mutating func visit<Answer>(
    _ index: Int, _ change: (inout Station, inout Tally) -> Answer
  ) -> Answer {
    guard let box = stations[index] else { preconditionFailure("a station that is there") }
    box.station.advance(to: now.nanoseconds, &tally)
    return change(&box.station, &tally)
  }

  /// Brings all stations to the present.
  mutating func advanceAll() {
    for box in stations { box?.station.advance(to: now.nanoseconds, &tally) }
    functions?.pool.advance(to: now.nanoseconds, &tally)
  }
}
