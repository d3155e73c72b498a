import Autoscaling
import Kernel

extension BenchmarkCase {
  /// A look of each autoscaler, with the sample before it; items are decisions.
  ///
  /// The load rises and falls so that it scales both ways; the pool follows at once.
  static var policies: [BenchmarkCase] {
    let perReplica = MetricTarget(.gpuUtilization, target: 0.7)
    let total = KEDATrigger(target: 5)
    var knative = KnativePodAutoscaler.Settings()
    knative.target.target = 5
    knative.scaler.maxScale = 100
    let steps = StepScaling(
      direction: .out, threshold: 0.7, steps: [.init(lower: 0, upper: nil, adjustment: 20)],
      adjustment: .percentChangeInCapacity)
    return [
      decisions("hpa", HorizontalPodAutoscaler(.init(max: 100, metrics: [perReplica]))),
      decisions("kpa", KnativePodAutoscaler(knative), isTotal: true),
      decisions("keda", KEDAScaledObject(.init(triggers: [total])), isTotal: true),
      decisions(
        "target_tracking", TargetTrackingPolicy(.init(min: 1, max: 100, target: 0.7))),
      decisions(
        "step_scaling",
        StepScalingPolicy(.init(min: 1, max: 100, scaleOut: .init(steps), scaleIn: nil))),
      decisions(
        "mig",
        ManagedInstanceGroupPolicy(
          .init(
            signals: [.init(target: 0.7, isTotal: false)],
            size: .init(min: 1, max: 100, scaleInControl: nil)))),
      decisions(
        "ray_serve", RayServeAutoscaler(.init(max: 100, targetOngoingRequests: 5)),
        isTotal: true),
      decisions(
        "thresholds",
        ThresholdPolicy(.init(thresholds: [.init(upper: 0.7, lower: 0.2)], maximum: 100))),
      decisions(
        "predictive",
        PredictivePolicy(.init(target: 5, maximum: 100, startTime: .minutes(2))), isTotal: true),
    ] + [cheapest]
  }

  private static let looks = 1_000_000

  private static func decisions(
    _ name: String, _ policy: some ScalingPolicy, isTotal: Bool = false
  ) -> BenchmarkCase {
    BenchmarkCase(name, unit: "decisions") {
      var policy = policy
      var seen = PoolObservation(wanted: 10, ready: 10, metrics: [0.5])
      var now = SimTime.zero
      for look in 0..<looks {
        let load = load(at: look)
        let value = isTotal ? load : min(1, load / (5 * Double(max(seen.ready, 1))))
        policy.take(MetricSample(metric: 0, time: now, value: value))
        seen.metrics[0] = value
        let decision = policy.decide(seen, at: now)
        seen.wanted = decision.replicas
        seen.ready = decision.replicas
        now = now + policy.interval
      }
      return looks
    }
  }

  private static var cheapest: BenchmarkCase {
    BenchmarkCase("cheapest", unit: "decisions") {
      let pools = [(0.53, 5.0), (0.80, 9), (1.21, 12)].map { price, capacity in
        CheapestMix.Pool(
          price: HourlyPrice(dollarsPerHour: price), capacity: capacity, maximum: 50)
      }
      var policy = CostAwarePolicy(.init(pools: pools, target: 0.8))
      var seen = pools.map { _ in CostAwarePolicy.Seen(wanted: 0, ready: 0) }
      var now = SimTime.zero
      for look in 0..<looks {
        _ = policy.decide(load: load(at: look), pools: seen, at: now)
        for index in seen.indices {
          seen[index] = .init(wanted: policy.counts[index], ready: policy.counts[index])
        }
        now = now + policy.interval
      }
      return looks
    }
  }

  /// A triangle between 10 and 250 within 960 looks.
  private static func load(at look: Int) -> Double {
    let phase = look % 960
    return 10 + 0.5 * Double(phase < 480 ? phase : 960 - phase)
  }
}
