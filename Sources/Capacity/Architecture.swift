public import Kernel

/// One way to deploy: how frames are served, on what fleet, scaled by what, paid how.
public struct Architecture: Sendable {
  /// The name, `[a-z0-9][a-z0-9._-]*`.
  public var name: String
  /// The model, batching, queue and routing.
  public var serving: Serving
  /// The instances; at least one pool, in the order of the file.
  public var pools: [Pool]
  /// What changes the size of pools; at most one for each pool.
  public var autoscalers: [PoolAutoscaler]
  /// Pools that perfect foresight scales; none of them has an autoscaler.
  public var clairvoyants: [ClairvoyantScaling]
  /// Pools that are kept at the cheapest mix; none of them has another autoscaler.
  public var mixes: [MixScaling]
  /// The most machines at a time over all pools; nil when there is no quota.
  public var quota: Int?
  /// What the registry gives to all pulls of images together; nil when they do not feel each
  /// other.
  public var registry: Bandwidth?
  /// Whether it acts on sessions that announce themselves.
  public var heedsSignals = true
  /// What is paid for whether used or not, in the order in which usage takes it up.
  public var commitments: [Commitment] = []
  /// What is paid for beside instances.
  public var charges = ServiceCharges()
  /// How much may be spent, and what happens when it is; nil without a limit.
  public var budget: Budget?

  /// The models that its budget switches to, each with a curve for every pool.
  public var otherModels: [Model] = []

  /// An architecture of the given parts.
  public init(
    name: String, serving: Serving, pools: [Pool], autoscalers: [PoolAutoscaler] = [],
    clairvoyants: [ClairvoyantScaling] = [], mixes: [MixScaling] = [],
    quota: Int? = nil, registry: Bandwidth? = nil
  ) {
    self.name = name
    self.serving = serving
    self.pools = pools
    self.autoscalers = autoscalers
    self.clairvoyants = clairvoyants
    self.mixes = mixes
    self.quota = quota
    self.registry = registry
  }

  /// The serverless pool that is all of it; nil for an architecture of instances.
  public var functionPool: Pool? { pools.first { $0.function != nil } }
}
