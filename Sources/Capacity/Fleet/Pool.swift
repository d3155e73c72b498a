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
  /// The shortest time that an instance is billed for.
  public var minimumBilled: SimDuration

  /// A pool; `initial` defaults to `min`.
  public init(
    name: String, instance: InstanceType, purchase: Purchase = .onDemand, min: Int, max: Int,
    initial: Int? = nil, start: ColdStart = ColdStart(), drainTimeout: SimDuration = .minutes(5),
    minimumBilled: SimDuration = .minutes(1)
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
  }

  /// What an hour of an instance costs under the pool's purchase option.
  public var price: HourlyPrice {
    switch purchase {
    case .onDemand: instance.onDemand
    case .spot(let market): market.price
    }
  }
}

/// A kind of machine that one can rent.
public struct InstanceType: Hashable, Sendable {
  /// The name, such as `g4dn.xlarge`.
  public var name: String
  /// The GPU's name, such as `T4`.
  public var gpu: String
  /// How many GPUs it has; at least one.
  public var gpus: Int
  /// The memory of one GPU, or nil when unknown.
  public var gpuMemory: Bytes?
  /// The on-demand price.
  public var onDemand: HourlyPrice

  /// A kind of machine.
  public init(
    name: String, gpu: String, gpus: Int = 1, gpuMemory: Bytes? = nil, onDemand: HourlyPrice
  ) {
    self.name = name
    self.gpu = gpu
    self.gpus = gpus
    self.gpuMemory = gpuMemory
    self.onDemand = onDemand
  }
}

/// How instances are bought.
public enum Purchase: Hashable, Sendable {
  /// Held as long as wanted.
  case onDemand
  /// Cheaper, and taken back when the provider wants.
  case spot(SpotMarket)
}

/// The terms of a spot instance.
public struct SpotMarket: Hashable, Sendable {
  /// The price.
  public var price: HourlyPrice
  /// How long an instance is left to run, in seconds from its launch.
  public var upTime: Distribution
  /// How long before the end the provider says so; the instance drains meanwhile.
  public var notice: SimDuration

  /// The terms of a spot instance.
  public init(price: HourlyPrice, upTime: Distribution, notice: SimDuration) {
    self.price = price
    self.upTime = upTime
    self.notice = notice
  }
}

/// What an instance goes through between launch and ready; each in seconds, one after the other.
public struct ColdStart: Hashable, Sendable {
  /// Until the machine runs its operating system.
  public var boot: Distribution
  /// Until the container image is there.
  public var image: Distribution
  /// Until the model is in the GPU's memory.
  public var load: Distribution
  /// Until the first inferences have been run and thrown away.
  public var warmUp: Distribution

  /// A cold start; stages that are not given take no time.
  public init(
    boot: Distribution = .constant(0), image: Distribution = .constant(0),
    load: Distribution = .constant(0), warmUp: Distribution = .constant(0)
  ) {
    self.boot = boot
    self.image = image
    self.load = load
    self.warmUp = warmUp
  }
}

/// An autoscaler with the pool that it scales.
public struct PoolAutoscaler: Sendable {
  /// Which number the autoscaler watches.
  public enum Metric: String, Hashable, Sendable, CaseIterable {
    /// The busy share of the pool's ready GPUs, averaged over the scrape interval.
    case gpuUtilization = "gpu_utilization"
    /// Frames waiting or in service, for each ready instance, at the scrape.
    case outstanding
  }

  /// The name of the pool.
  public var pool: String
  /// What it watches.
  public var metric: Metric
  /// What the metric should be: a ratio for utilisation, frames per instance for outstanding.
  public var target: Double
  /// How often it looks and decides.
  public var sync: SimDuration
  /// How far the metric may be from the target, relative to it, before anything changes.
  public var tolerance: Double
  /// A scale-down follows the highest recommendation of this much time.
  public var stabilizeDown: SimDuration
  /// A scale-up follows the lowest recommendation of this much time.
  public var stabilizeUp: SimDuration

  /// An autoscaler in the manner of the Kubernetes HPA, with its defaults.
  public init(
    pool: String, metric: Metric, target: Double, sync: SimDuration = .seconds(15),
    tolerance: Double = 0.1, stabilizeDown: SimDuration = .minutes(5),
    stabilizeUp: SimDuration = .zero
  ) {
    self.pool = pool
    self.metric = metric
    self.target = target
    self.sync = sync
    self.tolerance = tolerance
    self.stabilizeDown = stabilizeDown
    self.stabilizeUp = stabilizeUp
  }
}
