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
    if let node = section["scrape"] {
      feed.scrape = duration(node, atLeast: .milliseconds(100)) ?? feed.scrape
    }
    if let node = section["window"] { feed.window = duration(node, atMost: .days(1)) ?? .zero }
    if let node = section["lag"] { feed.lag = duration(node, atMost: .days(1)) ?? .zero }
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

  /// A level of a metric: a share for utilisation, a time for a wait, else a number.
  mutating func level(_ node: YAMLNode, of metric: PoolMetric) -> Double? {
    switch metric {
    case .gpuUtilization:
      guard let share = quantity(node, .share) else { return nil }
      return within(0.001...1, share, node, unit: "")
    case .queueWait:
      return duration(node, atLeast: .microseconds(1), atMost: .days(1)).map(\.seconds)
    case .concurrency, .arrivalRate, .queueLength, .streams:
      return number(node, in: 0.001...1e9)
    }
  }
}
