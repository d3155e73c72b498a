import Autoscaling
import Kernel
import Testing

@Suite struct ThresholdPolicyTests {
  typealias Policy = ThresholdPolicy

  static let guide = Policy.Settings(
    thresholds: [.init(upper: 0.7, lower: 0.2), .init(upper: 0.05)], maximum: 9,
    inAfter: .minutes(3), cooldown: .minutes(2), interval: .minutes(1))

  /// Looks each minute at the metrics; the replicas after each look, and why.
  static func run(
    _ settings: Policy.Settings, from replicas: Int = 1, metrics: [[Double?]]
  ) -> (replicas: String, reasons: [String]) {
    var policy = Policy(settings)
    var wanted = replicas
    var text = ""
    var reasons: [String] = []
    for (minute, values) in metrics.enumerated() {
      let decision = policy.decide(
        .init(wanted: wanted, ready: wanted, metrics: values), at: .zero + .minutes(Int64(minute)))
      wanted = decision.replicas
      text += String(wanted, radix: 36)
      reasons.append(decision.reason.words)
    }
    return (text, reasons)
  }

  @Test func `steps go out at once, in after a wait, and rest between`() {
    let run = Self.run(
      Self.guide,
      metrics: [0.8, 0.8, 0.8, 0.5, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1].map { [$0, 0] })
    #expect(run.replicas == "223333322111")
    #expect(run.reasons[0] == "above threshold")
    #expect(run.reasons[1] == "threshold cooldown")
    #expect(run.reasons[3] == "between thresholds")
    #expect(run.reasons[6] == "threshold not passed for long")
    #expect(run.reasons[7] == "below threshold")
    #expect(run.reasons[10] == "threshold cooldown")
    #expect(run.reasons[11] == "minimum")
  }

  @Test func `any high metric adds, and a value at its threshold is not high`() {
    #expect(Self.run(Self.guide, metrics: [[0.1, 0.06]]).replicas == "2")
    #expect(Self.run(Self.guide, metrics: [[0.7, 0.05]]).replicas == "1")
    #expect(Self.run(Self.guide, metrics: [[nil, 0.06]]).replicas == "2")
  }

  @Test func `a metric that is missing or rises breaks the wait to step in`() {
    let low: [Double?] = [0.1, 0]
    for broken: [Double?] in [[nil, 0], [0.2, 0]] {
      let run = Self.run(
        Self.guide, from: 3, metrics: [low, low, low, broken, low, low, low, low])
      #expect(run.replicas == "33333332")
    }
  }

  @Test func `without any metric nothing changes`() {
    let run = Self.run(Self.guide, from: 3, metrics: [[nil, nil], []])
    #expect(run.replicas == "33")
    #expect(run.reasons == ["no metric", "no metric"])
  }

  @Test func `an upper threshold may have to be passed for some time`() {
    var settings = Self.guide
    settings.outAfter = .minutes(2)
    settings.cooldown = .zero
    let run = Self.run(
      settings, metrics: [0.8, 0.8, 0.5, 0.8, 0.8, 0.8, 0.8].map { [$0, 0] })
    #expect(run.replicas == "1111123")
  }

  @Test func `nothing is added while replicas start, if so wished`() {
    for waits in [true, false] {
      var settings = Self.guide
      settings.waitsForStarting = waits
      var policy = Policy(settings)
      let decision = policy.decide(
        .init(wanted: 3, ready: 2, starting: 1, metrics: [0.9, 0]), at: .zero)
      #expect(decision.replicas == (waits ? 3 : 4))
      #expect(decision.recommended == 4)
      #expect(decision.reason == (waits ? .replicasStarting : .aboveThreshold))
    }
  }

  // The rounding of EC2 Auto Scaling: towards zero, but no less than one.
  @Test(arguments: [(10, 30.0, 3), (10, 39.0, 3), (10, 5.0, 1), (0, 50.0, 1), (3, 100.0, 3)])
  func `a percent step is rounded down to no less than one`(
    wanted: Int, percent: Double, expected: Int
  ) {
    #expect(Policy.Step.percent(percent).replicas(of: wanted) == expected)
  }

  @Test func `replicas outside the bounds are brought within at once`() {
    let high = Self.run(Self.guide, from: 12, metrics: [[0.5, 0], [0.5, 0]])
    #expect(high.replicas == "99")
    #expect(high.reasons[0] == "maximum")
    #expect(Self.run(Self.guide, from: 0, metrics: [[0.1, 0]]).replicas == "1")
  }

  @Test(arguments: 0..<20)
  func `replicas stay within bounds and never change during the cooldown`(seed: Int) {
    var random = RandomSource(seed: UInt64(seed), replication: 0)
      .stream(.phase, group: 0, entity: 0)
    var settings = Self.guide
    settings.stepOut = .percent(60)
    settings.stepIn = .replicas(3)
    let metrics: [[Double?]] = (0..<400).map { minute in
      let base = minute / 20 % 2 == 0 ? 0.6 : 0
      return [base + 0.25 * random.nextUniform(), 0]
    }
    let digits = Array(Self.run(settings, metrics: metrics).replicas)
    var lastChange = -10
    for minute in 1..<digits.count where digits[minute] != digits[minute - 1] {
      #expect(minute - lastChange >= 2)
      lastChange = minute
    }
    #expect(lastChange > 0)
    #expect(digits.allSatisfy { ("1"..."9").contains($0) })
  }
}
