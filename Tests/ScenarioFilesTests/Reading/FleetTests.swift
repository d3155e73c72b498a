import Autoscaling
import Capacity
import Foundation
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

  /// The sample on an A100 with 40 GB, cut into slices.
  static func sliced(_ slice: String, memory: String = "2GB", own: String = "") -> Reading {
    let text = Sample.replacing(
      "on: {T4: {batch: {1: 10ms, 2: 18ms}}}, memory: 2GB",
      "on: {A100: {batch: {1: 6ms, 2: 9ms}}\(own)}, memory: \(memory)"
    ).replacing("gpu: T4, gpu_memory: 16GB", with: "gpu: A100, gpu_memory: 40GB")
    return Reading(text.replacing("count: 2", with: "slice: \(slice), count: 2"))
  }

  @Test func `a slice has its own memory and its share of the compute`() throws {
    let architecture = try #require(Self.sliced("3g.20gb").scenario?.architectures.first)
    let machine = architecture.pools[0].instance
    #expect(machine.gpu == "A100/3g.20gb" && machine.gpus == 2)
    #expect(machine.gpuMemory == Bytes(20_000_000_000))
    let curve = try #require(architecture.pools[0].curve(of: architecture.serving))
    #expect(curve.seconds(ofBatch: 1) == 0.006 * (7.0 / 3))
  }

  @Test func `a slice that was measured has its own curve`() throws {
    let reading = Self.sliced("1g.5gb", own: ", A100/1g.5gb: {batch: {1: 30ms}}")
    let architecture = try #require(reading.scenario?.architectures.first)
    #expect(architecture.pools[0].instance.gpus == 7)
    #expect(architecture.pools[0].curve(of: architecture.serving)?.seconds(ofBatch: 1) == 0.03)
  }

  @Test func `a slice smaller than the model is told`() {
    let small = Self.sliced("1g.5gb", memory: "6GB")
    #expect(small.spots == ["memory 18:30+3"])
    #expect(small.text.contains("needs 6GB of GPU memory, a A100/1g.5gb has 5GB"))
    #expect(Self.sliced("3g.40gb").spots == ["unknown-name 18:42+7"])
  }

  @Test(arguments: ["From the order to ready", "Machines kept warm", "What goes wrong"])
  func `the documented fleets can be read`(_ heading: String) throws {
    let block = try #require(try Self.documented(under: heading))
    let head = try #require(Sample.text.components(separatedBy: "architectures:").first)
      .replacing("on: {T4:", with: "on: {L4:")
    #expect(Reading(head + block).concise == "")
  }

  /// The first YAML block under a heading of docs/scenarios.md.
  private static func documented(under heading: String) throws -> String? {
    let folder = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let page = try String(
      contentsOf: folder.appendingPathComponent("docs/scenarios.md"), encoding: .utf8)
    let parts = page.components(separatedBy: "### \(heading)\n```yaml\n")
    return parts.count == 2 ? parts[1].components(separatedBy: "```").first : nil
  }
}
