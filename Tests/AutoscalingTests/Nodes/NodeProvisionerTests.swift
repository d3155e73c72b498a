import Autoscaling
import Kernel
import Testing

struct NodeProvisionerTests {
  typealias Node = NodeObservation.Node

  static func provisioner(
    _ kind: NodeProvisioner.Kind, podsPerNode: Int = 2, min: Int = 0, max: Int = 10
  ) -> NodeProvisioner {
    NodeProvisioner(
      .init(kind: kind, podsPerNode: podsPerNode, minNodes: min, maxNodes: max))
  }

  /// Nodes numbered from 0 with so many pods on each.
  static func nodes(_ pods: Int...) -> [Node] {
    pods.enumerated().map { Node(id: $0.offset, pods: $0.element) }
  }

  /// Looks at each interval while the cluster stays as it is; when each node was let go, in s.
  static func removals(
    _ provisioner: inout NodeProvisioner, _ nodes: [Node], from: Int64 = 0, until: Int64
  ) -> [Int: Int64] {
    var left = nodes
    var found: [Int: Int64] = [:]
    var now = from
    while now <= until {
      let decision = provisioner.decide(
        .init(pending: 0, nodes: left), at: .zero + .seconds(now))
      for id in decision.remove {
        found[id] = now
        left.removeAll { $0.id == id }
      }
      now += provisioner.interval.nanoseconds / 1_000_000_000
    }
    return found
  }

  @Test func `pending pods get nodes, those that are coming counted`() {
    var provisioner = Self.provisioner(.clusterAutoscaler)
    let first = provisioner.decide(.init(pending: 5, nodes: Self.nodes(2)), at: .zero)
    #expect((first.add, first.reason) == (3, .pendingPods))
    let second = provisioner.decide(
      .init(pending: 7, starting: 3, nodes: Self.nodes(2)), at: .zero + .seconds(10))
    #expect(second.add == 1)
    let third = provisioner.decide(
      .init(pending: 7, starting: 4, nodes: Self.nodes(2)), at: .zero + .seconds(20))
    #expect((third.add, third.reason) == (0, .noNodeChange))
  }

  @Test func `the quota counts nodes that start and leave`() {
    var provisioner = Self.provisioner(.clusterAutoscaler, max: 5)
    let decision = provisioner.decide(
      .init(pending: 9, starting: 1, leaving: 1, nodes: Self.nodes(2)), at: .zero)
    #expect((decision.add, decision.reason) == (2, .nodeQuota))
  }

  @Test func `the fewest nodes are kept without pods`() {
    var provisioner = Self.provisioner(.clusterAutoscaler, min: 2)
    #expect(provisioner.decide(.init(pending: 0, nodes: []), at: .zero).add == 2)
    #expect(Self.removals(&provisioner, Self.nodes(0, 0, 0), from: 10, until: 2000).count == 1)
  }

  @Test func `a stock-out is left alone for longer each time`() {
    var provisioner = Self.provisioner(.clusterAutoscaler)
    var asked: [Int64] = []
    for scan in 0..<Int64(12 * 60) {
      let now = SimTime.zero + .seconds(10) * scan
      if provisioner.decide(.init(pending: 1, nodes: []), at: now).add > 0 {
        asked.append(scan / 6)
        provisioner.stockOut(at: now)
      }
    }
    // 5, 10, 20, 30 and 30 min apart.
    #expect(asked == [0, 5, 15, 35, 65, 95])
    provisioner.nodeArrived()
    let now = SimTime.zero + .minutes(121)
    #expect(provisioner.decide(.init(pending: 1, nodes: []), at: now).add == 1)
    provisioner.stockOut(at: now)
    #expect(provisioner.decide(.init(pending: 1, nodes: []), at: now + .minutes(5)).add == 1)
  }

  @Test func `Karpenter asks again at each look after a stock-out`() {
    var provisioner = Self.provisioner(.karpenter)
    var asked: [Int64] = []
    for second in 0..<Int64(5) {
      let now = SimTime.zero + .seconds(second)
      if provisioner.decide(.init(pending: 1, nodes: []), at: now).add > 0 {
        asked.append(second)
        provisioner.stockOut(at: now)
      }
    }
    #expect(asked == [1, 2, 3, 4])
  }

  @Test func `empty nodes go together, after more than ten minutes`() {
    var provisioner = Self.provisioner(.clusterAutoscaler)
    #expect(Self.removals(&provisioner, Self.nodes(0, 2, 0), until: 900) == [0: 610, 2: 610])
  }

  @Test func `an under-used node goes only where its pods find a place`() {
    var provisioner = Self.provisioner(.clusterAutoscaler, podsPerNode: 4)
    // One pod each on nodes 0 and 1; node 2 has one place, which the first of them takes.
    let found = Self.removals(&provisioner, Self.nodes(1, 4, 4), until: 900)
    #expect(found.isEmpty)
    var roomy = Self.provisioner(.clusterAutoscaler, podsPerNode: 4)
    #expect(Self.removals(&roomy, Self.nodes(1, 3, 4), until: 900) == [0: 610])
  }

  @Test func `half full is not under-used`() {
    var provisioner = Self.provisioner(.clusterAutoscaler, podsPerNode: 4)
    #expect(Self.removals(&provisioner, Self.nodes(2, 2), until: 900).isEmpty)
  }

  @Test func `nothing goes for ten minutes after a node was added`() {
    var provisioner = Self.provisioner(.clusterAutoscaler)
    _ = provisioner.decide(.init(pending: 1, nodes: Self.nodes(0)), at: .zero + .seconds(100))
    var later = provisioner
    #expect(Self.removals(&later, Self.nodes(0, 2), from: 110, until: 900) == [0: 720])
    // A clock that began before the addition runs on: 700 s is the end of the delay.
    var early = Self.provisioner(.clusterAutoscaler)
    #expect(Self.removals(&early, Self.nodes(0, 2), until: 90).isEmpty)
    _ = early.decide(.init(pending: 1, nodes: Self.nodes(0, 2)), at: .zero + .seconds(100))
    #expect(Self.removals(&early, Self.nodes(0, 2), from: 110, until: 900) == [0: 700])
  }

  @Test func `Karpenter waits for the batching window`() {
    var provisioner = Self.provisioner(.karpenter)
    var added: [Int64: Int] = [:]
    let pending = [1, 3, 3, 3, 3]
    for (second, pods) in pending.enumerated() {
      let decision = provisioner.decide(
        .init(pending: pods, starting: added.values.reduce(0, +), nodes: []),
        at: .zero + .milliseconds(900) * Int64(second))
      if decision.add > 0 { added[Int64(second)] = decision.add }
    }
    // New pods at 0 s and 0.9 s: the window closes at 1.9 s, seen at 2.7 s.
    #expect(added == [3: 2])
  }

  @Test func `Karpenter consolidates within its budget after validation`() {
    var provisioner = Self.provisioner(.karpenter, podsPerNode: 4)
    // A tenth of three nodes is one at a poll. The two empty ones go first; each must have been a
    // candidate for 15 s, which the polls of 20 s and 30 s see; the last one has nowhere to go.
    let found = Self.removals(&provisioner, Self.nodes(0, 1, 0), until: 200)
    #expect(found == [0: 20, 2: 30])
  }

  @Test func `a node whose pods change is not quiet`() {
    var settings = NodeProvisioner.Settings(kind: .karpenter, podsPerNode: 4, maxNodes: 10)
    settings.consolidateAfter = .seconds(60)
    var provisioner = NodeProvisioner(settings)
    _ = provisioner.decide(.init(pending: 0, nodes: Self.nodes(1, 2)), at: .zero)
    // Node 0 becomes empty at 5 s: quiet at 65 s, so a candidate from the poll of 70 s, gone at 90.
    let found = Self.removals(&provisioner, Self.nodes(0, 2), from: 5, until: 300)
    #expect(found == [0: 90])
  }
}
