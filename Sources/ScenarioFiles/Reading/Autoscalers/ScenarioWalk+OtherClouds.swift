import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  /// A Google Cloud managed instance group.
  mutating func managedInstanceGroup(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let keys = ["metric", "target", "metrics", "stabilization", "initialization", "scale_in"]
    guard let section = section(node, "`mig`", keys: keys + Self.feedKeys) else { return nil }
    var size = ManagedInstanceGroupSize.Settings(min: place.min, max: place.max)
    size.stabilization = time("stabilization", section, size.stabilization)
    size.initialization = time("initialization", section, size.initialization)
    size.scaleInControl = section["scale_in"].flatMap { scaleInControl($0) }
    let signals = signals(section)
    guard !signals.isEmpty else { return nil }
    checkWaking(signals.contains { $0.metric.isTotal }, place, at: node)
    let policy = ManagedInstanceGroupPolicy(.init(signals: signals.map(\.signal), size: size))
    return PoolAutoscaler(
      pool: place.name, name: "mig", policy: policy, metrics: signals.map(\.metric),
      feed: feed(section, default: .init(scrape: .minutes(1), lag: .minutes(1))))
  }

  private mutating func signals(
    _ section: Section
  ) -> [(metric: PoolMetric, signal: ManagedInstanceGroupPolicy.Signal)] {
    var sections = [section]
    if let node = section["metrics"] {
      exclude(["metric", "target"], beside: node, in: section)
      sections = (list(node, of: "metrics") ?? []).compactMap { element in
        self.section(element, "a metric", keys: ["metric", "target"])
      }
    }
    var signals: [(metric: PoolMetric, signal: ManagedInstanceGroupPolicy.Signal)] = []
    for section in sections {
      guard let (metric, target) = target(section) else { continue }
      signals.append((metric, .init(target: target, isTotal: metric.isTotal)))
    }
    return signals
  }

  /// `{most: 2, within: 10min}`: replicas or a share that may go within a time.
  private mutating func scaleInControl(
    _ node: YAMLNode
  ) -> ManagedInstanceGroupSize.ScaleInControl? {
    guard let section = section(node, "`scale_in`", keys: ["most", "within"]),
      let most = required("most", in: section), let withinNode = required("within", in: section),
      let window = duration(withinNode, atMost: .days(1))
    else { return nil }
    if most.text?.hasSuffix("%") == true {
      return share(most).map { .init(.percent($0 * 100), window: window) }
    }
    return integer(most, in: 1...Self.instanceLimit).map {
      .init(.replicas($0), window: window)
    }
  }

  /// Ray Serve, by the names of its own configuration.
  mutating func rayServe(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let keys = [
      "target_ongoing_requests", "upscale_delay", "downscale_delay", "downscale_to_zero_delay",
      "upscaling_factor", "downscaling_factor", "look_back",
    ]
    guard let section = section(node, "`ray_serve`", keys: keys + ["scrape", "lag"]) else {
      return nil
    }
    var settings = RayServeAutoscaler.Settings(min: place.min, max: place.max)
    settings.targetOngoingRequests = number(
      "target_ongoing_requests", section, in: 0.001...1e6, settings.targetOngoingRequests)
    settings.upscaleDelay = time("upscale_delay", section, settings.upscaleDelay)
    settings.downscaleDelay = time("downscale_delay", section, settings.downscaleDelay)
    settings.downscaleToZeroDelay = section["downscale_to_zero_delay"].flatMap {
      duration($0, atMost: .days(1))
    }
    settings.upscalingFactor = number("upscaling_factor", section, in: 0.001...1000, 1)
    settings.downscalingFactor = number("downscaling_factor", section, in: 0.001...1000, 1)
    settings.lookBack = time("look_back", section, atLeast: .seconds(1), settings.lookBack)
    return PoolAutoscaler(
      pool: place.name, name: "ray_serve", policy: RayServeAutoscaler(settings),
      metrics: [.concurrency],
      feed: feed(section, default: .init(scrape: .seconds(6), lag: .seconds(4))))
  }
}
