import Capacity
import Kernel

extension ScenarioWalk {
  /// The keys of `spot:` that buys in a market of zones; `market` tells it from the simple form.
  static let marketPurchaseKeys = [
    "market", "zones", "share", "base", "fallback", "choice", "settle",
    "refund_first_hour",
  ]

  private enum Fallback: String, CaseIterable { case onDemand = "on_demand", none }

  /// `spot: {market: M, zones: [a, b], share: 70%, base: 2, …}`.
  mutating func marketPurchase(
    _ node: YAMLNode, _ machine: Machine, _ parts: Parts, most: Int
  ) -> Purchase? {
    guard let section = section(node, "`spot` with `market`", keys: Self.marketPurchaseKeys),
      let marketNode = required("market", in: section)
    else { return nil }
    let mix = purchaseMix(section, most: most)
    lean(on: machine.onDemand)
    guard let market = market(marketNode, parts),
      let zones = zones(section, of: market, machine), let mix
    else { return nil }
    return .market(
      MarketPurchase(
        region: SpotRegion(name: market.name, shocks: market.shocks, zones: zones), mix: mix))
  }

  private mutating func market(_ node: YAMLNode, _ parts: Parts) -> ReadMarket? {
    guard let name = text(node) else { return nil }
    if let market = parts.markets.first(where: { $0.name == name }) { return market }
    // One that could not be read has been reported.
    if parts.marketNames.contains(name) { return nil }
    report(.unknownName(kind: "market", name: name, valid: parts.marketNames), at: node)
    return nil
  }

  /// The zones named, in that order, or all; each with its price or the machine's.
  private mutating func zones(
    _ section: Section, of market: ReadMarket, _ machine: Machine
  ) -> [SpotZone]? {
    guard let node = section["zones"] else {
      return market.zones.isEmpty ? nil : priced(market.zones, machine, section)
    }
    guard let elements = list(node, of: "zones") else { return nil }
    var chosen: [ReadZone] = []
    for element in elements {
      guard let name = text(element) else { return nil }
      if chosen.contains(where: { $0.name == name }) {
        report(.contradiction(.zoneTwice(name)), at: element)
        return nil
      }
      if let zone = market.zones.first(where: { $0.name == name }) {
        chosen.append(zone)
      } else if !market.zoneNames.contains(name) {
        report(
          .unknownName(kind: "zone of \(market.name)", name: name, valid: market.zoneNames),
          at: element)
      }
    }
    return chosen.count == elements.count && !chosen.isEmpty
      ? priced(chosen, machine, section) : nil
  }

  private mutating func priced(
    _ zones: [ReadZone], _ machine: Machine, _ section: Section
  ) -> [SpotZone]? {
    var priced: [SpotZone] = []
    for zone in zones {
      if zone.price == nil { lean(on: machine.spotProvenance) }
      guard let price = zone.price ?? machine.spot.map({ .constant($0) }) else {
        report(
          .missingKey(["price"], of: "zone `\(zone.name)`"),
          at: section["zones"] ?? section.node)
        return nil
      }
      priced.append(
        SpotZone(name: zone.name, supply: zone.supply, price: price, notice: zone.notice))
    }
    return priced
  }

  private mutating func purchaseMix(_ section: Section, most: Int) -> PurchaseMix? {
    let share = section["share"].map { self.share($0) } ?? 1
    let base = section["base"].map { integer($0, in: 0...most) } ?? 0
    let fallback =
      section["fallback"].map { option($0, of: "fallback", as: Fallback.self) } ?? .onDemand
    let choice = section["choice"].map { option($0, of: "choice", as: ZoneChoice.self) } ?? .spread
    let settle = section["settle"].map { duration($0) } ?? .zero
    guard let share, let base, let fallback, let choice, let settle else { return nil }
    return PurchaseMix(
      base: base, spotShare: share, fallsBack: fallback == .onDemand, choice: choice,
      settle: settle)
  }
}
