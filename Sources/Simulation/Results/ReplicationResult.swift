public import Capacity
public import Kernel
public import Statistics

/// What one replication of one architecture came to. Warm-up is left out of every figure.
public struct ReplicationResult: Sendable {
  /// The number of the replication, from 0.
  public var replication: Int
  /// The summary figures; a metric without a value (no sample) is absent.
  public var metrics: [Metric: Double]
  /// By population, in the order of the scenario.
  public var populations: [PopulationResult]
  /// By reporting interval, in order of time.
  public var timeline: [TimelineRow]
  /// Every instance that was billed or ready within the measured span, in order of launch.
  public var instances: [InstanceLife]
  /// What autoscalers and spot markets did within the measured span, in order of time.
  public var decisions: [Decision]
  /// Every charge, by pool, category and population; the sum is the cost.
  public var ledger: [LedgerLine]
  /// What was used of pools that have reserved instances.
  public var reservable: [ReservableUse] = []

  /// The sum of all charges.
  public var cost: Money { ledger.reduce(.zero) { $0 + $1.amount } }
}

/// What became of one population's frames.
public struct PopulationResult: Sendable {
  /// The population's name.
  public var name: String
  /// Frames captured in the measured span.
  public var offered: Int64
  /// How they ended; the total equals `offered`.
  public var outcomes: OutcomeCounts
  /// How often clients sent some of them again.
  public var retries: Int64
  /// Latency of served and late frames, by part.
  public var latency: LatencyParts

  /// What became of one population's frames.
  package init(
    name: String, offered: Int64, outcomes: OutcomeCounts, latency: LatencyParts,
    retries: Int64 = 0
  ) {
    self.name = name
    self.offered = offered
    self.outcomes = outcomes
    self.latency = latency
    self.retries = retries
  }
}

/// Where the time of answered frames went; each histogram counts each answered frame once.
public struct LatencyParts: Sendable {
  /// The parts that files and pages tell apart.
  public enum Part: String, Sendable, CaseIterable {
    /// From capture until the result is back.
    case total
    /// On the way up and down.
    case network
    /// Waiting for a lane and for company.
    case queue
    /// In a batch.
    case service
  }

  /// From capture until the result is back.
  public var total = Histogram()
  /// On the way up and down.
  public var network = Histogram()
  /// Waiting for a lane and for company.
  public var queue = Histogram()
  /// In a batch.
  public var service = Histogram()

  /// Nothing recorded.
  public init() {}

  /// The histogram of one part.
  public subscript(part: Part) -> Histogram {
    switch part {
    case .total: total
    case .network: network
    case .queue: queue
    case .service: service
    }
  }

  /// Adds all that `other` counted.
  public mutating func merge(_ other: LatencyParts) {
    total.merge(other.total)
    network.merge(other.network)
    queue.merge(other.queue)
    service.merge(other.service)
  }
}

/// One reporting interval.
public struct TimelineRow: Hashable, Sendable {
  /// Its first instant.
  public var start: SimTime
  /// Its length; the last may be shorter.
  public var length: SimDuration
  /// Users present, on average.
  public var users: Double
  /// Frames captured in it, whatever became of them.
  public var offered: Int64
  /// Frames that ended in it, by outcome.
  public var outcomes: OutcomeCounts
  /// Instances being provisioned or started, on average.
  public var starting: Double
  /// Instances ready, on average.
  public var ready: Double
  /// Instances draining, on average.
  public var draining: Double
  /// Busy share of the lanes of ready and draining instances; nil without any.
  public var utilization: Double?
  /// Frames waiting at its end.
  public var waiting: Int64
  /// Batches dispatched in it.
  public var batches: Int64
  /// Its share of every charge; rows add up to the cost.
  public var cost: Money
  /// How long the frames took that were answered in it.
  public var latency: LatencyQuantiles

  /// One reporting interval.
  package init(
    start: SimTime, length: SimDuration, users: Double, offered: Int64, outcomes: OutcomeCounts,
    starting: Double, ready: Double, draining: Double, utilization: Double? = nil, waiting: Int64,
    batches: Int64, cost: Money, latency: LatencyQuantiles = LatencyQuantiles()
  ) {
    self.start = start
    self.length = length
    self.users = users
    self.offered = offered
    self.outcomes = outcomes
    self.starting = starting
    self.ready = ready
    self.draining = draining
    self.utilization = utilization
    self.waiting = waiting
    self.batches = batches
    self.cost = cost
    self.latency = latency
  }
}

/// The life of one instance; times may lie before zero when it was launched during warm-up.
public struct InstanceLife: Hashable, Sendable {
  /// Why an instance ended.
  public enum End: String, Hashable, Sendable {
    /// Still there when the measured span ended.
    case running
    /// The pool shrank.
    case scaledDown = "scaled_down"
    /// The spot market took it.
    case interrupted
    /// It crashed, or its zone failed.
    case failed
    /// It had been idle for long enough.
    case expired
  }

  /// What the row is about.
  public enum Role: String, Hashable, Sendable {
    /// A replica, with its machine where it has one of its own.
    case replica
    /// A node under replicas; its cost is what no replica is charged.
    case node
  }

  /// What the row is about.
  public var role: Role
  /// The pool's name.
  public var pool: String
  /// Its number within the pool and its role, from 0, in order of launch.
  public var number: Int
  /// The instance type's name.
  public var type: String
  /// `on_demand` or `spot`.
  public var purchase: String
  /// The zone, where the pool buys in the markets of zones.
  public var zone: String?
  /// When it had its machine or its place; billing starts here.
  public var launched: SimTime
  /// When boot, image, load and warm-up were done, each nil if it did not come to that.
  public var booted: SimTime?
  /// When the image was there.
  public var imaged: SimTime?
  /// When the model was loaded.
  public var loaded: SimTime?
  /// When it could serve.
  public var ready: SimTime?
  /// When it was told to drain.
  public var draining: SimTime?
  /// When it was gone, or the end of the measured span.
  public var gone: SimTime
  /// Why it ended.
  public var end: End
  /// What it cost within the measured span.
  public var cost: Money
  /// More of its start.
  public var start: InstanceStart

  /// The life of one instance.
  package init(
    role: Role = .replica, pool: String, number: Int, type: String, purchase: String,
    zone: String? = nil, launched: SimTime,
    booted: SimTime? = nil, imaged: SimTime? = nil, loaded: SimTime? = nil, ready: SimTime? = nil,
    draining: SimTime? = nil,
    gone: SimTime, end: End, cost: Money, start: InstanceStart = InstanceStart()
  ) {
    self.role = role
    self.pool = pool
    self.number = number
    self.type = type
    self.purchase = purchase
    self.zone = zone
    self.launched = launched
    self.booted = booted
    self.imaged = imaged
    self.loaded = loaded
    self.ready = ready
    self.draining = draining
    self.gone = gone
    self.end = end
    self.cost = cost
    self.start = start
  }
}

/// Something that the control plane decided or learned.
public struct Decision: Hashable, Sendable {
  /// When.
  public var time: SimTime
  /// Who: `autoscaler`, `spot_market`, `budget`, `provider`, `node_provisioner` or `pool`.
  public var who: String
  /// The pool concerned; empty when all are.
  public var pool: String
  /// What: `scale_up`, `scale_down`, `notice`, `interruption`, `fallback`, `return_to_spot` or
  /// `stock_out`.
  public var what: String
  /// Why, for people.
  public var why: String
  /// The number of wanted instances before.
  public var from: Int
  /// The number of wanted instances after.
  public var to: Int

  /// Something decided or learned.
  package init(
    time: SimTime, who: String, pool: String, what: String, why: String, from: Int, to: Int
  ) {
    self.time = time
    self.who = who
    self.pool = pool
    self.what = what
    self.why = why
    self.from = from
    self.to = to
  }
}
