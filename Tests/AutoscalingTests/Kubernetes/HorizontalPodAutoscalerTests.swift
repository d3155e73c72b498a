import Autoscaling
import Kernel
import Testing

@Suite struct HorizontalPodAutoscalerTests {
  typealias Autoscaler = HorizontalPodAutoscaler

  /// A mean over pods with a target of 70, Kubernetes' default limits and the given windows.
  static func settings(
    min: Int = 1, max: Int = 100, down: SimDuration = .zero, up: SimDuration = .zero
  ) -> Autoscaler.Settings {
    var behavior = ScalingBehavior()
    behavior.up.stabilizationWindow = up
    behavior.down.stabilizationWindow = down
    return Autoscaler.Settings(
      min: min, max: max, metrics: [MetricTarget(kind: .pods, target: 70, isTotal: false)],
      behavior: behavior)
  }

  static func seen(_ replicas: Int, starting: Int = 0, _ metric: Double?) -> PoolObservation {
    PoolObservation(
      wanted: replicas + starting, ready: replicas, starting: starting, metrics: [metric])
  }

  /// The decision of a look half a minute after a first one that saw nothing.
  static func second(
    _ settings: Autoscaler.Settings, _ seen: PoolObservation
  ) -> ScalingDecision {
    var autoscaler = Autoscaler(settings)
    var blind = seen
    for index in blind.metrics.indices { blind.metrics[index] = nil }
    _ = autoscaler.decide(blind, at: .zero)
    return autoscaler.decide(seen, at: .zero + .seconds(30))
  }

  // Worked examples of the Kubernetes documentation's formula, with its tolerance of a tenth.
  @Test(arguments: [
    (4, 90.0, 6), (4, 76.0, 4), (10, 30.0, 5), (10, 62.9, 9), (10, 63.1, 10), (4, 77.0, 4),
    (3, 0.0, 1),
  ])
  func `replicas follow the ratio outside the tolerance`(
    replicas: Int, metric: Double, expected: Int
  ) {
    let decision = Self.second(Self.settings(), Self.seen(replicas, metric))
    #expect(decision.replicas == expected)
  }

  @Test func `a metric asks for more than may be added at once`() {
    let asked = Self.seen(1, 700)
    let byBehavior = Self.second(Self.settings(), asked)
    #expect((byBehavior.replicas, byBehavior.recommended) == (5, 10))
    #expect(byBehavior.reason == .scaleUpLimit)
    var plain = Self.settings()
    plain.behavior = nil
    #expect(Self.second(plain, asked).replicas == 4)
    #expect(Self.second(plain, asked).reason == .scaleUpLimit)
  }

  @Test func `bounds hold and say so`() {
    let high = Self.second(Self.settings(min: 2, max: 5), Self.seen(4, 700))
    #expect((high.replicas, high.recommended, high.reason) == (5, 40, .tooManyReplicas))
    let low = Self.second(Self.settings(min: 2, max: 5), Self.seen(4, 1))
    #expect((low.replicas, low.recommended, low.reason) == (2, 1, .tooFewReplicas))
  }

  @Test func `replicas out of bounds are brought back at once`() {
    var autoscaler = Autoscaler(Self.settings(min: 2, max: 5, down: .minutes(5)))
    let above = autoscaler.decide(Self.seen(9, nil), at: .zero)
    #expect((above.replicas, above.reason) == (5, .aboveMaximum))
    let below = autoscaler.decide(Self.seen(1, nil), at: .zero + .seconds(15))
    #expect((below.replicas, below.reason) == (2, .belowMinimum))
  }

  @Test func `an absurd metric asks for the maximum and does not trap`() {
    for metric in [1e300, .infinity] {
      let decision = Self.second(Self.settings(max: 7), Self.seen(4, metric))
      #expect((decision.replicas, decision.recommended) == (7, Int(Int32.max)))
    }
    #expect(Self.second(Self.settings(max: 7), Self.seen(4, .nan)).replicas == 4)
    #expect(Self.second(Self.settings(max: 7), Self.seen(4, -.infinity)).replicas == 1)
  }

  @Test func `without a sample or a ready replica nothing changes`() {
    var autoscaler = Autoscaler(Self.settings())
    let blind = autoscaler.decide(Self.seen(4, nil), at: .zero)
    #expect((blind.replicas, blind.reason) == (4, .failedGetPodsMetric))
    let none = autoscaler.decide(Self.seen(0, starting: 4, 500), at: .zero + .seconds(15))
    #expect((none.replicas, none.reason) == (4, .failedGetPodsMetric))
  }

  @Test func `starting replicas count as idle when scaling up`() {
    // 2 ready at 140 would be 4; with 2 starting the ratio is 1: nothing.
    #expect(Self.second(Self.settings(), Self.seen(2, starting: 2, 140)).replicas == 4)
    // 2 ready at 210: ratio 3·2/4 = 1.5, so 6.
    #expect(Self.second(Self.settings(), Self.seen(2, starting: 2, 210)).replicas == 6)
    // Damped to below 1 it must not turn into a scale-down.
    #expect(Self.second(Self.settings(), Self.seen(2, starting: 4, 90)).replicas == 6)
  }

  @Test func `starting replicas do not count when scaling down`() {
    #expect(Self.second(Self.settings(), Self.seen(4, starting: 2, 35)).replicas == 2)
  }

  @Test func `without replicas nothing is decided unless zero may be left`() {
    var settings = Self.settings(min: 0)
    settings.metrics = [MetricTarget(.arrivalRate, kind: .externalAverageValue, target: 10)]
    let none = PoolObservation(wanted: 0, ready: 0, metrics: [25])
    #expect(Self.second(settings, none).reason == .scalingDisabled)
    #expect(Self.second(settings, none).replicas == 0)
    settings.wakesFromZero = true
    #expect(Self.second(settings, none).replicas == 3)
    settings.metrics = [MetricTarget(.concurrency, target: 10)]
    #expect(Self.second(settings, none).reason == .failedGetPodsMetric)
    settings.min = 1
    #expect(Self.second(settings, none).reason == .scalingDisabled)
  }
}
