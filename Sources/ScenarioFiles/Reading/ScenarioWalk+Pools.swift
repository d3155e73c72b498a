import Capacity
import Kernel

extension ScenarioWalk {
  /// A pool with the places that it is checked at.
  struct ReadPool {
    var pool: Pool
    var instance: YAMLNode
    /// `count:`, when it has a fixed size.
    var count: YAMLNode?
    /// `function:` and `billing:`, when it is serverless.
    var function: YAMLNode?
    var billing: YAMLNode?
  }

  /// The most instances of a pool.
  static let instanceLimit = 100_000

  mutating func pool(
    _ entry: YAMLNode.Entry, _ parts: Parts, architecture: String
  ) -> ReadPool? {
    if let function = Self.function(of: entry.value) {
      return functionPool(entry, function, parts, architecture: architecture)
    }
    let keys = [
      "instance", "count", "min", "max", "initial", "price", "start", "drain", "minimum_billed",
      "spot", "function",
    ]
    guard let section = section(entry.value, "a pool", keys: keys) else { return nil }
    let size = self.size(section)
    let owner = "\(architecture) \(entry.key)"
    let start = section["start"].map { coldStart($0, owner) } ?? ColdStart()
    if section["start"] == nil { assume("cold start of \(owner)", "0s") }
    let drain = time("drain", section, default: .minutes(5))
    let billed = time("minimum_billed", section, default: .minutes(1))
    guard let nameNode = required("instance", in: section),
      let machine = machine(of: section, nameNode, parts)
    else { return nil }
    let purchase = self.purchase(
      section, machine, parts, owner, most: size?.max ?? Self.instanceLimit)
    guard let size, let purchase else { return nil }
    return ReadPool(
      pool: Pool(
        name: entry.key, instance: machine.type, purchase: purchase, min: size.min, max: size.max,
        initial: size.initial, start: start, drainTimeout: drain, minimumBilled: billed),
      instance: nameNode, count: section["count"])
  }

  /// The machine of a pool, at the pool's own price if it says one.
  mutating func machine(of section: Section, _ nameNode: YAMLNode, _ parts: Parts) -> Machine? {
    if let name = nameNode.text, parts.brokenMachines.contains(name) { return nil }
    guard var machine = machine(named: nameNode, among: parts.machines) else { return nil }
    if let node = section["price"], let price = price(node) {
      machine.type.onDemand = price
      machine.onDemand = Provenance(
        subject: machine.onDemand.subject, value: node.flowText, quality: .assumed)
    }
    return machine
  }

  private mutating func time(
    _ key: String, _ section: Section, default fallback: SimDuration
  ) -> SimDuration {
    if let node = section[key] { return duration(node) ?? fallback }
    assume("pool \(key)", Self.words(fallback))
    return fallback
  }

  private mutating func size(_ section: Section) -> (min: Int, max: Int, initial: Int)? {
    if let count = section["count"] {
      exclude(["min", "max", "initial"], beside: count, in: section)
      return integer(count, in: 1...Self.instanceLimit).map { ($0, $0, $0) }
    }
    guard section["min"] != nil || section["max"] != nil else {
      report(
        .missingKey(["count", "min"], of: "a pool"),
        at: section.node.namePlace ?? section.node.place)
      return nil
    }
    guard let minNode = required("min", in: section), let maxNode = required("max", in: section),
      let low = integer(minNode, in: 0...Self.instanceLimit),
      let high = integer(maxNode, in: 1...Self.instanceLimit)
    else { return nil }
    guard low <= high else {
      reportMinAboveMax(minNode, maxNode, low: "min", high: "max")
      return nil
    }
    guard let node = section["initial"] else { return (low, high, low) }
    return integer(node, in: low...high).map { (low, high, $0) }
  }

  mutating func coldStart(_ node: YAMLNode, _ pool: String) -> ColdStart {
    let keys = ["boot", "image", "load", "warm_up"]
    guard let section = section(node, "`start`", keys: keys) else { return ColdStart() }
    let stages = catalog.starts.map { ($0.name, $0.distribution, $0.provenance) }
    var times: [Distribution] = []
    for key in keys {
      guard let node = section[key] else {
        assume("\(key) of \(pool)", "0s")
        times.append(.constant(0))
        continue
      }
      let isTransfer = key == "image" || key == "load"
      let time = vouchedTime(
        node, subject: "\(key) of \(pool)", transfers: isTransfer, catalog: stages)
      times.append(time ?? .constant(0))
    }
    return ColdStart(boot: times[0], image: times[1], load: times[2], warmUp: times[3])
  }

  /// The keys of `spot:` whose instances have up-times of their own.
  static let spotKeys = ["up_time", "notice", "price"]

  /// How instances are bought; also notes what the price leans on.
  private mutating func purchase(
    _ section: Section, _ machine: Machine, _ parts: Parts, _ pool: String, most: Int
  ) -> Purchase? {
    guard let node = section["spot"] else {
      lean(on: machine.onDemand)
      return .onDemand
    }
    if node["market"] != nil { return marketPurchase(node, machine, parts, most: most) }
    let keys = Self.spotKeys
    guard let spot = self.section(node, "`spot`", keys: keys) else { return nil }
    let markets = catalog.spotMarkets.map { ($0.name, $0.upTime, $0.provenance) }
    let upTime = required("up_time", in: spot).flatMap { node in
      vouchedTime(node, subject: "spot up-time of \(pool)", catalog: markets)
    }
    if spot["notice"] == nil { assume("spot notice of \(pool)", "2min") }
    let notice = spot["notice"].map { duration($0) } ?? .minutes(2)
    guard let price = spotPrice(spot, machine), let upTime, let notice else { return nil }
    return .spot(SpotMarket(price: price, upTime: upTime, notice: notice))
  }

  private mutating func spotPrice(_ spot: Section, _ machine: Machine) -> HourlyPrice? {
    if let node = spot["price"] {
      guard let price = price(node) else { return nil }
      lean(
        on: Provenance(
          subject: machine.spotProvenance.subject, value: node.flowText, quality: .assumed))
      return price
    }
    guard let price = machine.spot else {
      _ = required("price", in: spot)
      return nil
    }
    lean(on: machine.spotProvenance)
    return price
  }
}
