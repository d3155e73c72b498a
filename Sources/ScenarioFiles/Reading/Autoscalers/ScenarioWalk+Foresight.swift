import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  /// The most load that all replicas of a pool may carry together, in the metric's unit.
  private static let mixLimit = 1e10

  /// Perfect foresight: the bound that policies are measured against.
  mutating func clairvoyant(_ node: YAMLNode, _ place: ScalerPlace) -> ClairvoyantScaling? {
    guard let section = section(node, "`clairvoyant`", keys: ["filling"]) else { return nil }
    return ClairvoyantScaling(pool: place.name, filling: positiveShare("filling", section))
  }

  /// The cheapest of several pools: what each replica carries of a total.
  mutating func cheapest(_ node: YAMLNode, _ places: [ScalerPlace]) -> MixScaling? {
    let keys = ["metric", "carries", "filling", "hold", "stabilization", "sync"]
    let totals = PoolMetric.allCases.filter(\.isTotal)
    guard let section = section(node, "`cheapest`", keys: keys + Self.feedKeys) else { return nil }
    let metric = metric(section, among: totals)
    guard let carriesNode = required("carries", in: section), let metric,
      let carries = loads(carriesNode, metric, places)
    else { return nil }
    var scaling = MixScaling(pools: places.map(\.name), metric: metric, carries: carries)
    scaling.filling = positiveShare("filling", section) ?? scaling.filling
    scaling.hold = time("hold", section, atLeast: .minutes(1), scaling.hold)
    scaling.stabilizeDown = time("stabilization", section, scaling.stabilizeDown)
    scaling.interval = interval(section, default: scaling.interval)
    scaling.feed = feed(section, default: .init(scrape: scaling.interval))
    return scaling
  }

  /// The load of one replica, for each pool.
  private mutating func loads(
    _ node: YAMLNode, _ metric: PoolMetric, _ places: [ScalerPlace]
  ) -> [Double]? {
    guard let section = section(node, "`carries`", keys: places.map(\.name)) else { return nil }
    var loads: [Double] = []
    for place in places {
      guard let node = required(place.name, in: section), let load = level(node, of: metric)
      else { continue }
      let most = Self.mixLimit / Double(Swift.max(place.max, 1))
      if within(0.001...most, load, node, unit: "") != nil { loads.append(load) }
    }
    return loads.count == places.count ? loads : nil
  }
}
