import Autoscaling
import Kernel
import Testing

struct TargetTrackingPolicyTests {
  /// A pool that the policy looks at on each minute, sampled each 15 s.
  struct Bench {
    var policy: TargetTrackingPolicy
    var minute: Int64 = 0

    init(_ settings: TargetTrackingPolicy.Settings) { policy = TargetTrackingPolicy(settings) }

    /// A minute of samples and the look at its end.
    mutating func look(
      _ metric: Double?, wanted: Int, ready: Int? = nil, starting: Int = 0
    ) -> ScalingDecision {
      let start = SimTime.zero + .minutes(minute)
      for quarter in 0..<Int64(4) {
        policy.take(.init(metric: 0, time: start + .seconds(15 * quarter), value: metric))
      }
      minute += 1
      return policy.decide(
        .init(wanted: wanted, ready: ready ?? wanted, starting: starting, metrics: [metric]),
        at: start + .minutes(1))
    }
  }

  static func bench(
    min: Int = 1, isTotal: Bool = false, disableScaleIn: Bool = false,
    warmUp: SimDuration = .zero
  ) -> Bench {
    Bench(
      .init(
        min: min, max: 20, target: 50, isTotal: isTotal, disableScaleIn: disableScaleIn,
        warmUp: warmUp))
  }

  @Test func `a scale-out comes with the third minute above the target`() {
    var bench = Self.bench()
    // 75 against 50 is half as many again: 6 of 4.
    let found = [50.0, 50, 75, 75, 75].map { bench.look($0, wanted: 4).replicas }
    #expect(found == [4, 4, 4, 4, 6])
  }

  @Test func `in a cooldown only what exceeds the last scale-out is added`() {
    var bench = Self.bench()
    for _ in 0..<2 { _ = bench.look(75, wanted: 4) }
    #expect(bench.look(75, wanted: 4).replicas == 6)
    // 6 of 4 again is no more than the +2 that is on its way; 8 of 4 is 2 more.
    let again = bench.look(75, wanted: 6, ready: 4, starting: 2)
    #expect((again.replicas, again.reason) == (6, .cooldown))
    let more = bench.look(100, wanted: 6, ready: 4, starting: 2)
    #expect((more.replicas, more.recommended, more.reason) == (8, 8, .highAlarm))
  }

  @Test func `a scale-in waits for fifteen low minutes, then for the cooldown`() {
    var bench = Self.bench()
    for _ in 0..<14 { #expect(bench.look(20, wanted: 10).replicas == 10) }
    // 10 × 20 / 50 = 4, at 15 min; then 4 × 20 / 50 = 1.6 becomes 2, 5 min later.
    #expect(bench.look(20, wanted: 10).replicas == 4)
    for _ in 16..<20 { #expect(bench.look(20, wanted: 4).reason == .cooldown) }
    let second = bench.look(20, wanted: 4)
    #expect((second.replicas, second.reason) == (2, .lowAlarm))
  }

  @Test func `nine tenths of the target are not low`() {
    var bench = Self.bench()
    for _ in 0..<20 { #expect(bench.look(45, wanted: 10).reason == .alarmsQuiet) }
  }

  @Test func `a minute without a sample breaks the run and changes nothing`() {
    var bench = Self.bench()
    let found = [75, 75, nil, 75, 75, 75].map { bench.look($0, wanted: 4).replicas }
    #expect(found == [4, 4, 4, 4, 4, 6])
  }

  @Test func `replicas that start or warm up block a scale-in`() {
    var bench = Self.bench(warmUp: .minutes(5))
    for _ in 0..<15 { _ = bench.look(20, wanted: 3, ready: 2, starting: 1) }
    #expect(bench.look(20, wanted: 3, ready: 2, starting: 1).reason == .warmingUp)
    // Ready at the look of minute 17, warm 5 min later.
    for _ in 17..<22 { #expect(bench.look(20, wanted: 3).reason == .warmingUp) }
    let warm = bench.look(20, wanted: 3)
    #expect((warm.replicas, warm.reason) == (2, .lowAlarm))
  }

  @Test func `scale-in can be disabled`() {
    var bench = Self.bench(disableScaleIn: true)
    for _ in 0..<15 { _ = bench.look(10, wanted: 5) }
    let held = bench.look(10, wanted: 5)
    #expect((held.replicas, held.reason) == (5, .scaleInDisabled))
  }

  @Test func `a total is divided by the replicas in service`() {
    var bench = Self.bench(isTotal: true)
    for _ in 0..<2 { _ = bench.look(400, wanted: 5, ready: 4, starting: 1) }
    // 100 per replica in service: 4 × 100 / 50 = 8.
    #expect(bench.look(400, wanted: 5, ready: 4, starting: 1).replicas == 8)
  }

  @Test func `bounds hold and say so`() {
    var bench = Self.bench()
    for _ in 0..<2 { _ = bench.look(500, wanted: 5) }
    let high = bench.look(500, wanted: 5)
    #expect((high.replicas, high.recommended, high.reason) == (20, 50, .atMaximum))
  }

  @Test func `a look between datapoints does not act twice`() {
    var bench = Self.bench()
    for _ in 0..<3 { _ = bench.look(75, wanted: 4) }
    let between = bench.policy.decide(
      .init(wanted: 4, ready: 4, metrics: [75]), at: .zero + .seconds(190))
    #expect((between.replicas, between.reason) == (4, .alarmsQuiet))
  }
}
