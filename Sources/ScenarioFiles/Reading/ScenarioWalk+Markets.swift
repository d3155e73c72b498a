import Capacity
import Kernel

extension ScenarioWalk {
  /// The spot markets of a region's zones.
  struct ReadMarket {
    var name: String
    var shocks: RegionalShocks?
    var zones: [ReadZone]
    /// The names of all zones, readable or not.
    var zoneNames: [String]
  }

  /// A zone; without a price it has the machine's.
  struct ReadZone {
    var name: String
    var supply: SpotSupply
    var price: SpotPrice?
    var notice: SimDuration
  }

  /// The spot markets that the scenario brings along.
  mutating func markets(_ node: YAMLNode) -> [ReadMarket] {
    var markets: [ReadMarket] = []
    for entry in named(node, "markets") {
      if let market = market(entry) { markets.append(market) }
    }
    return markets
  }

  private mutating func market(_ entry: YAMLNode.Entry) -> ReadMarket? {
    guard let section = section(entry.value, "a market", keys: ["shocks", "zones"]) else {
      return nil
    }
    let shocks = section["shocks"].flatMap { self.shocks($0, of: entry.key) }
    guard let node = required("zones", in: section) else { return nil }
    var zones: [ReadZone] = []
    let entries = named(node, "zones")
    for zone in entries {
      if let zone = self.zone(zone, of: entry.key) { zones.append(zone) }
    }
    return ReadMarket(
      name: entry.key, shocks: shocks, zones: zones, zoneNames: entries.map(\.key))
  }

  private mutating func shocks(_ node: YAMLNode, of market: String) -> RegionalShocks? {
    if node.text == "measured" {
      lean(
        on: Provenance(
          subject: "shocks of \(market)", value: "every 16h, reach 90%", quality: .calibrated,
          source: "github:skypilot-org/spot-traces@221da1ab9b:availability/1-node/aws-02-15-2023",
          date: "2023-02-15"))
      return .measured
    }
    guard let section = section(node, "`shocks`", keys: ["every", "reach"]),
      let everyNode = required("every", in: section),
      let reachNode = required("reach", in: section)
    else { return nil }
    let every = duration(everyNode, atLeast: .seconds(1))
    let reach = share(reachNode)
    lean(on: voucher(nil, subject: "shocks of \(market)", value: node.flowText))
    guard let every, let reach else { return nil }
    return RegionalShocks(every: every, reach: reach)
  }

  private mutating func zone(_ entry: YAMLNode.Entry, of market: String) -> ReadZone? {
    let keys = ["up_time", "down_time", "trace", "reclaim", "price", "notice"] + Self.vouchers
    guard let section = section(entry.value, "a zone", keys: keys) else { return nil }
    let owner = "\(market) \(entry.key)"
    let supply = self.supply(section, of: owner)
    let price = section["price"].flatMap { zonePrice($0, of: owner) }
    if section["notice"] == nil { assume("spot notice of \(owner)", "2min") }
    let notice = section["notice"].map { duration($0) } ?? .minutes(2)
    // A misspelt price is one mistake, and has been reported.
    let isMisspelt = section.unknownKeys.contains {
      Suggestion.nearest(to: $0, among: keys) == "price"
    }
    guard !isMisspelt, let supply, let notice, price != nil || section["price"] == nil else {
      return nil
    }
    return ReadZone(name: entry.key, supply: supply, price: price, notice: notice)
  }

  private mutating func supply(_ section: Section, of owner: String) -> SpotSupply? {
    switch choice(of: ["up_time", "trace"], in: section) {
    case "trace":
      guard let node = section["trace"] else { return nil }
      exclude(["down_time", "reclaim"], beside: node, in: section)
      lean(on: voucher(section, subject: "availability of \(owner)", value: node.flowText))
      return availabilityTrace(node).map { .replay($0) }
    case "up_time":
      let names = catalog.spotMarkets.map { ($0.name, $0.upTime, $0.provenance) }
      let upTime = section["up_time"].flatMap { node in
        vouchedTime(node, subject: "spot up-time of \(owner)", catalog: names)
          .flatMap { aSecondOrMore($0, node) }
      }
      let downTime = required("down_time", in: section).flatMap { node in
        vouchedTime(node, subject: "spot down-time of \(owner)", catalog: [])
          .flatMap { aSecondOrMore($0, node) }
      }
      let share = reclaim(section, of: owner)
      guard let upTime, let downTime, let share else { return nil }
      return .cycle(SpotCycle(upTime: upTime, downTime: downTime, share: share))
    default: return nil
    }
  }

  /// A span of a market, which is a second at least, so its mean is too.
  private mutating func aSecondOrMore(_ span: Distribution, _ node: YAMLNode) -> Distribution? {
    if span.mean >= 1 { return span }
    report(
      .range(field: "mean of \(node.name)", text: node.flowText, atLeast: "1s", atMost: nil),
      at: node)
    return nil
  }

  /// `reclaim: {whole: 55%, partial: 25%}`, which is what was measured.
  private mutating func reclaim(_ section: Section, of owner: String) -> ReclaimShare? {
    guard let node = section["reclaim"] else {
      lean(
        on: Provenance(
          subject: "reclaims of \(owner)", value: "whole 55%, partial 25%", quality: .calibrated,
          source: "github:skypilot-org/spot-traces@221da1ab9b:availability/16-node/aws-08-27-2023",
          date: "2023-08-27"))
      return .measured
    }
    guard let parts = self.section(node, "`reclaim`", keys: ["whole", "partial"]) else {
      return nil
    }
    let whole = required("whole", in: parts).flatMap { share($0) }
    let partial = parts["partial"].map { share($0) } ?? 0
    lean(on: voucher(nil, subject: "reclaims of \(owner)", value: node.flowText))
    guard let whole, let partial else { return nil }
    return ReclaimShare(whole: whole, partial: partial)
  }

  /// A price, or `{trace: {file: F, …}}`.
  private mutating func zonePrice(_ node: YAMLNode, of owner: String) -> SpotPrice? {
    let price: SpotPrice?
    if node.entries == nil {
      price = self.price(node).map { .constant($0) }
    } else {
      guard let section = section(node, "`price`", keys: ["trace"] + Self.vouchers),
        let trace = required("trace", in: section)
      else { return nil }
      lean(on: voucher(section, subject: "spot price of \(owner)", value: trace.flowText))
      return priceTrace(trace).map { .trace($0) }
    }
    lean(on: voucher(nil, subject: "spot price of \(owner)", value: node.flowText))
    return price
  }
}
