import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  /// The most bins of a season, each of which remembers some weeks.
  private static let binLimit: Int64 = 100_000

  /// A forecast from the seasons past.
  mutating func predictive(_ node: YAMLNode, _ place: ScalerPlace) -> PoolAutoscaler? {
    let keys = ["metric", "target", "season", "bin", "quantile", "lead", "stabilization", "sync"]
    let totals = PoolMetric.allCases.filter(\.isTotal)
    guard let section = section(node, "`predictive`", keys: keys + Self.feedKeys),
      let (metric, target) = target(section, among: totals)
    else { return nil }
    var settings = PredictivePolicy.Settings(
      target: target, minimum: place.min, maximum: place.max, startTime: place.startTime)
    readSeason(section, into: &settings)
    settings.quantile = positiveShare("quantile", section) ?? settings.quantile
    settings.startTime = time("lead", section, settings.startTime)
    settings.stabilizeDown = time("stabilization", section, settings.stabilizeDown)
    settings.interval = interval(section, default: settings.interval)
    return PoolAutoscaler(
      pool: place.name, name: "predictive", policy: PredictivePolicy(settings), metrics: [metric],
      feed: feed(section, default: .init(scrape: settings.interval)))
  }

  /// A season of a whole number of bins, at most 35 days; whichever is given last answers for it.
  private mutating func readSeason(
    _ section: Section, into settings: inout PredictivePolicy.Settings
  ) {
    let bin = section["bin"].map { duration($0, atLeast: .seconds(1), atMost: .hours(6)) }
    let season = section["season"].map { duration($0, atLeast: .seconds(1), atMost: .days(35)) }
    // What could not be read has been told, and is held against nothing.
    guard let bin = bin ?? settings.bin, let season = season ?? settings.season else { return }
    guard let node = section["season"] ?? section["bin"] else { return }
    let (bins, rest) = season.nanoseconds.quotientAndRemainder(dividingBy: bin.nanoseconds)
    guard rest == 0, bins > 0, bins <= Self.binLimit else {
      let whole =
        node.name == "season"
        ? "a whole number of bins of \(Self.words(bin))"
        : "a whole part of a season of \(Self.words(season))"
      let most = bins > Self.binLimit ? ", at most \(Self.binLimit) of them" : ""
      report(.type(field: node.name, found: node.flowText, expected: whole + most), at: node)
      return
    }
    settings.bin = bin
    settings.season = season
  }
}
