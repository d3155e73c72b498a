import ScenarioFiles
import Testing

/// One wrong thing at a time in an autoscaler: where it is told, and under which name.
@Suite struct WrongScalerTests {
  static let scopes: [WrongScaler] = [
    .init("type", "«[]»"),
    .init("type", "«hpa»"),
    .init("missing-key missing-key", "{x-none: 1}"),
    .init("missing-key", "[{pool: main, ray_serve: {}}, {pool: side}]"),
    .init("unknown-name", "{pool: «mian», ray_serve: {}}"),
    .init("contradiction", "{pool: «fixed», ray_serve: {}}"),
    .init("unknown-key", "{«pools»: [main], ray_serve: {}}"),
    .init("unknown-key", "{pool: main, «kubernetes»: {}}"),
    .init("unknown-key", "{pool: main, «hpa2»: {}, ray_serve: {}}"),
    .init("contradiction", "{pool: main, ray_serve: {}, mig: «{metric: streams, target: 2}»}"),
    .init("contradiction", "{pool: main, ray_serve: {}, clairvoyant: «{}»}"),
    .init("contradiction", "{pool: main, clairvoyant: {}, schedule: «[{at: 06:00, min: 2}]»}"),
    .init("contradiction", "[{pool: main, ray_serve: {}}, {pool: «main», clairvoyant: {}}]"),
    .init("unknown-key", "{pool: main, ray_serve: {«window»: 1min}}"),
    .init("unknown-key", "{pool: main, kpa: {«scrape»: 1s}}"),
    .init("range", "{pool: main, kpa: {panic_threshold: «50%»}}"),
    .init("range", "{pool: main, kpa: {stable_window: «1s»}}"),
    .init("unknown-name", "{pool: main, kpa: {metric: «streams»}}"),
    .init("missing-key", "{pool: main, «keda»: {metric: queue_length}}"),
    .init("unknown-name", "{pool: main, keda: {metric: «gpu_utilization», target: 5}}"),
    .init("range", "{pool: main, keda: {metric: streams, target: 5, polling_interval: «0s»}}"),
  ]

  static let metrics: [WrongScaler] = [
    .init("missing-key", "{pool: main, «hpa»: {target: 70%}}"),
    .init("missing-key", "{pool: main, «hpa»: {metric: streams}}"),
    .init("unknown-name", "{pool: main, hpa: {metric: «cpu», target: 70%}}"),
    .init("unknown-name", "{pool: main, hpa: {metric: «outstanding», target: 7}}"),
    .init("number", "{pool: main, hpa: {metric: gpu_utilization, target: «high»}}"),
    .init("range", "{pool: main, hpa: {metric: gpu_utilization, target: «70»}}"),
    .init("unit", "{pool: main, hpa: {metric: gpu_utilization, target: «50ms»}}"),
    .init("unit", "{pool: main, hpa: {metric: queue_wait, target: «50»}}"),
    .init("range", "{pool: main, hpa: {metric: queue_wait, target: «100us»}}"),
    .init("number", "{pool: main, hpa: {metric: streams, target: «5/s»}}"),
    .init("unit", "{pool: main, hpa: {metric: arrival_rate, target: «5/week»}}"),
    .init("range", "{pool: main, hpa: {metric: streams, target: «0»}}"),
    .init("unit", "{pool: main, hpa: {metric: streams, target: 5, scrape: «15»}}"),
    .init("range", "{pool: main, hpa: {metric: streams, target: 5, scrape: «1ms»}}"),
    .init("range", "{pool: main, hpa: {metric: streams, target: 5, window: «5s»}}"),
    .init("range", "{pool: main, hpa: {metric: streams, target: 5, lag: «2d»}}"),
  ]

  static let kubernetes: [WrongScaler] = [
    .init("contradiction", "{pool: side, hpa: «{metric: gpu_utilization, target: 70%}»}"),
    .init("contradiction", "{pool: side, hpa: «{metric: queue_wait, target: 50ms}»}"),
    .init(
      "contradiction contradiction",
      "{pool: main, hpa: {metric: «streams», target: «5», metrics: [{metric: streams, target: 5}]}}"
    ),
    .init("type", "{pool: main, hpa: {metrics: «[]»}}"),
    .init(
      "unknown-key", "{pool: main, hpa: {metrics: [{metric: streams, target: 5, «per»: pod}]}}"),
    .init("range", "{pool: main, hpa: {metric: streams, target: 5, tolerance: «2»}}"),
    .init(
      "unknown-key", "{pool: main, hpa: {metric: streams, target: 5, tolerance: {«both»: 5%}}}"),
    .init("range", "{pool: main, hpa: {metric: streams, target: 5, stabilization: «2h»}}"),
    .init("range", "{pool: main, hpa: {metric: streams, target: 5, sync: «0s»}}"),
    .init(
      "unknown-key", "{pool: main, hpa: {metric: streams, target: 5, behavior: {«scaleUp»: {}}}}"),
    .init("unknown-name", Self.behavior("select: «Least»")),
    .init("range", Self.behavior("stabilization: «61min»")),
    .init("type", Self.behavior("policies: «[]»")),
    .init("contradiction", Self.behavior("policies: [{pods: 1, percent: «50%», period: 15s}]")),
    .init("missing-key", Self.behavior("«policies»: [{period: 15s}]")),
    .init("missing-key", Self.behavior("«policies»: [{pods: 1}]")),
    .init("range", Self.behavior("policies: [{pods: «0», period: 15s}]")),
    .init("range", Self.behavior("policies: [{percent: 50%, period: «1h»}]")),
  ]

  private static func behavior(_ rules: String) -> String {
    "{pool: main, hpa: {metric: streams, target: 5, behavior: {scale_up: {\(rules)}}}}"
  }

  static let clouds: [WrongScaler] = [
    .init("contradiction", "{pool: side, target_tracking: «{metric: streams, target: 5}»}"),
    .init("type", "{pool: main, target_tracking: {metric: streams, target: 5, scale_in: «no»}}"),
    .init(
      "unit", "{pool: main, target_tracking: {metric: streams, target: 5, warm_up: «300»}}"),
    .init("missing-key", "{pool: main, «step_scaling»: {metric: streams}}"),
    .init("missing-key", Self.out("above: 5")),
    .init("missing-key", Self.out("steps: [{add: 1}]")),
    .init("missing-key", "{pool: main, step_scaling: {metric: streams, «out»: }}"),
    .init(
      "contradiction", Self.out("above: 5, steps: [{to: 3, add: 1}, «{from: 3, percent: 9%}»]")),
    .init("contradiction", Self.out("above: 5, steps: [{add: 1, exactly: «3»}]")),
    .init("missing-key unknown-key", Self.out("above: 5, «steps»: [{«remove»: 1}]")),
    .init("type", Self.out("above: 5, steps: [{to: 3, add: 1}, {from: «4», add: 2}]")),
    .init("type", Self.out("above: 5, steps: [{to: 3, add: 1}, «{add: 2}»]")),
    .init("missing-key", Self.out("above: 5, steps: [«{add: 1}», {from: 4, add: 2}]")),
    .init("contradiction", Self.out("above: 5, steps: [{from: 3, to: «2», add: 1}]")),
    .init("unknown-key", Self.out("above: 5, steps: [{add: 1}], «min_change»: 2")),
    .init("range", Self.out("above: 5, minutes: 3, of: «2», steps: [{add: 1}]")),
    .init(
      "contradiction",
      "{pool: side, step_scaling: «{metric: gpu_utilization, out: {above: 7%, steps: [{add: 1}]}}»}"
    ),
    .init(
      "contradiction",
      "{pool: side, step_scaling: «{metric: streams, out: {above: 7, steps: [{percent: 9%}]}}»}"),
    .init("contradiction", "{pool: side, mig: «{metric: gpu_utilization, target: 60%}»}"),
    .init("missing-key", "{pool: side, «mig»: {metric: streams}}"),
    .init(
      "missing-key", "{pool: main, mig: {metric: streams, target: 5, «scale_in»: {most: 2}}}"),
    .init("range", "{pool: main, ray_serve: {target_ongoing_requests: «0»}}"),
    .init("unit", "{pool: main, ray_serve: {upscale_delay: «30»}}"),
    .init("range", "{pool: main, ray_serve: {look_back: «0s»}}"),
  ]

  private static func out(_ alarm: String) -> String {
    let isMarked = alarm.contains("«")
    let key = isMarked ? "out" : "«out»"
    return "{pool: main, step_scaling: {metric: streams, \(key): {\(alarm)}}}"
  }

  static let plain: [WrongScaler] = [
    .init("missing-key", "{pool: main, «thresholds»: {in: {below: {streams: 2}}}}"),
    .init("missing-key", "{pool: main, thresholds: {«out»: {for: 5s}}}"),
    .init("unknown-name", "{pool: main, thresholds: {out: {above: {«gpu»: 70%}}}}"),
    .init("unit", "{pool: main, thresholds: {out: {above: {queue_wait: «50»}}}}"),
    .init("missing-key unknown-key", "{pool: main, thresholds: {«out»: {«over»: {streams: 5}}}}"),
    .init("range", "{pool: main, thresholds: {out: {above: {streams: 5}, step: «0»}}}"),
    .init("range", "{pool: main, thresholds: {out: {above: {streams: 5}, step: «0%»}}}"),
    .init(
      "contradiction",
      "{pool: main, thresholds: {out: {above: {streams: 5}}, in: {below: {streams: «6»}}}}"),
    .init("contradiction", "{pool: side, thresholds: «{out: {above: {queue_wait: 50ms}}}»}"),
    .init("unknown-name", "{pool: main, predictive: {metric: «gpu_utilization», target: 70%}}"),
    .init("type", "{pool: main, predictive: {metric: streams, target: 5, bin: «7min»}}"),
    .init(
      "type", "{pool: main, predictive: {metric: streams, target: 5, bin: 7min, season: «1d»}}"),
    .init(
      "type", "{pool: main, predictive: {metric: streams, target: 5, bin: 1h, season: «30min»}}"),
    .init(
      "type", "{pool: main, predictive: {metric: streams, target: 5, bin: 1s, season: «30d»}}"),
    .init("range", "{pool: main, predictive: {metric: streams, target: 5, season: «36d»}}"),
    .init("range", "{pool: main, predictive: {metric: streams, target: 5, quantile: «0»}}"),
    .init("range", "{pool: main, predictive: {metric: streams, target: 5, lead: «2d»}}"),
    .init("range", "{pool: main, clairvoyant: {filling: «120%»}}"),
    .init("unknown-key", "{pool: main, clairvoyant: {«target»: 70%}}"),
  ]

  static let mixes: [WrongScaler] = [
    .init("missing-key", "{pools: [main, side], «cheapest»: {metric: streams}}"),
    .init(
      "missing-key", "{pools: [main, side], cheapest: {metric: streams, «carries»: {main: 4}}}"),
    .init(
      "unknown-key", "{pools: [main], cheapest: {metric: streams, carries: {main: 4, «side»: 2}}}"),
    .init(
      "unknown-key", "{«pool»: main, cheapest: {metric: streams, carries: {main: 4}}}"),
    .init("missing-key", "{cheapest: {metric: streams, carries: {main: 4}}}"),
    .init(
      "contradiction",
      "{pools: [main, «main»], cheapest: {metric: streams, carries: {main: 4}}}"),
    .init(
      "unknown-name", "{pools: [main], cheapest: {metric: «queue_wait», carries: {main: 4}}}"),
    .init("range", "{pools: [main], cheapest: {metric: streams, carries: {main: «0»}}}"),
    .init("range", "{pools: [main], cheapest: {metric: streams, carries: {main: 4}, hold: «2d»}}"),
    .init("type", "{pools: «main», cheapest: {metric: streams, carries: {main: 4}}}"),
  ]

  @Test(arguments: scopes + metrics + kubernetes)
  func `something wrong is told where it stands`(_ wrong: WrongScaler) {
    #expect(ScalerReading(wrong.text).spots == wrong.spots)
  }

  @Test(arguments: clouds + plain + mixes)
  func `so is what is wrong with other policies`(_ wrong: WrongScaler) {
    #expect(ScalerReading(wrong.text).spots == wrong.spots)
  }
}
