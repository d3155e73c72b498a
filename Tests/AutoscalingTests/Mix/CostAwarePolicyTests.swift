import Autoscaling
import Kernel
import Testing

@Suite struct CostAwarePolicyTests {
  typealias Policy = CostAwarePolicy

  static let pools: [CheapestMix.Pool] = [
    .init(price: .init(dollarsPerHour: 3), capacity: 10, maximum: 4, startTime: .minutes(3)),
    .init(price: .init(dollarsPerHour: 1), capacity: 3, maximum: 5, startTime: .minutes(1)),
  ]

  /// The pools as they are some looks after each change: what is wanted is ready `delay` looks
  /// later, and replicas that do not serve leave first.
  struct Fleet {
    let delay: Int
    var starting: [[Int]]
    var seen: [Policy.Seen]

    init(_ ready: [Int], delay: Int) {
      self.delay = delay
      starting = ready.map { _ in [] }
      seen = ready.map { .init(wanted: $0, ready: $0) }
    }

    mutating func follow(_ counts: [Int]) {
      for index in counts.indices {
        seen[index].ready += starting[index].count { $0 <= 0 }
        starting[index] = starting[index].filter { $0 > 0 }.map { $0 - 1 }
        while seen[index].ready + starting[index].count < counts[index] {
          starting[index].append(delay)
        }
        while seen[index].ready + starting[index].count > counts[index] {
          if starting[index].popLast() == nil { seen[index].ready -= 1 }
        }
        seen[index].wanted = counts[index]
      }
    }
  }

  static func run(
    _ settings: Policy.Settings, _ ready: [Int], loads: [Double?], delay: Int = 0
  ) -> (counts: [[Int]], reasons: [String]) {
    var policy = Policy(settings)
    var fleet = Fleet(ready, delay: delay)
    var counts: [[Int]] = []
    var reasons: [String] = []
    for (minute, load) in loads.enumerated() {
      let reason = policy.decide(
        load: load, pools: fleet.seen, at: .zero + .minutes(Int64(minute)))
      counts.append(policy.counts)
      reasons.append(reason.words)
      fleet.follow(policy.counts)
    }
    return (counts, reasons)
  }

  @Test func `it follows the load up at once and down after the window`() {
    let run = Self.run(
      .init(pools: Self.pools, target: 1, stabilizeDown: .minutes(2)), [0, 0],
      loads: [3, 12, 12, 3, 3, 3, nil, 99])
    // For 12, one of each is $4 an hour and so are four small ones, one of which runs: three
    // starts of a minute at $1 cost less than one of three minutes at $3.
    #expect(run.counts == [[0, 1], [0, 4], [0, 4], [0, 4], [0, 1], [0, 1], [0, 1], [4, 5]])
    #expect(
      run.reasons == [
        "cheapest mix", "cheapest mix", "cheapest mix", "stabilisation window", "cheapest mix",
        "cheapest mix", "no metric", "maximum",
      ])
  }

  @Test func `what is replaced serves until its replacement is ready`() {
    let settings = Policy.Settings(pools: Self.pools, target: 1, stabilizeDown: .zero)
    // Three small ones at $3 make way for a large one only at a load of more than 9.
    let run = Self.run(settings, [0, 4], loads: [10, 10, 10, 10, 10, 10], delay: 2)
    #expect(run.counts == [[1, 4], [1, 4], [1, 4], [1, 4], [1, 0], [1, 0]])
    #expect(run.reasons[0] == "replacement starting")
    #expect(run.reasons[4] == "cheapest mix")
  }

  @Test(arguments: 0..<30)
  func `no decision gives back what the load needs`(seed: Int) {
    var random = RandomSource(seed: UInt64(seed), replication: 0)
      .stream(.phase, group: 0, entity: 0)
    var policy = Policy(.init(pools: Self.pools, target: 0.8, stabilizeDown: .minutes(3)))
    var fleet = Fleet([0, 0], delay: 2)
    var shrank = 0
    for minute in 0..<300 {
      let load = Double(minute / 10 % 3) * 12 + 6 * random.nextUniform()
      _ = policy.decide(load: load, pools: fleet.seen, at: .zero + .minutes(Int64(minute)))
      let before = Self.carried(fleet.seen.map(\.ready))
      let after = Self.carried(
        fleet.seen.indices.map { min(fleet.seen[$0].ready, policy.counts[$0]) })
      if after < before {
        shrank += 1
        #expect(after >= load)
      }
      for (count, pool) in zip(policy.counts, Self.pools) {
        #expect((pool.minimum...pool.maximum).contains(count))
      }
      #expect(Self.carried(policy.counts) >= min(load, Self.carried([4, 5])) - 1e-6)
      fleet.follow(policy.counts)
    }
    #expect(shrank > 0)
  }

  /// What ready replicas carry at a target of 0.8.
  static func carried(_ counts: [Int]) -> Double {
    8 * Double(counts[0]) + 2.4 * Double(counts[1])
  }
}
