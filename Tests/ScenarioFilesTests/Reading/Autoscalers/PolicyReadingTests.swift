import Autoscaling
import Capacity
import Kernel
import ScenarioFiles
import Testing

/// A good section gives the settings it should, and the original's where it says nothing.
@Suite struct PolicyReadingTests {
  private static func policy<Policy: ScalingPolicy>(
    _ text: String, as type: Policy.Type, feed: MetricFeed.Settings, _ metrics: PoolMetric...
  ) throws -> Policy {
    let read = ScalerReading(policy: text)
    #expect(read.words == "")
    let scaler = try #require(read.scaler)
    #expect(scaler.pool == "main")
    #expect(scaler.name == text.prefix { $0 != ":" })
    #expect(scaler.metrics == metrics)
    #expect(scaler.feed == feed)
    return try #require(scaler.policy as? Policy)
  }

  private static let minute = MetricFeed.Settings(scrape: .minutes(1), lag: .minutes(1))

  @Test func `target tracking has the defaults of Application Auto Scaling`() throws {
    let plain = try Self.policy(
      "target_tracking: {metric: arrival_rate, target: 40/s}", as: TargetTrackingPolicy.self,
      feed: Self.minute, .arrivalRate)
    #expect(plain.settings == .init(min: 1, max: 9, target: 40, isTotal: true))
    let full = try Self.policy(
      """
      target_tracking: {metric: gpu_utilization, target: 70%, scale_in: false, warm_up: 4min, \
      scale_out_cooldown: 1min, scale_in_cooldown: 2min, scrape: 10s, window: 1min, lag: 5s}
      """, as: TargetTrackingPolicy.self,
      feed: .init(scrape: .seconds(10), window: .minutes(1), lag: .seconds(5)), .gpuUtilization)
    #expect(
      full.settings
        == .init(
          min: 1, max: 9, target: 0.7, disableScaleIn: true, scaleOutCooldown: .minutes(1),
          scaleInCooldown: .minutes(2), warmUp: .minutes(4)))
  }

  @Test func `steps are distances from the threshold, turned round below it`() throws {
    let policy = try Self.policy(
      """
      step_scaling: {metric: gpu_utilization, scale_in_cooldown: 5min, \
      out: {above: 60%, minutes: 2, of: 3, min_change: 2, \
      steps: [{to: 10%, percent: 20%}, {from: 10%, percent: 50%}]}, \
      in: {below: 30%, minutes: 10, steps: [{to: 10%, remove: 1}, {from: 10%, remove: 3}]}}
      """, as: StepScalingPolicy.self, feed: Self.minute, .gpuUtilization)
    let out = StepScaling(
      direction: .out, threshold: 0.6,
      steps: [
        .init(lower: 0, upper: 0.1, adjustment: 20), .init(lower: 0.1, upper: nil, adjustment: 50),
      ], adjustment: .percentChangeInCapacity, minAdjustmentMagnitude: 2)
    let back = StepScaling(
      direction: .in, threshold: 0.3,
      steps: [
        .init(lower: -0.1, upper: 0, adjustment: -1),
        .init(lower: nil, upper: -0.1, adjustment: -3),
      ], adjustment: .changeInCapacity)
    #expect(
      policy.settings
        == .init(
          min: 1, max: 9, scaleOut: .init(out, datapoints: 2, of: 3),
          scaleIn: .init(back, datapoints: 10, of: 10), scaleInCooldown: .minutes(5)))
  }

  @Test func `a step may set a number, of a total, without a way in`() throws {
    let policy = try Self.policy(
      "step_scaling: {metric: queue_length, out: {above: 20, steps: [{from: 0, exactly: 8}]}}",
      as: StepScalingPolicy.self, feed: Self.minute, .queueLength)
    #expect(policy.settings.scaleIn == nil && policy.settings.isTotal)
    #expect(policy.settings.warmUp == .seconds(300))
    #expect(policy.settings.scaleOut?.datapoints == 1 && policy.settings.scaleOut?.periods == 1)
    #expect(policy.settings.scaleOut?.scaling.adjustment == .exactCapacity)
    #expect(
      policy.settings.scaleOut?.scaling.steps == [.init(lower: 0, upper: nil, adjustment: 8)])
  }

  @Test func `a managed instance group has several signals and a limit to shrinking`() throws {
    let plain = try Self.policy(
      "mig: {metric: gpu_utilization, target: 60%}", as: ManagedInstanceGroupPolicy.self,
      feed: Self.minute, .gpuUtilization)
    #expect(
      plain.settings
        == .init(signals: [.init(target: 0.6, isTotal: false)], size: .init(min: 1, max: 9)))
    let full = try Self.policy(
      """
      mig: {metrics: [{metric: streams, target: 5}, {metric: gpu_utilization, target: 60%}], \
      stabilization: 5min, initialization: 2min, scale_in: {most: 20%, within: 10min}}
      """, as: ManagedInstanceGroupPolicy.self, feed: Self.minute, .streams, .gpuUtilization)
    #expect(full.settings.signals.map(\.isTotal) == [true, false])
    #expect(
      full.settings.size
        == .init(
          min: 1, max: 9, stabilization: .minutes(5), initialization: .minutes(2),
          scaleInControl: .init(.percent(20), window: .minutes(10))))
    let replicas = try Self.policy(
      "mig: {metric: streams, target: 5, scale_in: {most: 2, within: 10min}}",
      as: ManagedInstanceGroupPolicy.self, feed: Self.minute, .streams)
    #expect(
      replicas.settings.size.scaleInControl == .init(.replicas(2), window: .minutes(10)))
  }

  @Test func `Ray Serve has the names and defaults of its own configuration`() throws {
    let feed = MetricFeed.Settings(scrape: .seconds(6), lag: .seconds(4))
    let plain = try Self.policy(
      "ray_serve: {}", as: RayServeAutoscaler.self, feed: feed, .concurrency)
    #expect(plain.settings == .init(min: 1, max: 9))
    let full = try Self.policy(
      """
      ray_serve: {target_ongoing_requests: 1.5, upscale_delay: 5s, downscale_delay: 2min, \
      downscale_to_zero_delay: 1h, upscaling_factor: 0.5, downscaling_factor: 0.3, look_back: 20s, \
      scrape: 1s, lag: 0s}
      """, as: RayServeAutoscaler.self, feed: .init(scrape: .seconds(1)), .concurrency)
    var wanted = RayServeAutoscaler.Settings(
      min: 1, max: 9, targetOngoingRequests: 1.5, upscaleDelay: .seconds(5),
      downscaleDelay: .minutes(2), downscaleToZeroDelay: .hours(1), lookBack: .seconds(20))
    wanted.upscalingFactor = 0.5
    wanted.downscalingFactor = 0.3
    #expect(full.settings == wanted)
  }

  @Test func `thresholds of any metric go out, of all metrics in`() throws {
    let plain = try Self.policy(
      "thresholds: {out: {above: {queue_wait: 50ms}}}", as: ThresholdPolicy.self,
      feed: .init(scrape: .seconds(15)), .queueWait)
    #expect(
      plain.settings == .init(thresholds: [.init(upper: 0.05)], minimum: 1, maximum: 9))
    let full = try Self.policy(
      """
      thresholds: {out: {above: {queue_wait: 50ms, gpu_utilization: 70%}, for: 30s, step: 20%}, \
      in: {below: {gpu_utilization: 20%}, for: 3min, step: 2}, cooldown: 1min, \
      wait_for_starting: false, sync: 10s}
      """, as: ThresholdPolicy.self, feed: .init(scrape: .seconds(10)), .gpuUtilization,
      .queueWait)
    #expect(
      full.settings
        == .init(
          thresholds: [.init(upper: 0.7, lower: 0.2), .init(upper: 0.05)], minimum: 1, maximum: 9,
          stepOut: .percent(20), stepIn: .replicas(2), outAfter: .seconds(30),
          inAfter: .minutes(3), cooldown: .minutes(1), waitsForStarting: false,
          interval: .seconds(10)))
  }

  @Test func `a forecast looks ahead by the pool's own start`() throws {
    let plain = try Self.policy(
      "predictive: {metric: streams, target: 5}", as: PredictivePolicy.self,
      feed: .init(scrape: .seconds(15)), .streams)
    #expect(
      plain.settings == .init(target: 5, minimum: 1, maximum: 9, startTime: .seconds(90)))
    let full = try Self.policy(
      """
      predictive: {metric: arrival_rate, target: 600/min, season: 7d, bin: 10min, quantile: 90%, \
      lead: 3min, stabilization: 5min, sync: 30s, window: 1min}
      """, as: PredictivePolicy.self,
      feed: .init(scrape: .seconds(30), window: .minutes(1)), .arrivalRate)
    #expect(
      full.settings
        == .init(
          target: 10, minimum: 1, maximum: 9, startTime: .minutes(3), interval: .seconds(30),
          bin: .minutes(10), season: .days(7), quantile: 0.9, stabilizeDown: .minutes(5)))
  }

  @Test func `clairvoyance is searched for unless its filling is given`() throws {
    #expect(
      ScalerReading(policy: "clairvoyant: {}").clairvoyants == [.init(pool: "main")])
    #expect(
      ScalerReading(policy: "clairvoyant: {filling: 80%}").clairvoyants
        == [.init(pool: "main", filling: 0.8)])
  }

  @Test func `the cheapest mix knows what each pool carries`() throws {
    let plain = ScalerReading(
      "{pools: [side, main], cheapest: {metric: streams, carries: {main: 4, side: 2.5}}}")
    #expect(plain.words == "")
    #expect(
      plain.mixes == [.init(pools: ["side", "main"], metric: .streams, carries: [2.5, 4])])
    let full = ScalerReading(
      """
      {pools: [main, side], cheapest: {metric: arrival_rate, carries: {main: 4/s, side: 60/min}, \
      filling: 70%, hold: 30min, stabilization: 1min, sync: 30s, lag: 10s}}
      """)
    #expect(
      full.mixes
        == [
          .init(
            pools: ["main", "side"], metric: .arrivalRate, carries: [4, 1], filling: 0.7,
            hold: .minutes(30), stabilizeDown: .minutes(1), interval: .seconds(30),
            feed: .init(scrape: .seconds(30), lag: .seconds(10)))
        ])
  }
}
