import Capacity
import Kernel
import Simulation
import Testing

/// How many instances the simulator holds, against closed forms and an observed trace.
@Suite struct HeldInstancesTests {
  static let hours: Int64 = 5_000

  /// Ten pools of one instance, each held whenever its zone is open: MTTF 7200 s, MTTR 600 s.
  static let machines: Result<ReplicationResult, any Error> = Result {
    let cycle = SpotCycle(
      upTime: .exponential(mean: 7_200), downTime: .exponential(mean: 600),
      share: ReclaimShare(whole: 1, partial: 0))
    let pools = (0..<10).map { number in
      let zone = SpotZone(
        name: "zone-\(number)", supply: .cycle(cycle), price: .constant(Sample.millionASecond),
        notice: .zero)
      return Sample.marketPool(
        "pool-\(number)", count: 1, [zone], mix: PurchaseMix(fallsBack: false))
    }
    return try Sample.idle(pools, seconds: hours * 3_600, seed: 11)
  }

  /// The variance of the mean of an indicator of probability p over T seconds of a two-state chain
  /// is at most 2·p(1-p)·554/T: it forgets with 1/(1/7200 + 1/600) = 554 s, ten of them as fast.
  static func error(_ p: Double, machines: Double) -> Double {
    (2 * p * (1 - p) * 554 / (machines * Double(hours) * 3_600)).squareRoot()
  }

  // Tolerance: five standard errors, 0.0011.
  @Test func `an instance is held MTTF over MTTF plus MTTR of the time`() throws {
    let held = try #require(try Self.machines.get().metrics[.meanInstances]) / 10
    let expected = 0.92307692
    #expect((held - expected).magnitude < 5 * Self.error(expected, machines: 10), "\(held)")
    // And ready as long as held, since a start takes no time here.
    #expect((try Self.machines.get().timeline[0].ready / 10 - held).magnitude < 1e-9)
  }

  // Tolerance: five standard errors, 0.0074.
  @Test func `eight of ten are held as often as the binomial says`() throws {
    let result = try Self.machines.get()
    let changes = result.instances.flatMap { [($0.launched, 1), ($0.gone, -1)] }
      .sorted { $0.0 < $1.0 }
    var held = 0
    var last = SimTime.zero
    var seconds = 0.0
    for (at, step) in changes {
      if held >= 8 { seconds += (at - last).seconds }
      last = at
      held += step
    }
    let share = seconds / (Double(Self.hours) * 3_600)
    let expected = 0.96377338
    #expect((share - expected).magnitude < 5 * Self.error(expected, machines: 1), "\(share)")
  }

  /// The first two hours of scenarios/traces/spot-bamboo-g4dn-us-east-1c.csv.
  static let trace: [(Int64, Int)] = [
    (0, 4), (27, 12), (108, 5), (196, 12), (320, 10), (486, 12), (2027, 8), (2119, 7), (2234, 6),
    (2849, 4), (2946, 2), (3392, 12), (3558, 2), (4353, 12), (4476, 9), (4957, 11), (5013, 12),
    (5469, 11), (5580, 10), (5696, 6), (5783, 4), (5875, 3), (6784, 8), (6810, 12), (6897, 3),
    (7049, 12),
  ]

  @Test(arguments: [12, 8], [0.0, 200])
  func `instances held are those of the trace`(wanted: Int, boot: Double) throws {
    let result = try Sample.idle(
      [
        Sample.marketPool(
          count: wanted, [Sample.replayed(Self.trace)], mix: PurchaseMix(fallsBack: false),
          boot: boot)
      ], seconds: 7_200)
    for second in 0..<Int64(7_200) {
      let level = Self.trace.last { $0.0 <= second }.map(\.1) ?? 0
      #expect(MarketFleetTests.held(result, at: second) == min(level, wanted), "\(second) s")
    }
  }
}
