import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  /// The plain rule: out above one of several levels, in below all of others.
  mutating func thresholds(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let keys = ["out", "in", "cooldown", "wait_for_starting", "sync"] + Self.feedKeys
    guard let section = section(node, "`thresholds`", keys: keys) else { return nil }
    let out = required("out", in: section).flatMap { threshold($0, "above") }
    let back = section["in"].flatMap { threshold($0, "below") }
    guard let out else { return nil }
    checkOrder(out, back)
    checkWaking(out.levels.contains { $0.metric.isTotal }, place, at: node)
    let metrics = PoolMetric.allCases.filter { out[$0] != nil || back?[$0] != nil }
    var settings = ThresholdPolicy.Settings(
      thresholds: metrics.map { .init(upper: out[$0], lower: back?[$0]) }, minimum: place.min,
      maximum: place.max)
    settings.stepOut = out.step ?? settings.stepOut
    settings.stepIn = back?.step ?? settings.stepIn
    settings.outAfter = out.after ?? settings.outAfter
    settings.inAfter = back?.after ?? settings.inAfter
    settings.cooldown = time("cooldown", section, settings.cooldown)
    settings.waitsForStarting = flag("wait_for_starting", section, settings.waitsForStarting)
    settings.interval = interval(section, default: settings.interval)
    return PoolAutoscaler(
      pool: place.name, name: "thresholds", policy: ThresholdPolicy(settings), metrics: metrics,
      feed: feed(section, default: .init(scrape: settings.interval)))
  }

  private struct ReadThreshold {
    var levels: [(metric: PoolMetric, level: Double, node: YAMLNode)] = []
    var after: SimDuration?
    var step: ThresholdPolicy.Step?

    subscript(metric: PoolMetric) -> Double? { levels.first { $0.metric == metric }?.level }
  }

  private mutating func threshold(_ node: YAMLNode, _ side: String) -> ReadThreshold? {
    guard let section = section(node, "`\(node.name)`", keys: [side, "for", "step"]) else {
      return nil
    }
    var read = ReadThreshold()
    for entry in required(side, in: section).map({ named($0, "metrics") }) ?? [] {
      guard let metric = PoolMetric(rawValue: entry.key) else {
        let valid = PoolMetric.allCases.map(\.rawValue)
        report(.unknownName(kind: "metric", name: entry.key, valid: valid), at: entry.keyPlace)
        continue
      }
      guard let level = level(entry.value, of: metric) else { continue }
      read.levels.append((metric, level, entry.value))
    }
    read.after = section["for"].flatMap { duration($0, atMost: .days(1)) }
    read.step = section["step"].flatMap { step($0) }
    return read.levels.isEmpty ? nil : read
  }

  /// A level to go in below must be under the one to go out above, or both would hold at once.
  private mutating func checkOrder(_ out: ReadThreshold, _ back: ReadThreshold?) {
    for low in back?.levels ?? [] {
      guard let high = out.levels.first(where: { $0.metric == low.metric }),
        low.level > high.level
      else { continue }
      reportMinAboveMax(low.node, high.node, low: "below", high: "above")
    }
  }

  /// A number of replicas, or a share of them such as `20%`.
  private mutating func step(_ node: YAMLNode) -> ThresholdPolicy.Step? {
    guard node.text?.hasSuffix("%") == true else {
      return integer(node, in: 1...Self.instanceLimit).map { .replicas($0) }
    }
    guard let share = quantity(node, .share) else { return nil }
    return within(0.01...10, share, node, unit: "").map { .percent($0 * 100) }
  }
}
