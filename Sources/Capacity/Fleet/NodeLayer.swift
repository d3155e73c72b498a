public import Autoscaling
public import Kernel

/// The nodes under a pool's replicas: replicas wait for a place, a provisioner adds and removes
/// nodes.
///
/// Without it every replica has a machine of its own that comes and goes with it. With it the
/// pool's instances are nodes, billed from launch until they are gone, and a replica is a pod that
/// has one of `podsPerNode` equal parts of a node's GPUs.
public struct NodeLayer: Hashable, Sendable {
  /// Which provisioner it is and what it is told, pods per node and the quota included.
  public var provisioner: NodeProvisioner.Settings
  /// Nodes that are there at the beginning, or nil for those that the first replicas need.
  public var initial: Int?

  /// Nodes under a pool.
  public init(provisioner: NodeProvisioner.Settings, initial: Int? = nil) {
    self.provisioner = provisioner
    self.initial = initial
  }
}

/// A time in which the provider has no machine to give.
public struct StockOut: Hashable, Sendable {
  /// Its first instant.
  public var from: SimTime
  /// The first instant at which there are machines again.
  public var until: SimTime

  /// A time without machines.
  public init(from: SimTime, until: SimTime) {
    self.from = from
    self.until = until
  }
}
