public import Kernel

/// What adds nodes under pods that have no place and removes nodes that are not needed: the
/// Kubernetes Cluster Autoscaler or Karpenter, on nodes that are all alike.
///
/// After kubernetes/autoscaler and kubernetes-sigs/karpenter v1.14. It decides; how long a node
/// takes to come is the simulator's. Instants must not go back.
public struct NodeProvisioner: Sendable {
  /// What is known of one node beyond what is seen of it now.
  struct Memory: Hashable, Sendable {
    var id: Int
    /// Pods at the last look.
    var pods: Int
    /// When that number changed last.
    var changed: SimTime
    /// Since when it could go.
    var clock = ScaleDownTimer.Clock()
  }

  /// What it is told.
  public let settings: Settings
  var timer: ScaleDownTimer
  /// The nodes of the last look, rising by id.
  var memories: [Memory] = []
  var nextMemories: [Memory] = []
  /// Ids of the nodes that go, chosen at this look.
  var removals: [Int] = []
  var nextPoll: SimTime?
  private var batcher: KarpenterBatcher
  /// Pods that Karpenter has been told of so far; each growth is a new pod.
  private var triggered = 0
  private var lastPending = 0
  private var backOff: SimDuration
  private var backOffEnds: SimTime?

  /// A provisioner that has seen nothing yet.
  public init(_ settings: Settings) {
    self.settings = settings
    timer = ScaleDownTimer(settings.scaleDown)
    batcher = KarpenterBatcher(idle: settings.batchIdle, max: settings.batchMax)
    backOff = settings.initialBackOff
  }

  /// How often it should be asked; asking more often changes the Cluster Autoscaler's scans.
  public var interval: SimDuration { settings.interval }

  /// Looks at the cluster and decides.
  public mutating func decide(_ seen: NodeObservation, at now: SimTime) -> NodeDecision {
    let missing = missingNodes(seen)
    let isDue = isDue(seen, at: now)
    remember(seen, at: now)
    removals.removeAll(keepingCapacity: true)
    if missing > 0 { return add(missing, seen, isDue: isDue, at: now) }
    switch settings.kind {
    case .clusterAutoscaler: chooseUnneeded(seen, at: now)
    case .karpenter: chooseConsolidation(seen, at: now)
    }
    if removals.isEmpty { return NodeDecision(add: 0, remove: [], reason: .noNodeChange) }
    return NodeDecision(add: 0, remove: removals, reason: .nodeUnneeded)
  }

  /// Notes that the provider had no capacity for nodes that were asked for.
  ///
  /// The Cluster Autoscaler then leaves the group alone for 5 min, doubling with each further
  /// stock-out to 30 min. Karpenter asks again at its next look.
  public mutating func stockOut(at now: SimTime) {
    timer.failed(at: now)
    guard settings.kind == .clusterAutoscaler else { return }
    backOffEnds = now + backOff
    backOff = min(backOff + backOff, settings.maxBackOff)
  }

  /// Notes that a node that was asked for has come: the next back-off is the first again.
  public mutating func nodeArrived() {
    backOff = settings.initialBackOff
    backOffEnds = nil
  }

  /// Nodes needed for the pending pods beyond those that are starting, or the fewest allowed.
  private func missingNodes(_ seen: NodeObservation) -> Int {
    let needed = (seen.pending + settings.podsPerNode - 1) / settings.podsPerNode
    let floor = settings.minNodes - seen.nodes.count
    return max(needed, floor) - seen.starting
  }

  /// Whether nodes may be asked for now: at every scan, or when Karpenter's window has closed.
  private mutating func isDue(_ seen: NodeObservation, at now: SimTime) -> Bool {
    if settings.kind == .clusterAutoscaler { return true }
    let isClosed = batcher.close(at: now) != nil
    for _ in 0..<max(0, seen.pending - lastPending) {
      batcher.trigger(pod: triggered, at: now)
      triggered += 1
    }
    lastPending = seen.pending
    // A pod that a batch has not helped is retried at each look, unless a window is open for more.
    return isClosed || batcher.closes == nil
  }

  private mutating func add(
    _ missing: Int, _ seen: NodeObservation, isDue: Bool, at now: SimTime
  ) -> NodeDecision {
    guard isDue else { return NodeDecision(add: 0, remove: [], reason: .batchingWindow) }
    if let backOffEnds, now < backOffEnds {
      return NodeDecision(add: 0, remove: [], reason: .backOff)
    }
    let room = settings.maxNodes - seen.nodes.count - seen.starting - seen.leaving
    let nodes = max(0, min(missing, room))
    if nodes > 0 { timer.added(at: now) }
    let reason: ScalingReason = nodes < missing ? .nodeQuota : .pendingPods
    return NodeDecision(add: nodes, remove: [], reason: reason)
  }
}
