import Autoscaling
import Capacity
import Kernel
import Testing

/// What the readers of Knative and KEDA make of their sections.
@Suite struct KnativeReadingTests {
  static func scaler(_ policy: String) throws -> PoolAutoscaler {
    try #require(ScalerReading(policy: policy).scaler)
  }

  @Test func `Knative takes its bounds from the pool and its defaults from Knative`() throws {
    let scaler = try Self.scaler("kpa: {}")
    #expect(scaler.name == "kpa" && scaler.metrics == [.concurrency])
    #expect(scaler.feed == .init(scrape: .seconds(1)))
    #expect(scaler.policy.interval == .seconds(2) && scaler.policy.isCalledByRequests)
  }

  @Test func `Knative scales by the target that is given`() throws {
    var policy = try Self.scaler("kpa: {target: 10, utilization: 50%}").policy
    var decision = ScalingDecision(replicas: 0, recommended: 0, reason: .noMetric)
    for second in 1...60 {
      let now = SimTime.zero + .seconds(Int64(second))
      policy.take(MetricSample(metric: 0, time: now, value: 10))
      if second % 2 == 0 {
        decision = policy.decide(PoolObservation(wanted: 1, ready: 1, metrics: [10]), at: now)
      }
    }
    // Ten at five for each pod.
    #expect(decision.recommended == 2)
  }

  @Test func `KEDA looks every 15 s and polls at its interval`() throws {
    let scaler = try Self.scaler(
      "keda: {metric: queue_length, target: 5, polling_interval: 10s}")
    #expect(scaler.name == "keda" && scaler.metrics == [.queueLength])
    #expect(scaler.policy.interval == .seconds(5))
    #expect(scaler.feed == .init(scrape: .seconds(15)))
  }

  @Test func `KEDA asks for what its trigger's target says`() throws {
    var policy = try Self.scaler("keda: {metric: queue_length, target: 5}").policy
    let decision = policy.decide(
      PoolObservation(wanted: 1, ready: 1, metrics: [12]), at: .zero)
    #expect(decision.replicas == 3)
  }
}
