import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  /// The keys of any policy that say how its metrics reach it.
  static let feedKeys = ["scrape", "window", "lag"]

  /// How metrics reach a policy; what is not given is as the policy's original has it.
  mutating func feed(
    _ section: Section, default original: MetricFeed.Settings
  ) -> MetricFeed.Settings {
    var feed = original
    feed.scrape = time("scrape", section, atLeast: .milliseconds(100), feed.scrape)
    feed.window = time("window", section, feed.window)
    feed.lag = time("lag", section, feed.lag)
    if let node = section["window"], feed.window > .zero, feed.window < feed.scrape {
      // Most looks would find no reading within it.
      report(
        .range(
          field: node.name, text: node.flowText,
          atLeast: "\(Self.words(feed.scrape)), one scrape", atMost: nil), at: node)
    }
    return feed
  }

  /// The metric that a policy watches; `valid` are those that make sense to it.
  mutating func metric(
    _ section: Section, default fallback: PoolMetric? = nil,
    among valid: [PoolMetric] = PoolMetric.allCases
  ) -> PoolMetric? {
    if section["metric"] == nil, let fallback { return fallback }
    guard let node = required("metric", in: section), let name = text(node) else { return nil }
    if let metric = PoolMetric(rawValue: name), valid.contains(metric) { return metric }
    report(.unknownName(kind: "metric", name: name, valid: valid.map(\.rawValue)), at: node)
    return nil
  }

  /// A metric and what it should be; `least` is the shortest wait that can be aimed at.
  mutating func target(
    _ section: Section, among valid: [PoolMetric] = PoolMetric.allCases,
    atLeast least: SimDuration = .microseconds(1)
  ) -> (metric: PoolMetric, target: Double)? {
    let metric = metric(section, among: valid)
    guard let node = required("target", in: section), let metric,
      let target = level(node, of: metric, atLeast: least)
    else { return nil }
    return (metric, target)
  }

  /// A level of a metric: a share for utilisation, a time for a wait, a number for a total; a
  /// rate may have its unit, as in `40/s`.
  mutating func level(
    _ node: YAMLNode, of metric: PoolMetric, atLeast least: SimDuration = .microseconds(1)
  ) -> Double? {
    switch metric {
    case .gpuUtilization:
      guard let share = quantity(node, .share) else { return nil }
      return within(0.001...1, share, node, unit: "")
    case .queueWait:
      return duration(node, atLeast: least, atMost: .days(1)).map(\.seconds)
    case .arrivalRate:
      guard node.text?.contains("/") == true else { return number(node, in: 0.001...1e9) }
      guard let rate = quantity(node, .rate) else { return nil }
      return within(0.001...1e9, rate, node, unit: "/s")
    case .concurrency, .queueLength, .streams:
      return number(node, in: 0.001...1e9)
    }
  }
}
