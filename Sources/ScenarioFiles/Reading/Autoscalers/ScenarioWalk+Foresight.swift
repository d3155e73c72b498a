import Autoscaling
import Capacity
import Kernel

extension ScenarioWalk {
  /// Perfect foresight: the bound that policies are measured against.
  mutating func clairvoyant(_ node: YAMLNode, _ place: ScalerPlace) -> ClairvoyantScaling? {
    guard let section = section(node, "`clairvoyant`", keys: ["filling"]) else { return nil }
    var scaling = ClairvoyantScaling(pool: place.name)
    if let node = section["filling"], let share = quantity(node, .share) {
      scaling.filling = within(0.01...1, share, node, unit: "")
    }
    return scaling
  }

  /// The cheapest of several pools: what each replica carries of a total.
  mutating func cheapest(_ node: YAMLNode, _ places: [ScalerPlace]) -> MixScaling? {
    let keys = ["metric", "carries", "filling", "hold", "stabilization", "sync"]
    let totals = PoolMetric.allCases.filter(\.isTotal)
    guard let section = section(node, "`cheapest`", keys: keys + Self.feedKeys),
      let metric = metric(section, among: totals),
      let carries = required("carries", in: section).flatMap({ loads($0, metric, places) })
    else { return nil }
    var scaling = MixScaling(pools: places.map(\.name), metric: metric, carries: carries)
    if let node = section["filling"], let share = quantity(node, .share) {
      scaling.filling = within(0.01...1, share, node, unit: "") ?? scaling.filling
    }
    if let node = section["hold"] {
      scaling.hold = duration(node, atLeast: .minutes(1)) ?? scaling.hold
    }
    if let node = section["stabilization"] {
      scaling.stabilizeDown = duration(node, atMost: .days(1)) ?? scaling.stabilizeDown
    }
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
      loads.append(load)
    }
    return loads.count == places.count ? loads : nil
  }
}
