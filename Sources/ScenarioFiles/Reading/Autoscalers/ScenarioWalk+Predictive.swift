import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  /// A forecast from the seasons past.
  mutating func predictive(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let keys = ["metric", "target", "season", "bin", "quantile", "lead", "stabilization", "sync"]
    let totals = PoolMetric.allCases.filter(\.isTotal)
    guard let section = section(node, "`predictive`", keys: keys + Self.feedKeys),
      let metric = metric(section, among: totals), let targetNode = required("target", in: section),
      let target = level(targetNode, of: metric)
    else { return nil }
    var settings = PredictivePolicy.Settings(
      target: target, minimum: place.min, maximum: place.max, startTime: place.startTime)
    if let node = section["bin"] {
      settings.bin = duration(node, atLeast: .seconds(1), atMost: .hours(6)) ?? settings.bin
    }
    if let node = section["season"] { settings.season = season(node, bin: settings.bin) }
    if let node = section["quantile"], let share = quantity(node, .share) {
      settings.quantile = within(0.01...1, share, node, unit: "") ?? settings.quantile
    }
    if let node = section["lead"] { settings.startTime = duration(node) ?? settings.startTime }
    if let node = section["stabilization"] {
      settings.stabilizeDown = duration(node, atMost: .days(1)) ?? settings.stabilizeDown
    }
    settings.interval = interval(section, default: settings.interval)
    return PoolAutoscaler(
      pool: place.name, name: "predictive", policy: PredictivePolicy(settings), metrics: [metric],
      feed: feed(section, default: .init(scrape: settings.interval)))
  }

  /// A whole number of bins, at most 35 days.
  private mutating func season(_ node: YAMLNode, bin: SimDuration) -> SimDuration {
    guard let season = duration(node, atLeast: bin, atMost: .days(35)) else { return bin }
    if season.nanoseconds % bin.nanoseconds != 0 {
      let expected = "a whole number of bins of \(Self.words(bin))"
      report(.type(field: node.name, found: node.flowText, expected: expected), at: node)
      return bin
    }
    return season
  }
}
