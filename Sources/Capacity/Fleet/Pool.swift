internal import Autoscaling
public import Kernel

/// Instances of one type and one purchase option under one scaling policy.
public struct Pool: Sendable {
  /// The name, `[a-z0-9][a-z0-9._-]*`.
  public var name: String
  /// What each instance is.
  public var instance: InstanceType
  /// How instances are bought.
  public var purchase: Purchase
  /// The fewest instances; at least 0.
  public var min: Int
  /// The most instances; at least `min` and 1.
  public var max: Int
  /// How many run when the simulation begins, all ready; from `min` to `max`.
  public var initial: Int
  /// What an instance goes through before it serves.
  public var start: ColdStart
  /// How long a draining instance may keep its streams before they are moved.
  public var drainTimeout: SimDuration
  /// The rule that turns an instance's life into money.
  public var billingRule: BillingRule = .perSecond
  /// The shortest time that an instance is billed for, where the rule has one.
  public var minimumBilled: SimDuration
  /// A spot instance that the market takes back before this age costs nothing; zero when all pay.
  public var freeIfInterruptedWithin: SimDuration = .zero
  /// The nodes under the replicas; nil when every replica has a machine of its own.
  public var nodes: NodeLayer?
  /// Times in which no machine can be had, ascending.
  public var stockOuts: [StockOut]
  /// What makes the pool serverless; `min`, `max` and `initial` then mean nothing. Nil for a pool
  /// of instances that are asked for by number.
  public var function: FunctionLayer?
  /// Machines kept prepared; nil for none. Not together with `nodes`.
  public var warm: WarmPool?
  /// How instances crash; nil when they do not.
  public var failures: Failures?
  /// Zones that fail.
  public var outages: [Outage]
  /// Slow instances; nil when all are alike.
  public var stragglers: Stragglers?

  /// A pool; `initial` defaults to `min`.
  public init(
    name: String, instance: InstanceType, purchase: Purchase = .onDemand, min: Int, max: Int,
    initial: Int? = nil, start: ColdStart = ColdStart(), drainTimeout: SimDuration = .minutes(5),
    minimumBilled: SimDuration = .minutes(1), nodes: NodeLayer? = nil, stockOuts: [StockOut] = [],
    function: FunctionLayer? = nil, warm: WarmPool? = nil, failures: Failures? = nil,
    outages: [Outage] = [], stragglers: Stragglers? = nil
  ) {
    self.name = name
    self.instance = instance
    self.purchase = purchase
    self.min = min
    self.max = max
    self.initial = initial ?? min
    self.start = start
    self.drainTimeout = drainTimeout
    self.minimumBilled = minimumBilled
    self.nodes = nodes
    self.stockOuts = stockOuts
    self.function = function
    self.warm = warm
    self.failures = failures
    self.outages = outages
    self.stragglers = stragglers
  }

  /// How many replicas share a machine.
  public var replicasPerMachine: Int { nodes?.provisioner.podsPerNode ?? 1 }

  /// The GPUs of one replica.
  public var gpusPerReplica: Int { Swift.max(1, instance.gpus / replicasPerMachine) }

  /// Whether a machine can be had at `time`.
  public func hasMachines(at time: SimTime) -> Bool {
    !stockOuts.contains { $0.from <= time && time < $0.until }
      && !outages.contains { $0.takesEverything(at: time) }
  }

  /// What an hour of an instance costs under the pool's purchase option; on demand where it buys
  /// both ways, whose spot prices are its zones'.
  public var price: HourlyPrice {
    switch purchase {
    case .onDemand, .market: instance.onDemand
    case .spot(let market): market.price
    }
  }
}
