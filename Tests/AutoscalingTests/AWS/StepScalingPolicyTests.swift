import Autoscaling
import Kernel
import Testing

struct StepScalingPolicyTests {
  static let out = StepScaling(
    direction: .out, threshold: 60,
    steps: [
      .init(lower: 0, upper: 10, adjustment: 10), .init(lower: 10, upper: nil, adjustment: 30),
    ],
    adjustment: .percentChangeInCapacity)
  static let inward = StepScaling(
    direction: .in, threshold: 40,
    steps: [
      .init(lower: -10, upper: 0, adjustment: -10), .init(lower: nil, upper: -10, adjustment: -30),
    ],
    adjustment: .percentChangeInCapacity)

  static func policy(
    warmUp: SimDuration = .zero, cooldown: SimDuration = .zero, datapoints: Int = 1,
    of periods: Int = 1
  ) -> StepScalingPolicy {
    StepScalingPolicy(
      .init(
        min: 2, max: 100,
        scaleOut: .init(out, datapoints: datapoints, of: periods), scaleIn: .init(inward),
        warmUp: warmUp, scaleOutCooldown: cooldown, scaleInCooldown: cooldown))
  }

  /// One datapoint for the given minute and the look at its end.
  static func look(
    _ policy: inout StepScalingPolicy, minute: Int64, _ metric: Double?, wanted: Int,
    ready: Int? = nil, starting: Int = 0, draining: Int = 0
  ) -> ScalingDecision {
    let start = SimTime.zero + .minutes(minute)
    policy.take(.init(metric: 0, time: start, value: metric))
    return policy.decide(
      .init(
        wanted: wanted, ready: ready ?? wanted, starting: starting, draining: draining,
        metrics: [metric]), at: start + .minutes(1))
  }

  // The worked example of the EC2 guide: 10 instances, then 1 more while that one warms up.
  @Test func `starting instances are in the capacity, not in the base`() {
    var policy = Self.policy()
    #expect(Self.look(&policy, minute: 0, 60, wanted: 10).replicas == 11)
    let held = Self.look(&policy, minute: 1, 62, wanted: 11, ready: 10, starting: 1)
    #expect((held.replicas, held.reason) == (11, .warmingUp))
    #expect(Self.look(&policy, minute: 2, 70, wanted: 11, ready: 10, starting: 1).replicas == 13)
  }

  @Test func `a scale-in waits until all are warm, and counts those that leave`() {
    var policy = Self.policy()
    let held = Self.look(&policy, minute: 0, 20, wanted: 11, ready: 10, starting: 1)
    #expect((held.replicas, held.reason) == (11, .warmingUp))
    // -30 % of 8 + 2 is 7.
    #expect(Self.look(&policy, minute: 1, 20, wanted: 8, draining: 2).replicas == 7)
  }

  @Test func `warm-up goes on after an instance is in service`() {
    var policy = Self.policy(warmUp: .minutes(3))
    #expect(Self.look(&policy, minute: 0, 65, wanted: 10).replicas == 11)
    // In service at 2 min, warm at 5 min: until then 10 % of 10 is one, which is there already.
    for minute in 1..<Int64(4) {
      #expect(Self.look(&policy, minute: minute, 65, wanted: 11).reason == .warmingUp)
    }
    #expect(Self.look(&policy, minute: 4, 65, wanted: 11).replicas == 12)
  }

  @Test func `two of three datapoints are enough where the alarm says so`() {
    var policy = Self.policy(datapoints: 2, of: 3)
    let metrics: [Double?] = [65, 50, 65, nil, nil]
    let found = metrics.enumerated().map { minute, metric in
      Self.look(&policy, minute: Int64(minute), metric, wanted: 10).replicas
    }
    #expect(found == [10, 10, 11, 10, 10])
  }

  @Test func `a cooldown lets only the excess through`() {
    var policy = Self.policy(cooldown: .minutes(5))
    #expect(Self.look(&policy, minute: 0, 65, wanted: 10).replicas == 11)
    #expect(Self.look(&policy, minute: 1, 65, wanted: 11).reason == .cooldown)
    // +30 % of 11 is 3; 1 of them is there.
    #expect(Self.look(&policy, minute: 2, 75, wanted: 11).replicas == 13)
    #expect(Self.look(&policy, minute: 3, 20, wanted: 13).reason == .cooldown)
    // The larger one at 3 min began the cooldown anew: over at 8 min.
    #expect(Self.look(&policy, minute: 6, 20, wanted: 13).reason == .cooldown)
    #expect(Self.look(&policy, minute: 7, 20, wanted: 13).replicas == 10)
  }

  // SageMaker's way from zero: a backlog without capacity adds one.
  @Test func `a step leaves zero`() {
    let steps = StepScaling(
      direction: .out, threshold: 1, steps: [.init(lower: 0, upper: nil, adjustment: 1)],
      adjustment: .changeInCapacity)
    var policy = StepScalingPolicy(
      .init(
        min: 0, max: 5, scaleOut: .init(steps, datapoints: 2, of: 2), scaleIn: nil,
        isTotal: true))
    #expect(Self.look(&policy, minute: 0, 3, wanted: 0).replicas == 0)
    #expect(Self.look(&policy, minute: 1, 3, wanted: 0).replicas == 1)
  }

  @Test(arguments: [
    (StepScaling.Adjustment.changeInCapacity, 3.0, 8), (.exactCapacity, 3.0, 5),
    (.exactCapacity, 9.0, 9), (.percentChangeInCapacity, 3.0, 6),
  ])
  func `an adjustment means what its type says`(
    type: StepScaling.Adjustment, adjustment: Double, desired: Int
  ) {
    let steps = StepScaling(
      direction: .out, threshold: 1,
      steps: [.init(lower: 0, upper: nil, adjustment: adjustment)], adjustment: type)
    #expect(steps.desired(for: 2, of: .init(inService: 5, desired: 5)) == desired)
  }
}
