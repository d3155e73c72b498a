import Autoscaling
import Kernel
import Testing

@Suite struct CheapestMixTests {
  typealias Pool = CheapestMix.Pool

  static func pool(
    _ dollars: Double, carries capacity: Double, _ bounds: ClosedRange<Int> = 0...10,
    start: SimDuration = .zero
  ) -> Pool {
    Pool(
      price: .init(dollarsPerHour: dollars), capacity: capacity, minimum: bounds.lowerBound,
      maximum: bounds.upperBound, startTime: start)
  }

  static func solve(
    _ pools: [Pool], load: Double, running: [Int]? = nil, target: Double = 1,
    hold: SimDuration = .hours(1)
  ) -> [Int] {
    var mix = CheapestMix(pools: pools, target: target, hold: hold)
    mix.solve(load: load, running: running ?? pools.map { _ in 0 })
    return mix.counts
  }

  @Test func `a small machine fills what a large one would waste`() {
    // A large one carries 10 for $3, a small one 3 for $1.
    let pools = [Self.pool(3, carries: 10), Self.pool(1, carries: 3)]
    #expect(Self.solve(pools, load: 0) == [0, 0])
    #expect(Self.solve(pools, load: 3) == [0, 1])
    #expect(Self.solve(pools, load: 10) == [1, 0])
    #expect(Self.solve(pools, load: 12) == [1, 1])
    // Three small ones cost as much as a large one: the fewest replicas.
    #expect(Self.solve(pools, load: 8) == [1, 0])
    #expect(Self.solve(pools, load: 20, target: 0.5) == [4, 0])
  }

  @Test func `ties go to the pool listed first and decimals add up`() {
    let pools = [Self.pool(1, carries: 0.1), Self.pool(1, carries: 0.1)]
    #expect(Self.solve(pools, load: 0.3) == [3, 0])
    #expect(Self.solve(pools, load: 1.2) == [10, 2])
    #expect(Self.solve(pools, load: 0.3000001) == [3, 0])
    #expect(Self.solve(pools, load: 0.300001) == [4, 0])
  }

  @Test func `minima are kept and a load above all maxima takes all`() {
    let pools = [Self.pool(1, carries: 5, 0...2), Self.pool(9, carries: 5, 1...3)]
    #expect(Self.solve(pools, load: 9) == [1, 1])
    var mix = CheapestMix(pools: pools)
    #expect(mix.counts == [0, 1])
    let isFull = mix.solve(load: 25, running: [0, 0])
    #expect(isFull && mix.counts == [2, 3])
    for load in [25.1, 1e300, .infinity] {
      let isCarried = mix.solve(load: load, running: [0, 0])
      #expect(!isCarried && mix.counts == [2, 3])
    }
  }

  @Test(arguments: [
    // The saving over an hour is $0.50; a start costs $0.50 an hour.
    (SimDuration.minutes(59), SimDuration.hours(1), [0, 1]),
    (.minutes(60), .hours(1), [1, 0]), (.minutes(60), .hours(2), [0, 1]),
    (.minutes(30), .minutes(15), [1, 0]),
  ])
  func `a machine is swapped only where the saving pays the start`(
    start: SimDuration, hold: SimDuration, expected: [Int]
  ) {
    let pools = [Self.pool(1, carries: 10), Self.pool(0.5, carries: 10, start: start)]
    #expect(Self.solve(pools, load: 10, running: [1, 0], hold: hold) == expected)
    // With nothing running the cheaper one is launched, and what is not needed is given back.
    #expect(Self.solve(pools, load: 10, running: [0, 1], hold: hold) == [0, 1])
    #expect(Self.solve(pools, load: 10, running: [5, 0], hold: hold) == expected)
  }

  /// What a mix is compared by, in the order of comparison; nil where it does not carry the load.
  static func score(_ counts: [Int], _ pools: [Pool], load: Double, running: [Int]) -> [Int]? {
    var carried = 0
    var score = [0, 0, 0]
    for (index, pool) in pools.enumerated() {
      let launches = max(0, counts[index] - running[index])
      carried += counts[index] * Int(Elementary.nearestInteger(pool.capacity * 10))
      score[0] += counts[index] * Int(pool.price.nanodollarsPerHour)
      score[0] += launches * Int(pool.price.cost(of: pool.startTime).nanodollars)
      score[1] += launches
      score[2] += counts[index]
    }
    guard carried >= Int(Elementary.nearestInteger(load * 10)) else { return nil }
    return score + counts.map { -$0 }
  }

  /// All counts within the bounds.
  static func allCounts(_ pools: [Pool]) -> [[Int]] {
    pools.reduce([[]]) { rows, pool in
      rows.flatMap { row in (pool.minimum...pool.maximum).map { row + [$0] } }
    }
  }

  @Test(arguments: 0..<400)
  func `no mix found by trying all is better`(seed: Int) throws {
    var random = RandomSource(seed: UInt64(seed), replication: 0)
      .stream(.phase, group: 0, entity: 0)
    func below(_ n: Int) -> Int { Int(random.next32() % UInt32(n)) }
    let pools = (0...below(4)).map { _ in
      let minimum = below(2)
      return Self.pool(
        Double(below(8)) / 4, carries: Double(1 + below(30)) / 10, minimum...minimum + below(6),
        start: .minutes(Int64(15 * below(5))))
    }
    let running = pools.map { below($0.maximum + 2) }
    let load = Double(below(160)) / 10
    let best = Self.allCounts(pools)
      .compactMap { Self.score($0, pools, load: load, running: running) }
      .min { $0.lexicographicallyPrecedes($1) }
    var mix = CheapestMix(pools: pools)
    let isCarried = mix.solve(load: load, running: running)
    #expect(isCarried == (best != nil))
    #expect(mix.counts == best?.dropFirst(3).map { -$0 } ?? pools.map(\.maximum))
  }
}
