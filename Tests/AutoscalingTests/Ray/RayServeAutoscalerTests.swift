import Autoscaling
import Kernel
import Testing

struct RayServeAutoscalerTests {
  static func decide(
    _ autoscaler: inout RayServeAutoscaler, wanted: Int, ready: Int? = nil, starting: Int = 0,
    requests: Double?, at seconds: Int64
  ) -> ScalingDecision {
    let now = SimTime.zero + .seconds(seconds)
    if let requests { autoscaler.take(.init(metric: 0, time: now, value: requests)) }
    return autoscaler.decide(
      .init(wanted: wanted, ready: ready ?? wanted, starting: starting, metrics: [requests]),
      at: now)
  }

  @Test func `a step of load is met after the delay, by the mean of that moment`() {
    var autoscaler = RayServeAutoscaler(
      .init(min: 1, max: 10, upscaleDelay: .seconds(5), lookBack: .seconds(10)))
    var wanted = 1
    var changes: [Int64: Int] = [:]
    for second in 0..<Int64(60) {
      let next = Self.decide(
        &autoscaler, wanted: wanted, requests: second < 20 ? 2 : 6, at: second
      ).replicas
      if next != wanted { changes[second] = next }
      wanted = next
    }
    // At 20 s the newest sample lasts a millisecond and its mean is above 2, which asks for 2. At
    // 25 s the samples since 16 s are 2 for 4 s, then 6 for 5 s: 4.2 on average, for which 3 of 2
    // requests each are needed; that is also what 6 needs.
    #expect(changes == [25: 3])
  }

  @Test func `requests start the first replica at once`() {
    var autoscaler = RayServeAutoscaler(.init(min: 0, max: 10))
    #expect(Self.decide(&autoscaler, wanted: 0, requests: 0, at: 0).replicas == 0)
    let found = Self.decide(&autoscaler, wanted: 0, requests: 50, at: 1)
    #expect((found.replicas, found.reason) == (1, .metric))
    // It starts; until it runs the target stays.
    #expect(
      Self.decide(&autoscaler, wanted: 1, ready: 0, starting: 1, requests: 50, at: 2).replicas == 1)
  }

  @Test func `an interruption begins the delay anew`() {
    var autoscaler = RayServeAutoscaler(
      .init(min: 1, max: 10, upscaleDelay: .seconds(3), lookBack: .milliseconds(500)))
    let requests: [Double] = [4, 4, 2, 4, 4, 4, 4]
    let found = requests.enumerated().map { second, requests in
      Self.decide(&autoscaler, wanted: 1, requests: requests, at: Int64(second)).replicas
    }
    #expect(found == [1, 1, 1, 1, 1, 1, 2])
  }

  @Test func `zero comes in two steps`() {
    var autoscaler = RayServeAutoscaler(
      .init(min: 0, max: 10, downscaleDelay: .seconds(2), downscaleToZeroDelay: .seconds(4)))
    var wanted = 3
    var changes: [Int64: Int] = [:]
    for second in 0..<Int64(20) {
      let next = Self.decide(&autoscaler, wanted: wanted, requests: 0, at: second).replicas
      if next != wanted { changes[second] = next }
      wanted = next
    }
    // Fewer from 0 s; 2 s later 1. The clock starts at 3 s; 4 s later none.
    #expect(changes == [2: 1, 7: 0])
  }

  @Test func `gangs come whole and the last one goes`() {
    var settings = RayServeAutoscaler.Settings(
      min: 0, max: 40, upscaleDelay: .zero, downscaleDelay: .zero)
    settings.gangSize = 4
    var autoscaler = RayServeAutoscaler(settings)
    #expect(Self.decide(&autoscaler, wanted: 4, requests: 9, at: 0).replicas == 8)
    #expect(autoscaler.propose(running: 8, target: 8, requests: 0, at: .zero) == 4)
    #expect(autoscaler.propose(running: 4, target: 4, requests: 0, at: .zero) == 0)
  }

  @Test func `the bounds hold and say so`() {
    var autoscaler = RayServeAutoscaler(.init(min: 2, max: 5, upscaleDelay: .zero))
    let high = Self.decide(&autoscaler, wanted: 3, requests: 100, at: 0)
    #expect((high.replicas, high.recommended, high.reason) == (5, 50, .atMaximum))
  }

  @Test func `without a sample nothing changes`() {
    var autoscaler = RayServeAutoscaler(.init(min: 1, max: 5))
    let found = Self.decide(&autoscaler, wanted: 3, requests: nil, at: 0)
    #expect((found.replicas, found.reason) == (3, .noMetric))
  }

  @Test func `the last sample stands however old it is`() {
    var autoscaler = RayServeAutoscaler(.init(min: 1, max: 20, upscaleDelay: .zero))
    #expect(Self.decide(&autoscaler, wanted: 1, requests: 12, at: 0).replicas == 6)
    autoscaler.take(.init(metric: 0, time: .zero + .seconds(100), value: nil))
    let later = autoscaler.decide(
      .init(wanted: 6, ready: 6, metrics: [nil]), at: .zero + .seconds(500))
    #expect((later.replicas, later.recommended) == (6, 6))
  }
}
