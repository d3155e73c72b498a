import Autoscaling
import Kernel
import Testing

@Suite struct MetricTargetTests {
  @Test func `a target is rounded up to thousandths and a sample down`() {
    #expect(MetricTarget.milli(ofTarget: 0.7) == 700)
    #expect(MetricTarget.milli(ofTarget: 0.0701) == 71)
    #expect(MetricTarget.milli(ofTarget: 62.9) == 62_900)
    #expect(MetricTarget.milli(ofTarget: 1e300) == .max)
    #expect(MetricTarget.milli(ofSample: 0.0709) == 70)
    #expect(MetricTarget.milli(ofSample: -0.0709) == -70)
    #expect(MetricTarget.milli(ofSample: 1e300) == .max)
    #expect(MetricTarget.milli(ofSample: .nan) == nil)
  }

  /// The replicas that a metric asks of four ready and two starting ones.
  static func replicas(_ target: MetricTarget, _ value: Double) -> Int {
    let settings = HorizontalPodAutoscaler.Settings(max: 100, metrics: [target])
    var autoscaler = HorizontalPodAutoscaler(settings)
    let seen = PoolObservation(wanted: 6, ready: 4, starting: 2, metrics: [value])
    return autoscaler.decide(seen, at: .zero).recommended
  }

  @Test func `a total is shared by the replicas that its kind says`() {
    // 4 ready with 10 each against 5: twice, but the two that start count as idle.
    #expect(Self.replicas(MetricTarget(.concurrency, target: 5), 40) == 8)
    // The same as a mean.
    let mean = MetricTarget(kind: .pods, target: 5, isTotal: false)
    #expect(Self.replicas(mean, 10) == 8)
    let external = MetricTarget(.concurrency, kind: .externalAverageValue, target: 5)
    #expect(Self.replicas(external, 40) == 8)
    // 40 / (6 × 6) is outside of the tolerance, 39 is within.
    let near = MetricTarget(.concurrency, kind: .externalAverageValue, target: 6)
    #expect(Self.replicas(near, 40) == 7)
    #expect(Self.replicas(near, 39) == 6)
    // A value's ratio times those that serve.
    #expect(Self.replicas(MetricTarget(.queueWait, kind: .value, target: 2), 4) == 8)
  }

  @Test func `the metric that asks for most wins, and one that is blind stops a fall`() {
    let settings = HorizontalPodAutoscaler.Settings(
      max: 100,
      metrics: [
        MetricTarget(.gpuUtilization, target: 0.7),
        MetricTarget(.queueLength, kind: .externalAverageValue, target: 10),
      ])
    func decide(_ metrics: [Double?]) -> ScalingDecision {
      var autoscaler = HorizontalPodAutoscaler(settings)
      return autoscaler.decide(PoolObservation(wanted: 6, ready: 6, metrics: metrics), at: .zero)
    }
    #expect(decide([0.7, 90]).recommended == 9)
    #expect(decide([0.3, 5]).recommended == 3)
    #expect(decide([nil, 90]).recommended == 9)
    let blind = decide([0.3, nil])
    #expect((blind.replicas, blind.recommended) == (6, 6))
    #expect(blind.reason == .failedGetExternalMetric)
  }
}
