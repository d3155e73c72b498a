import Autoscaling
import Kernel
import Testing

@Suite struct StabilizationTests {
  typealias Autoscaler = HorizontalPodAutoscaler

  /// Looks each 15 s with the given metrics; the replicas after each look.
  static func replicas(
    _ settings: Autoscaler.Settings, from start: Int, metrics: [Double]
  ) -> [Int] {
    var autoscaler = Autoscaler(settings)
    var wanted = start
    return metrics.enumerated().map { look, metric in
      let now = SimTime.zero + .seconds(15) * Int64(look)
      wanted =
        autoscaler.decide(HorizontalPodAutoscalerTests.seen(wanted, metric), at: now).replicas
      return wanted
    }
  }

  @Test func `a quiet minute passes before a scale-down`() {
    // Within tolerance at 0 s recommends 10; with a behavior that holds until it is 60 s old.
    let settings = HorizontalPodAutoscalerTests.settings(down: .seconds(60))
    let metrics = [70.0, 35, 35, 35, 35, 35]
    #expect(Self.replicas(settings, from: 10, metrics: metrics) == [10, 10, 10, 10, 5, 5])
    // Without, an entry that is exactly 60 s old still counts.
    var plain = settings
    plain.behavior = nil
    plain.downscaleStabilization = .seconds(60)
    #expect(Self.replicas(plain, from: 10, metrics: metrics) == [10, 10, 10, 10, 10, 5])
    // A spell of load in between begins the window anew.
    let spell = Self.replicas(
      HorizontalPodAutoscalerTests.settings(down: .seconds(30)), from: 10,
      metrics: [70, 35, 70, 35, 35, 35])
    #expect(spell == [10, 10, 10, 10, 5, 5])
  }

  @Test func `a scale-up goes to the lowest recommendation of its window`() {
    let metrics = [70.0, 105, 140, 105]
    let held = HorizontalPodAutoscalerTests.settings(up: .seconds(30))
    #expect(Self.replicas(held, from: 4, metrics: metrics) == [4, 4, 6, 8])
    let atOnce = HorizontalPodAutoscalerTests.settings()
    #expect(Self.replicas(atOnce, from: 4, metrics: metrics) == [4, 6, 12, 18])
  }

  @Test func `a window that holds says which way`() {
    var up = Autoscaler(HorizontalPodAutoscalerTests.settings(up: .minutes(1)))
    _ = up.decide(HorizontalPodAutoscalerTests.seen(4, 70), at: .zero)
    let rise = up.decide(HorizontalPodAutoscalerTests.seen(4, 140), at: .zero + .seconds(15))
    #expect((rise.replicas, rise.recommended, rise.reason) == (4, 8, .scaleUpStabilized))
    var down = Autoscaler(HorizontalPodAutoscalerTests.settings(down: .minutes(1)))
    let fall = down.decide(HorizontalPodAutoscalerTests.seen(4, 35), at: .zero)
    #expect((fall.replicas, fall.recommended, fall.reason) == (4, 2, .scaleDownStabilized))
  }

  @Test func `a log grows to its window and no further`() {
    var recommendations = RecommendationLog()
    var events = ScaleEventLog()
    for look in 0..<1_000 {
      let now = SimTime.zero + .seconds(15) * Int64(look)
      _ = recommendations.stabilize(look % 7, window: .minutes(5), at: now)
      events.store(1, longestPeriod: .minutes(1), at: now)
    }
    // 300 s and both ends: 21 looks; one slot is free while it is looked for.
    #expect(recommendations.entries.count == 21)
    #expect(events.events.count == 5)
    let end = SimTime.zero + .seconds(15) * 999
    #expect(events.change(within: .minutes(1), at: end) == 4)
  }
}
