import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  /// The plain rule: out above one of several levels, in below all of others.
  mutating func thresholds(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let keys = ["out", "in", "cooldown", "wait_for_starting", "sync"] + Self.feedKeys
    guard let section = section(node, "`thresholds`", keys: keys),
      let outNode = required("out", in: section)
    else { return nil }
    let out = threshold(outNode, "above")
    let back = section["in"].flatMap { threshold($0, "below") }
    guard let out else { return nil }
    let metrics = PoolMetric.allCases.filter { metric in
      out.levels.contains { $0.metric == metric }
        || back?.levels.contains { $0.metric == metric } == true
    }
    let thresholds = metrics.map { metric in
      ThresholdPolicy.Threshold(
        upper: out.levels.first { $0.metric == metric }?.level,
        lower: back?.levels.first { $0.metric == metric }?.level)
    }
    var settings = ThresholdPolicy.Settings(
      thresholds: thresholds, minimum: place.min, maximum: place.max)
    settings.stepOut = out.step ?? settings.stepOut
    settings.stepIn = back?.step ?? settings.stepIn
    settings.outAfter = out.after ?? settings.outAfter
    settings.inAfter = back?.after ?? settings.inAfter
    if let node = section["cooldown"] { settings.cooldown = duration(node) ?? settings.cooldown }
    if let node = section["wait_for_starting"] { settings.waitsForStarting = flag(node) }
    settings.interval = interval(section, default: settings.interval)
    return PoolAutoscaler(
      pool: place.name, name: "thresholds", policy: ThresholdPolicy(settings), metrics: metrics,
      feed: feed(section, default: .init(scrape: settings.interval)))
  }

  private struct ReadThreshold {
    var levels: [(metric: PoolMetric, level: Double)] = []
    var after: SimDuration?
    var step: ThresholdPolicy.Step?
  }

  private mutating func threshold(_ node: YAMLNode, _ side: String) -> ReadThreshold? {
    guard let section = section(node, "`\(node.name)`", keys: [side, "for", "step"]),
      let levels = required(side, in: section)
    else { return nil }
    var read = ReadThreshold()
    for entry in named(levels, "metrics") {
      guard let metric = PoolMetric(rawValue: entry.key) else {
        let valid = PoolMetric.allCases.map(\.rawValue)
        report(.unknownName(kind: "metric", name: entry.key, valid: valid), at: entry.keyPlace)
        continue
      }
      if let level = level(entry.value, of: metric) { read.levels.append((metric, level)) }
    }
    read.after = section["for"].flatMap { duration($0, atMost: .days(1)) }
    read.step = section["step"].flatMap { step($0) }
    return read.levels.isEmpty ? nil : read
  }

  /// A number of replicas, or a share of them such as `20%`.
  private mutating func step(_ node: YAMLNode) -> ThresholdPolicy.Step? {
    guard node.text?.hasSuffix("%") == true else {
      return integer(node, in: 1...Self.instanceLimit).map { .replicas($0) }
    }
    return share(node, atMost: 10).map { .percent($0 * 100) }
  }

  /// How often a policy looks.
  mutating func interval(_ section: Section, default original: SimDuration) -> SimDuration {
    guard let node = section["sync"] else { return original }
    return duration(node, atLeast: .milliseconds(100), atMost: .days(1)) ?? original
  }
}
