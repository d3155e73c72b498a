import Autoscaling
import Capacity
import Kernel
import ScenarioFiles
import Testing

/// Nodes, the stages of a start, warm pools and failures as scenarios say them.
@Suite struct FleetTests {
  /// The sample's pool with more keys, which begin at column 45 of line 18.
  static func reading(_ keys: String) -> Reading {
    Reading(Sample.replacing("count: 2", "count: 2, \(keys)"))
  }

  static func pool(_ keys: String) throws -> Pool {
    try #require(reading(keys).scenario?.architectures.first?.pools.first, "\(keys)")
  }

  @Test func `a layer of nodes`() throws {
    let layer = try #require(
      try Self.pool(
        "nodes: {provisioner: cluster_autoscaler, max: 10, unneeded: 5min, delay_after_add: 1min}"
      ).nodes)
    #expect(layer.provisioner.kind == .clusterAutoscaler)
    #expect(layer.provisioner.podsPerNode == 1 && layer.provisioner.maxNodes == 10)
    #expect(layer.provisioner.scaleDown.unneededTime == .minutes(5))
    #expect(layer.provisioner.scaleDown.delayAfterAdd == .minutes(1))
    #expect(layer.initial == nil)
    let karpenter = try #require(
      try Self.pool(
        "nodes: {provisioner: karpenter, max: 10, min: 3, consolidate_after: 30s, budget: 20%}"
      ).nodes)
    #expect(karpenter.provisioner.consolidateAfter == .seconds(30))
    #expect(karpenter.provisioner.disruptionBudget == 0.2)
    #expect(karpenter.initial == 3)
  }

  @Test func `a start in all its stages`() throws {
    let start = try Self.pool(
      """
      start: {provision: 5s, boot: 60s, driver: 30s, \
      image: {size: 6GB, at: 1Gbps, cache: baked}, \
      load: {size: 1GB, at: 2Gbps, from: other_region, cache: node, hit: 1GB at 8Gbps}, \
      warm_up: {frames: 50, speed: 50%}}
      """
    ).start
    #expect(start.provision == .constant(5) && start.driver == .constant(30))
    #expect(start.image == .constant(48) && start.imageSource.cache == .baked)
    #expect(start.imageSource.size == Bytes(6_000_000_000))
    #expect(start.load == .constant(4) && start.modelSource.hit == .constant(1))
    #expect(start.modelSource.origin == .otherRegion)
    // 50 frames of 10 ms at half the speed.
    #expect(start.warmUp == .constant(1))
  }

  @Test func `a short transfer and a time say what they did, and how much it is`() throws {
    let start = try Self.pool("start: {image: 6GB at 1Gbps, load: {time: 9s, size: 2GB}}").start
    #expect(start.image == .constant(48) && start.imageSource.cache == .node)
    #expect(start.imageSource.bandwidth == Bandwidth(bitsPerSecond: 1e9))
    #expect(start.load == .constant(9) && start.modelSource.size == Bytes(2_000_000_000))
    #expect(start.modelSource.cache == Artifact.Cache.none)
  }

  @Test func `a warm pool of none is no warm pool`() throws {
    let warm = try Self.pool("warm: {count: 3, price: 10%, start: 15s}").warm
    #expect(warm == WarmPool(count: 3, price: 0.1, start: .constant(15)))
    #expect(try Self.pool("warm: {count: 0, price: 10%, start: 15s}").warm == nil)
  }

  @Test func `what goes wrong`() throws {
    let pool = try Self.pool(
      """
      failures: {mtbf: 2h, mttr: {exponential: 10min}}, \
      outages: [{at: 2h, for: 10min, share: 50%, elsewhere: true}], \
      stragglers: {share: 5%, factor: 2x}, stock_outs: [{at: 1h, for: 20min}]
      """)
    #expect(
      pool.failures
        == Failures(upTime: .exponential(mean: 7200), repair: .exponential(mean: 600)))
    #expect(
      pool.outages == [
        Outage(
          at: .zero + .hours(2), length: .minutes(10), share: 0.5, isReplacedElsewhere: true)
      ])
    #expect(pool.stragglers == Stragglers(share: 0.05, factor: 2))
    #expect(
      pool.stockOuts == [
        StockOut(from: .zero + .hours(1), until: .zero + .minutes(80))
      ])
  }

  @Test func `a quota and a registry belong to an architecture`() throws {
    let reading = Reading(
      Sample.replacing(
        "  fixed:\n", "  fixed:\n    quota: 2\n    registry: 10Gbps\n"))
    let architecture = try #require(reading.scenario?.architectures.first)
    #expect(architecture.quota == 2)
    #expect(architecture.registry == Bandwidth(bitsPerSecond: 1e10))
    // Two machines are there from the beginning.
    let few = Reading(Sample.replacing("  fixed:\n", "  fixed:\n    quota: 1\n"))
    #expect(few.spots == ["range 17:12+1"])
  }

  static let wrong: [(keys: String, spot: String)] = [
    ("nodes: {max: 3}", "missing-key 18:45+5"),
    ("nodes: {provisioner: karpenter}", "missing-key 18:45+5"),
    ("nodes: {provisioner: karpentr, max: 3}", "unknown-name 18:66+8"),
    ("nodes: {provisioner: karpenter, max: 1}", "range 18:82+1"),
    ("nodes: {provisioner: karpenter, max: 3, unneeded: 1min}", "unknown-key 18:85+8"),
    ("nodes: {provisioner: karpenter, max: 3, per_node: 2}", "contradiction 18:95+1"),
    ("nodes: {provisioner: karpenter, max: 3, initial: 1}", "range 18:94+1"),
    ("start: {load: {size: 1GB, cache: node, hit: 1s}}", "missing-key 18:53+4"),
    ("start: {load: {size: 1GB, at: 1Gbps, cache: node}}", "missing-key 18:53+4"),
    ("start: {image: {size: 1GB, at: 1Gbps, from: other_region}}", "unknown-key 18:83+4"),
    ("start: {image: {size: 1GB, at: 1Gbps, cache: all}}", "unknown-name 18:90+3"),
    ("start: {warm_up: {frames: 5, speed: 0%}}", "range 18:81+2"),
    ("warm: {count: 3, price: 200%, start: 1s}", "range 18:69+4"),
    ("warm: {count: 3, price: 20%}", "missing-key 18:45+4"),
    ("failures: {mtbf: 30d}", "missing-key 18:45+8"),
    ("outages: [{at: 2h, for: 10min, share: 0%}]", "range 18:83+2"),
    ("stragglers: {share: 5%, factor: 0.5x}", "range 18:77+4"),
    ("stock_outs: {at: 1h, for: 20min}", "type 18:57+20"),
  ]

  @Test(arguments: wrong)
  func `a wrong fleet is told where it stands`(_ wrong: (keys: String, spot: String)) {
    #expect(Self.reading(wrong.keys).spots == [wrong.spot], "\(wrong.keys)")
  }

  @Test func `nodes are not for spot machines`() {
    let reading = Self.reading(
      "spot: {up_time: 1h, price: $0.1/h}, nodes: {provisioner: karpenter, max: 3}")
    #expect(reading.spots.count == 1 && reading.text.contains("cannot both be given"))
  }

  @Test func `a GPU is not shared out to replicas`() {
    let reading = Self.reading("nodes: {provisioner: karpenter, max: 3, per_node: 2}")
    #expect(reading.text.contains("cannot be shared out to 2 replicas"))
  }
}
