/// What a node provisioner sees of its cluster at one look.
public struct NodeObservation: Hashable, Sendable {
  /// A node that takes pods.
  public struct Node: Hashable, Sendable {
    /// Its number, which no other node ever has.
    public var id: Int
    /// Pods on it, starting or running; 0 to the settings' `podsPerNode`.
    public var pods: Int

    /// A node with `pods` on it.
    public init(id: Int, pods: Int) {
      self.id = id
      self.pods = pods
    }
  }

  /// Pods that fit on no node that is there; at least 0.
  public var pending: Int
  /// Nodes that were asked for and are not there yet; at least 0.
  public var starting: Int
  /// Nodes that are being removed: their pods are moving or ending; at least 0.
  public var leaving: Int
  /// The nodes that take pods, rising by `id`.
  public var nodes: [Node]

  /// What is seen at one look.
  public init(pending: Int, starting: Int = 0, leaving: Int = 0, nodes: [Node]) {
    self.pending = pending
    self.starting = starting
    self.leaving = leaving
    self.nodes = nodes
  }
}

/// What a node provisioner asks for.
public struct NodeDecision: Hashable, Sendable {
  /// Nodes to start now; at least 0.
  public var add: Int
  /// The ids of nodes to remove now, rising; the pods on them must move.
  public var remove: [Int]
  /// What decided.
  public var reason: ScalingReason

  /// Nodes to add and to remove, and why.
  public init(add: Int, remove: [Int], reason: ScalingReason) {
    self.add = add
    self.remove = remove
    self.reason = reason
  }
}

extension ScalingReason {
  /// Every pod has a place and no node may go.
  public static var noNodeChange: ScalingReason { ScalingReason("no change") }
  /// Pods wait for a node.
  public static var pendingPods: ScalingReason { ScalingReason("pending pods") }
  /// Pods wait for a node, but more pods may come: the batching window is open.
  public static var batchingWindow: ScalingReason { ScalingReason("batching window") }
  /// More nodes are needed than the quota allows.
  public static var nodeQuota: ScalingReason { ScalingReason("quota") }
  /// The provider had no node to give; it is not asked again yet.
  public static var backOff: ScalingReason { ScalingReason("back-off after stock-out") }
  /// Nodes that are empty or under-used go.
  public static var nodeUnneeded: ScalingReason { ScalingReason("unneeded nodes") }
}
