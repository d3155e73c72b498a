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
    /// Frames of the warm-up, whose time the model's curve says.
    var warmUpFrames: (count: Int, speed: Double)?
    /// The slices that its GPUs are cut into.
    var slice: Slice?

    typealias Slice = (slice: GPUSlice, of: String)
  }

  /// The most instances of a pool.
  static let instanceLimit = 100_000

  mutating func pool(
    _ entry: YAMLNode.Entry, _ parts: Parts, architecture: String
  ) -> ReadPool? {
    if let function = Self.function(of: entry.value) {
      return functionPool(entry, function, parts, architecture: architecture)
    }
    let keys =
      [
        "instance", "count", "min", "max", "initial", "price", "start", "drain", "minimum_billed",
        "billing", "spot", "function",
      ] + Self.fleetKeys
    guard let section = section(entry.value, "a pool", keys: keys) else { return nil }
    let size = self.size(section)
    let owner = "\(architecture) \(entry.key)"
    let start = section["start"].map { coldStart($0, owner) } ?? ReadColdStart()
    if section["start"] == nil { assume("cold start of \(owner)", "0s") }
    let drain = time("drain", section, default: .minutes(5))
    let billed = time("minimum_billed", section, default: .minutes(1))
    guard let nameNode = required("instance", in: section),
      var machine = machine(of: section, nameNode, parts)
    else { return nil }
    var slice: ReadPool.Slice?
    if let node = section["slice"] {
      guard let read = cut(node, &machine.type) else { return nil }
      slice = read
    }
    let purchase = self.purchase(
      section, machine, parts, owner, most: size?.max ?? Self.instanceLimit)
    guard let size, let purchase else { return nil }
    var pool = Pool(
      name: entry.key, instance: machine.type, purchase: purchase, min: size.min, max: size.max,
      initial: size.initial, start: start.start, drainTimeout: drain, minimumBilled: billed)
    availability(section, of: &pool, owner, within: parts.clock.measure)
    readBilling(of: &pool, section, nameNode)
    return ReadPool(
      pool: pool, instance: nameNode, count: section["count"], warmUpFrames: start.warmUpFrames,
      slice: slice)
  }

  /// Keys of a pool about what is beside its machines, and what goes wrong.
  static let fleetKeys = [
    "nodes", "stock_outs", "warm", "failures", "outages", "stragglers", "slice",
  ]

  /// What a pool has beside its machines: nodes, a warm pool, and what goes wrong.
  private mutating func availability(
    _ section: Section, of pool: inout Pool, _ owner: String, within end: SimDuration
  ) {
    if let node = section["spot"] {
      exclude(["nodes", "warm"], beside: node, in: section)
      if node["market"] != nil { exclude(["failures", "outages"], beside: node, in: section) }
    }
    if let node = section["nodes"] {
      exclude(["warm"], beside: node, in: section)
      pool.nodes = nodes(node, of: pool.instance, initial: pool.initial)
    }
    if let node = section["warm"] { pool.warm = warmPool(node, owner) }
    if let node = section["stock_outs"] { pool.stockOuts = stockOuts(node, within: end) }
    if let node = section["failures"] { pool.failures = failures(node, of: owner) }
    if let node = section["outages"] { pool.outages = outages(node, within: end) }
    if let node = section["stragglers"] { pool.stragglers = stragglers(node) }
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
    let keys = Self.spotKeys + ["refund_first_hour"]
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
