import Capacity
import Kernel
import Simulation
import Testing

/// The stages of a start, what is fetched in them, and warm pools; timelines worked out by hand.
@Suite struct ColdStartTests {
  static func seconds(_ times: [SimTime?]) -> [Double?] { times.map { $0?.seconds } }

  @Test func `the stages follow one another and billing begins after provisioning`() throws {
    let result = try Sample.timetable([(0, 0), (100, 1)], minutes: 10) {
      $0.start = ColdStart(
        provision: .constant(7), boot: .constant(60), driver: .constant(30),
        image: .constant(48), load: .constant(20), warmUp: .constant(5))
    }
    let life = try #require(result.instances.first)
    let times = [
      life.start.asked, life.launched, life.booted, life.start.driverReady, life.imaged,
      life.loaded, life.ready,
    ]
    #expect(Self.seconds(times) == [100, 107, 167, 197, 245, 265, 270])
    #expect(result.cost.nanodollars == 493 * 1_000_000)
  }

  /// An image of 3 GB that a machine can pull at 1 Gbps: 24 s alone.
  static func pulling(_ pool: inout Pool) {
    pool.start.image = .constant(24)
    pool.start.imageSource = Artifact(
      size: Bytes(3_000_000_000), bandwidth: Bandwidth(bitsPerSecond: 1e9),
      cache: .node)
  }

  static func imaged(
    _ steps: [(second: Double, replicas: Int)], registry: Double?
  ) throws -> [Double?] {
    let result = try Sample.timetable(
      steps, minutes: 10, registry: registry, { pulling(&$0) })
    return Self.seconds(result.instances.map(\.imaged))
  }

  @Test func `a registry that is wide enough makes no difference`() throws {
    #expect(try Self.imaged([(0, 0), (10, 3)], registry: 3e9) == [34, 34, 34])
    #expect(try Self.imaged([(0, 0), (10, 3)], registry: nil) == [34, 34, 34])
  }

  @Test func `pulls of one instant share the registry equally`() throws {
    // 3 × 24 Gbit at 1 Gbps in all.
    #expect(try Self.imaged([(0, 0), (10, 3)], registry: 1e9) == [82, 82, 82])
  }

  @Test func `a pull that joins slows the others down, one that leaves speeds them up`() throws {
    // The first alone for 12 s has 12 Gbit left, which at half speed take 24 s. The second then
    // has 12 Gbit left and the registry to itself.
    //    10s          22s                     46s          58s
    //    a------------a-----------------------|
    //                 b-----------------------b------------|
    #expect(try Self.imaged([(0, 0), (10, 1), (22, 2)], registry: 1e9) == [46, 58])
  }

  @Test func `a machine's own bandwidth is a limit, and what it leaves goes to the others`() throws
  {
    // 1.5 Gbps for two that can have 1 Gbps each: 0.75 each. 24 Gbit take 32 s.
    #expect(try Self.imaged([(0, 0), (10, 2)], registry: 1.5e9) == [42, 42])
    // The first has 12 s at 1 Gbps, then 0.75 for 16 s; the second 12 Gbit by then, and 12 s more.
    #expect(try Self.imaged([(0, 0), (10, 1), (22, 2)], registry: 1.5e9) == [38, 50])
  }

  @Test func `a pull that is given up leaves the registry to the others`() throws {
    // Two share until the younger is given up at 34 s: 12 Gbit left.
    let result = try Sample.timetable(
      [(0, 0), (10, 2), (34, 1)], minutes: 10, registry: 1e9, { Self.pulling(&$0) })
    #expect(Self.seconds(result.instances.map(\.imaged)) == [46, nil])
    #expect(result.instances.map(\.start.imageBytes) == [3_000_000_000, 0])
  }

  @Test func `what is baked in is not fetched`() throws {
    let result = try Sample.timetable([(0, 0), (10, 1)], minutes: 10) {
      Self.pulling(&$0)
      $0.start.imageSource.cache = .baked
      $0.start.imageSource.hit = .constant(2)
      $0.start.load = .constant(40)
      $0.start.modelSource = Artifact(
        size: Bytes(1_000), cache: .baked, hit: .constant(3), origin: .otherRegion)
    }
    let life = try #require(result.instances.first)
    #expect(Self.seconds([life.imaged, life.loaded]) == [12, 15])
    #expect(life.start.imageBytes == 0 && life.start.modelBytes == 0)
  }

  @Test func `replicas of a node share a pull and the model's file stays`() throws {
    let result = try Sample.timetable(
      [(0, 0), (3, 2), (200, 1), (300, 2)], minutes: 10, registry: 1e9,
      machine: Sample.machine(gpus: 2)
    ) {
      Self.pulling(&$0)
      $0.nodes = NodeTests.layer()
      $0.start.load = .constant(40)
      $0.start.modelSource = Artifact(size: Bytes(1_000), cache: .node, hit: .constant(3))
    }
    let lives = NodeTests.replicas(result)
    // The node is there at the scan of 10 s; one pull serves both, and so does one load: the
    // second replica takes the file from the disk.
    #expect(Self.seconds(lives.map(\.imaged)) == [34, 34, 300])
    #expect(Self.seconds(lives.map(\.loaded)) == [74, 77, 303])
    #expect(lives.map(\.start.imageBytes) == [3_000_000_000, 0, 0])
    #expect(lives.map(\.start.modelBytes) == [1_000, 0, 0])
  }

  static func warm(_ pool: inout Pool) {
    pool.start = ColdStart(boot: .constant(60), load: .constant(40))
    pool.warm = WarmPool(count: 1, price: 0.1, start: .constant(15))
  }

  @Test func `a warm machine is ready sooner and another is prepared in its place`() throws {
    let result = try Sample.timetable([(0, 0), (100, 1), (150, 2), (300, 3)], minutes: 10) {
      Self.warm(&$0)
    }
    let lives = result.instances
    // Taken at 100 s; the second is asked for at 150 s while the next is prepared until 200 s,
    // so it starts cold; the third finds it.
    #expect(lives.map(\.number) == [0, 1, 2, 3])
    #expect(Self.seconds(lives.map(\.start.warm)) == [0, 200, nil, 400])
    #expect(Self.seconds(lives.map(\.start.woken)) == [100, 300, nil, nil])
    #expect(Self.seconds(lives.map(\.ready)) == [115, 315, 250, nil])
  }

  @Test func `a warm machine costs its share`() throws {
    // Warm for 100 s at a tenth, 500 s in full; the next prepared for 100 s, then warm for 400 s.
    let result = try Sample.timetable([(0, 0), (100, 1)], minutes: 10) { Self.warm(&$0) }
    let ledger = Dictionary(
      result.ledger.map { ($0.category, $0.amount.nanodollars) }, uniquingKeysWith: +)
    #expect(ledger[.warm] == 50_000_000)
    #expect(ledger[.starting] == 115_000_000)
    #expect(result.cost.nanodollars == 650_000_000)
    #expect(result.timeline.reduce(0) { $0 + $1.cost.nanodollars } == 650_000_000)
  }
}
