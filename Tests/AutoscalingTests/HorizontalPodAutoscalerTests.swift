import Autoscaling
import Kernel
import Testing

@Suite struct HorizontalPodAutoscalerTests {
  typealias Autoscaler = HorizontalPodAutoscaler

  static func settings(
    min: Int = 1, max: Int = 100, target: Double = 70, tolerance: Double = 0.1,
    down: SimDuration = .zero, up: SimDuration = .zero
  ) -> Autoscaler.Settings {
    Autoscaler.Settings(
      min: min, max: max, target: target, tolerance: tolerance, stabilizeDown: down,
      stabilizeUp: up)
  }

  // Worked examples of the Kubernetes documentation's formula, with its tolerance of a tenth.
  @Test(arguments: [
    (4, 90.0, 6), (4, 76.0, 4), (10, 30.0, 5), (10, 62.9, 9), (10, 63.1, 10), (1, 700.0, 10),
    (3, 0.0, 1),
  ])
  func `replicas follow the ratio outside the tolerance`(
    replicas: Int, metric: Double, expected: Int
  ) {
    var autoscaler = Autoscaler(Self.settings())
    let decision = autoscaler.decide(
      .init(wanted: replicas, ready: replicas, metric: metric), at: .zero)
    #expect(decision.replicas == expected)
  }

  @Test func `bounds hold and say so`() {
    var autoscaler = Autoscaler(Self.settings(min: 2, max: 5))
    let high = autoscaler.decide(.init(wanted: 4, ready: 4, metric: 700), at: .zero)
    #expect((high.replicas, high.recommended, high.reason) == (5, 40, .atMax))
    let low = autoscaler.decide(.init(wanted: 4, ready: 4, metric: 1), at: .zero + .hours(1))
    #expect((low.replicas, low.recommended, low.reason) == (2, 1, .atMin))
  }

  @Test func `an absurd metric asks for the maximum and does not trap`() {
    var autoscaler = Autoscaler(Self.settings(max: 7))
    for metric in [1e300, .infinity] {
      let decision = autoscaler.decide(.init(wanted: 3, ready: 3, metric: metric), at: .zero)
      #expect(decision.replicas == 7)
    }
  }

  @Test func `without a sample or a ready replica nothing changes`() {
    var autoscaler = Autoscaler(Self.settings())
    let blind = autoscaler.decide(.init(wanted: 4, ready: 4, metric: nil), at: .zero)
    #expect((blind.replicas, blind.reason) == (4, .noMetric))
    let none = autoscaler.decide(
      .init(wanted: 4, ready: 0, unready: 4, metric: 500), at: .zero + .seconds(15))
    #expect((none.replicas, none.reason) == (4, .noMetric))
  }

  @Test func `starting replicas count as idle when scaling up`() {
    var autoscaler = Autoscaler(Self.settings())
    // 2 ready at 140: 4 without the others; with 2 starting the ratio is 1: nothing.
    let held = autoscaler.decide(.init(wanted: 4, ready: 2, unready: 2, metric: 140), at: .zero)
    #expect((held.replicas, held.reason) == (4, .withinTolerance))
    // 2 ready at 210: ratio 3·2/4 = 1.5, so 6.
    let more = autoscaler.decide(.init(wanted: 4, ready: 2, unready: 2, metric: 210), at: .zero)
    #expect(more.replicas == 6)
    // Damped to below 1 it must not turn into a scale-down.
    let damped = autoscaler.decide(.init(wanted: 6, ready: 2, unready: 4, metric: 90), at: .zero)
    #expect(damped.replicas == 6)
  }

  @Test func `starting replicas do not count when scaling down`() {
    var autoscaler = Autoscaler(Self.settings())
    let decision = autoscaler.decide(
      .init(wanted: 6, ready: 4, unready: 2, metric: 35), at: .zero)
    #expect(decision.replicas == 2)
  }

  /// Looks each 15 s with the given metrics; the replicas after each look.
  static func replicas(
    _ settings: Autoscaler.Settings, from start: Int, metrics: [Double]
  ) -> [Int] {
    var autoscaler = Autoscaler(settings)
    var wanted = start
    var found: [Int] = []
    for (look, metric) in metrics.enumerated() {
      let now = SimTime.zero + .seconds(15) * Int64(look)
      wanted =
        autoscaler.decide(
          .init(wanted: wanted, ready: wanted, metric: metric), at: now
        ).replicas
      found.append(wanted)
    }
    return found
  }

  @Test func `a quiet minute passes before a scale-down`() {
    // Within tolerance at 0 s recommends 10; that holds until it is 60 s old, as in Kubernetes,
    // where a recommendation counts while it is after now - window.
    let found = Self.replicas(
      Self.settings(down: .seconds(60)), from: 10, metrics: [70, 35, 35, 35, 35, 35])
    #expect(found == [10, 10, 10, 10, 5, 5])
    // A spell of load in between begins the window anew.
    let spell = Self.replicas(
      Self.settings(down: .seconds(30)), from: 10, metrics: [70, 35, 70, 35, 35, 35])
    #expect(spell == [10, 10, 10, 10, 5, 5])
  }

  @Test func `a scale-up goes to the lowest recommendation of its window`() {
    let found = Self.replicas(
      Self.settings(up: .seconds(30)), from: 4, metrics: [70, 105, 140, 105])
    #expect(found == [4, 4, 6, 8])
    let atOnce = Self.replicas(Self.settings(), from: 4, metrics: [70, 105])
    #expect(atOnce == [4, 6])
  }
}
