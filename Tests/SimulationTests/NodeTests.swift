import Autoscaling
import Capacity
import Kernel
import Simulation
import Testing

/// Replicas on nodes, timelines worked out by hand.
@Suite struct NodeTests {
  static let boot = 60.0
  static let pull = 20.0
  static let load = 7.0

  static func layer(
    _ kind: NodeProvisioner.Kind = .clusterAutoscaler, max: Int = 10,
    unneeded: SimDuration = .minutes(10), delayAfterAdd: SimDuration = .minutes(10)
  ) -> NodeLayer {
    var settings = NodeProvisioner.Settings(kind: kind, podsPerNode: 2, maxNodes: max)
    settings.scaleDown = .init(unneededTime: unneeded, delayAfterAdd: delayAfterAdd)
    return NodeLayer(provisioner: settings)
  }

  /// Nodes of two GPUs, two replicas a node; a node costs a million nanodollars a second.
  static func run(
    _ steps: [(second: Double, replicas: Int)], minutes: Int64 = 30, quota: Int? = nil,
    _ layer: NodeLayer = layer(), stockOuts: [StockOut] = [],
    image: Artifact = Artifact(cache: .node)
  ) throws -> ReplicationResult {
    try Sample.timetable(
      steps, minutes: minutes, quota: quota, machine: Sample.machine(gpus: 2)
    ) { pool in
      pool.nodes = layer
      pool.stockOuts = stockOuts
      pool.start = ColdStart(
        boot: .constant(boot), image: .constant(pull), load: .constant(load), imageSource: image)
    }
  }

  static func replicas(_ result: ReplicationResult) -> [InstanceLife] {
    result.instances.filter { $0.role == .replica }
  }

  static func nodes(_ result: ReplicationResult) -> [InstanceLife] {
    result.instances.filter { $0.role == .node }
  }

  @Test func `replicas wait for the scan and the node, then pull and load`() throws {
    // Two replicas have the first node. Asked for at 3 s, three more wait for the scan at 10 s,
    // which asks for two nodes.
    let result = try Self.run([(0, 2), (3, 5)])
    let replicas = Self.replicas(result)
    #expect(replicas.map { $0.start.asked?.seconds } == [0, 0, 3, 3, 3])
    #expect(replicas.map { $0.launched.seconds } == [0, 0, 70, 70, 70])
    #expect(replicas.map { $0.imaged?.seconds } == [0, 0, 90, 90, 90])
    #expect(replicas.map { $0.ready?.seconds } == [0, 0, 97, 97, 97])
    let nodes = Self.nodes(result)
    #expect(nodes.map { $0.launched.seconds } == [0, 10, 10])
    #expect(nodes.map { $0.booted?.seconds } == [0, 70, 70])
    let added = try #require(result.decisions.first { $0.what == "add_nodes" })
    #expect(added.time.seconds == 10 && added.from == 1 && added.to == 3)
  }

  @Test func `a node that has the image does not pull it again`() throws {
    // The place of the replica that leaves at 200 s is taken at 300 s.
    let result = try Self.run([(0, 2), (200, 1), (300, 2)])
    let last = try #require(Self.replicas(result).last)
    #expect(last.launched.seconds == 300 && last.imaged?.seconds == 300)
    #expect(last.ready?.seconds == 307)
  }

  @Test func `without a cache on the node each replica pulls`() throws {
    let result = try Self.run([(0, 2), (200, 1), (300, 2)], image: Artifact())
    #expect(Self.replicas(result).last?.ready?.seconds == 327)
  }

  @Test func `a node goes after ten minutes unneeded`() throws {
    // Added at the scan of 10 s. Empty from 100 s, first seen at the scan of 100 s or 110 s; gone
    // at the first scan more than 10 min later, and not within 10 min of the addition.
    let result = try Self.run([(0, 2), (3, 4), (105, 2)])
    let gone = try #require(Self.nodes(result).last)
    #expect(gone.end == .scaledDown)
    #expect(gone.gone.seconds == 720)
    #expect(Self.nodes(result).first?.end == .running)
  }

  @Test func `an outage takes the nodes, and others come when it is over`() throws {
    let result = try Sample.timetable([(0, 4)], machine: Sample.machine(gpus: 2)) { pool in
      pool.nodes = Self.layer()
      pool.start = ColdStart(boot: .constant(Self.boot), load: .constant(Self.load))
      pool.outages = [Outage(at: .zero + .minutes(10), length: .minutes(10), share: 1)]
    }
    let nodes = Self.nodes(result)
    #expect(nodes.map(\.launched.seconds) == [0, 0, 1_200, 1_200])
    #expect(nodes.map(\.gone.seconds) == [600, 600, 1_800, 1_800])
    #expect(nodes.map(\.end) == [.failed, .failed, .running, .running])
    #expect(
      Self.replicas(result).map { $0.ready?.seconds } == [0, 0, 0, 0, 1267, 1267, 1267, 1267])
    #expect(result.cost.nanodollars == 2 * (600 + 600) * 1_000_000)
    #expect(result.decisions.contains { $0.why == "a zone fails with 2 nodes and 4 instances" })
  }

  @Test func `a node is hit by its own luck, with both of its replicas`() throws {
    let result = try Sample.timetable([(0, 40)], machine: Sample.machine(gpus: 2)) { pool in
      pool.nodes = Self.layer(max: 40)
      pool.outages = [Outage(at: .zero + .minutes(10), length: .hours(1), share: 0.5)]
    }
    let lost = Self.nodes(result).count { $0.end == .failed }
    #expect((1..<20).contains(lost))
    #expect(Self.replicas(result).count { $0.end == .failed } == 2 * lost)
  }

  @Test func `a quota of nodes leaves replicas waiting`() throws {
    let result = try Self.run([(0, 2), (3, 9)], Self.layer(max: 2))
    #expect(Self.nodes(result).count == 2)
    // Replicas without a place are billed nothing and have no row.
    #expect(Self.replicas(result).count == 4)
  }

  @Test func `a quota of the architecture counts nodes`() throws {
    let result = try Self.run([(0, 2), (3, 9)], quota: 3)
    #expect(Self.nodes(result).count == 3)
    #expect(result.decisions.contains { $0.why == "the quota of 3 machines is used up" })
  }

  @Test func `after a stock-out the Cluster Autoscaler waits five minutes, Karpenter asks on`()
    throws
  {
    let none = [StockOut(from: .zero, until: .zero + .seconds(100))]
    // Refused at the scan of 10 s, asked again at 310 s: there at 370 s.
    let slow = try Self.run([(0, 2), (3, 4)], stockOuts: none)
    #expect(Self.nodes(slow).last?.launched.seconds == 310)
    #expect(Self.replicas(slow).last?.ready?.seconds == 397)
    let quick = try Self.run([(0, 2), (3, 4)], Self.layer(.karpenter), stockOuts: none)
    #expect(Self.nodes(quick).last?.launched.seconds == 100)
  }

  @Test func `places that nobody has are charged as vacant`() throws {
    // One node for 1800 s at a million nanodollars a second, one of its two places taken.
    let result = try Self.run([(0, 1)])
    #expect(result.cost.nanodollars == 1_800_000_000)
    let vacant = result.ledger.filter { $0.category == .vacant }.map(\.amount.nanodollars)
    #expect(vacant == [900_000_000])
    #expect(result.instances.reduce(0) { $0 + $1.cost.nanodollars } == 1_800_000_000)
  }

  @Test func `a replica's busy time is charged at the price of its place`() throws {
    var pool = Sample.pool()
    pool.instance = Sample.machine(gpus: 2)
    pool.nodes = Self.layer()
    let result = try Sample.run(
      [Sample.requests(at: [10])], Sample.serving(Sample.constant(20)), [pool],
      clock: Clock(measure: .seconds(100), interval: .seconds(100)))
    // 20 s of 100 s busy in one of two places of a node at a million nanodollars a second.
    let ledger = Dictionary(
      result.ledger.map { ($0.category, $0.amount.nanodollars) }, uniquingKeysWith: +)
    #expect(ledger[.busy] == 10_000_000 && ledger[.idle] == 40_000_000)
    #expect(ledger[.vacant] == 50_000_000)
  }

  @Test func `a node is billed from the end of its provisioning`() throws {
    let result = try Sample.timetable([(0, 2), (3, 4)], machine: Sample.machine(gpus: 2)) {
      $0.nodes = Self.layer()
      $0.start = ColdStart(
        provision: .constant(30), boot: .constant(60), driver: .constant(15))
    }
    let node = try #require(Self.nodes(result).last)
    #expect(node.start.asked?.seconds == 10 && node.launched.seconds == 40)
    #expect(node.booted?.seconds == 100 && node.start.driverReady?.seconds == 115)
    #expect(Self.replicas(result).last?.ready?.seconds == 115)
    #expect(result.cost.nanodollars == (1_800 + 1_760) * 1_000_000)
  }
}
