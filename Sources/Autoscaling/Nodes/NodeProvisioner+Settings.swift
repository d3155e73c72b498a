public import Kernel

extension NodeProvisioner {
  /// Which provisioner it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The Kubernetes Cluster Autoscaler: a scan every 10 s.
    case clusterAutoscaler = "cluster_autoscaler"
    /// Karpenter: batches of pods, consolidation.
    case karpenter
  }

  /// What a node provisioner is told, with the defaults of the original that `kind` names.
  public struct Settings: Hashable, Sendable {
    /// Which provisioner it is.
    public var kind: Kind
    /// How many pods a node takes; at least 1. All nodes are alike.
    public var podsPerNode: Int
    /// The fewest nodes; at least 0.
    public var minNodes: Int
    /// The quota: the most nodes there or starting or leaving; at least `minNodes`.
    public var maxNodes: Int
    /// How often it looks: the Cluster Autoscaler's scan of 10 s, or Karpenter's shortest batching
    /// window of 1 s.
    public var interval: SimDuration

    /// Cluster Autoscaler: the times of scale-down.
    public var scaleDown = ScaleDownTimer.Settings()
    /// Cluster Autoscaler: a node below this share of its places is under-used; 0.5, exclusive.
    public var utilizationThreshold = 0.5
    /// Cluster Autoscaler: the most empty nodes removed at one scan; 10.
    public var maxEmptyRemovals = 10
    /// Cluster Autoscaler: the most nodes with pods that leave at a time; 1.
    public var parallelDrains = 1
    /// Cluster Autoscaler: how long the provider is not asked after a stock-out; 5 min.
    public var initialBackOff = SimDuration.minutes(5)
    /// Cluster Autoscaler: the longest back-off, to which it doubles; 30 min.
    public var maxBackOff = SimDuration.minutes(30)

    /// Karpenter: a window closes after so long without a new pod; 1 s.
    public var batchIdle = SimDuration.seconds(1)
    /// Karpenter: the longest window; 10 s.
    public var batchMax = SimDuration.seconds(10)
    /// Karpenter: how long a node's pods must not have changed before it may be consolidated; 0 s.
    public var consolidateAfter = SimDuration.zero
    /// Karpenter: how often it looks for nodes to consolidate; 10 s.
    public var consolidationPoll = SimDuration.seconds(10)
    /// Karpenter: how long a candidate must remain one before it goes; 15 s.
    public var validation = SimDuration.seconds(15)
    /// Karpenter: the share of nodes that may leave at a time, rounded up; 0.1.
    public var disruptionBudget = 0.1

    /// Settings of a provisioner.
    public init(kind: Kind, podsPerNode: Int, minNodes: Int = 0, maxNodes: Int) {
      precondition(podsPerNode >= 1, "a node takes at least one pod")
      self.kind = kind
      self.podsPerNode = podsPerNode
      self.minNodes = minNodes
      self.maxNodes = maxNodes
      interval = kind == .karpenter ? .seconds(1) : .seconds(10)
    }
  }
}
