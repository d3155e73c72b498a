import Capacity
import Kernel

extension ScenarioWalk {
  /// What an architecture pays for beside its instances.
  mutating func charges(
    _ node: YAMLNode, model: Model?, architecture: String
  ) -> ServiceCharges {
    let keys = [
      "egress", "model_store", "feature_store", "telemetry", "requests", "device_energy",
      "overhead",
    ]
    var charges = ServiceCharges()
    guard let section = section(node, "`charges`", keys: keys) else { return charges }
    charges.egress = section["egress"].flatMap { egress($0, architecture) }
    charges.modelStore = section["model_store"].flatMap { modelStore($0, model, architecture) }
    charges.features = section["feature_store"].flatMap { featureStore($0, architecture) }
    charges.telemetry = section["telemetry"].flatMap { telemetry($0, architecture) }
    charges.deviceEnergy = section["device_energy"].flatMap { deviceEnergy($0, architecture) }
    if let node = section["requests"] {
      charges.requests = priced(node, "requests", architecture) { walk, price in
        walk.pricePerThings(price)
      }
    }
    if let node = section["overhead"] { charges.overhead = overhead(node, architecture) }
    return charges
  }

  /// A price alone, or `{price: …}` with who vouches for it.
  private mutating func priced<Value>(
    _ node: YAMLNode, _ what: String, _ architecture: String,
    _ read: (inout ScenarioWalk, YAMLNode) -> Value?
  ) -> Value? {
    let subject = "price \(what) of \(architecture)"
    guard node.entries != nil else {
      lean(on: voucher(nil, subject: subject, value: node.flowText))
      return read(&self, node)
    }
    guard let section = section(node, "`\(what)`", keys: ["price"] + Self.vouchers),
      let price = required("price", in: section)
    else { return nil }
    vouch(section, price, subject: subject)
    return read(&self, price)
  }

  /// Notes who vouches for a price of a section.
  mutating func vouch(_ section: Section, _ price: YAMLNode, subject: String) {
    var fact = voucher(section, subject: subject, value: price.flowText)
    // A price with source and date is as good as a measured one.
    if !fact.source.isEmpty, !fact.date.isEmpty, fact.quality == .assumed {
      fact.quality = .measured
    }
    lean(on: fact)
  }

  private mutating func egress(_ node: YAMLNode, _ architecture: String) -> AnswerEgress? {
    let keys = ["per_frame", "price", "tiers"] + Self.vouchers
    guard let section = section(node, "`egress`", keys: keys) else { return nil }
    let size = required("per_frame", in: section).flatMap { bytes($0) }
    guard let key = choice(of: ["price", "tiers"], in: section), let prices = section[key] else {
      return nil
    }
    vouch(section, prices, subject: "price egress of \(architecture)")
    let tiers = key == "tiers" ? self.tiers(prices) : singleTier(prices)
    guard let size, let tiers else { return nil }
    return AnswerEgress(perFrame: size, prices: tiers)
  }

  private mutating func singleTier(_ node: YAMLNode) -> TieredEgress? {
    pricePerGigabyte(node).map { price in
      TieredEgress(tiers: [.init(end: Bytes(.max), price: price)])
    }
  }

  /// `[{to: 10TiB, price: $0.09/GB}, {price: $0.085/GB}]`: the last holds past its end.
  private mutating func tiers(_ node: YAMLNode) -> TieredEgress? {
    guard let elements = list(node, of: "tiers"), !elements.isEmpty else { return nil }
    var tiers: [TieredEgress.Tier] = []
    for (index, element) in elements.enumerated() {
      guard let section = section(element, "a tier", keys: ["to", "price"]),
        let price = required("price", in: section).flatMap({ pricePerGigabyte($0) })
      else { return nil }
      if let first = tiers.first, first.price.per != price.per {
        report(.contradiction(.mixedUnits("price")), at: element.place)
        return nil
      }
      if index == elements.count - 1 {
        if let end = section["to"] { report(.contradiction(.lastTierEnds), at: end.place) }
        tiers.append(.init(end: Bytes(.max), price: price))
        continue
      }
      guard let node = required("to", in: section), let end = bytes(node) else { return nil }
      if let last = tiers.last, last.end >= end {
        report(.contradiction(.notAscending("to")), at: node.place)
        return nil
      }
      tiers.append(.init(end: end, price: price))
    }
    return TieredEgress(tiers: tiers)
  }

  private mutating func modelStore(
    _ node: YAMLNode, _ model: Model?, _ architecture: String
  ) -> KeptModels? {
    let keys = ["size", "price", "pulls", "other_region"] + Self.vouchers
    guard let section = section(node, "`model_store`", keys: keys) else { return nil }
    let size = section["size"].map { bytes($0) } ?? model?.size
    if section["size"] == nil, model != nil, size == nil { _ = required("size", in: section) }
    guard let priceNode = required("price", in: section),
      let price = pricePerGigabyteMonth(priceNode), let size
    else { return nil }
    vouch(section, priceNode, subject: "price model store of \(architecture)")
    let pulls = section["pulls"].flatMap { pricePerThings($0) } ?? .free
    let moved = section["other_region"].flatMap { pricePerGigabyte($0) } ?? .free
    return KeptModels(
      size: size,
      store: ModelStore(
        perMonth: price, requests: pulls, toOtherRegion: moved))
  }

  private mutating func featureStore(_ node: YAMLNode, _ architecture: String) -> AnswerFeatures? {
    let keys = ["reads", "record", "unit", "price"] + Self.vouchers
    guard let section = section(node, "`feature_store`", keys: keys) else { return nil }
    let reads = section["reads"].map { integer($0, in: 0...1_000_000) } ?? 1
    let record = required("record", in: section).flatMap { bytes($0) }
    let unit = section["unit"].map { bytes($0) } ?? Bytes(4_096)
    guard let node = required("price", in: section), let price = pricePerThings(node), let reads,
      let record, let unit
    else { return nil }
    vouch(section, node, subject: "price feature store of \(architecture)")
    return AnswerFeatures(
      reads: Int64(reads), record: record, store: FeatureReads(units: price, unitSize: unit))
  }

  private mutating func telemetry(_ node: YAMLNode, _ architecture: String) -> Telemetry? {
    let keys = ["sampling", "spans", "price", "log", "ingest", "keep", "retention"]
    guard let section = section(node, "`telemetry`", keys: keys + Self.vouchers) else { return nil }
    let sampling = section["sampling"].map { millionths($0) } ?? 1_000_000
    let spans = section["spans"].map { integer($0, in: 0...1_000_000) } ?? 1
    let price = section["price"].map { pricePerThings($0) } ?? .free
    let log = section["log"].map { bytes($0) } ?? Bytes(0)
    let ingest = section["ingest"].map { pricePerGigabyte($0) } ?? .free
    let keep = section["keep"].map { pricePerGigabyteMonth($0) } ?? .free
    let retention = section["retention"].map { duration($0) } ?? .zero
    requireTogether(["log", "ingest"], in: section)
    requireTogether(["keep", "retention"], in: section)
    for key in ["price", "ingest", "keep"] {
      guard let node = section[key] else { continue }
      let part = key == "price" ? "spans" : key
      vouch(section, node, subject: "price telemetry \(part) of \(architecture)")
    }
    guard let sampling, let spans, let price, let log, let ingest, let keep, let retention else {
      return nil
    }
    return Telemetry(
      sampledPerMillion: sampling, spansPerInference: Int64(spans), spans: price,
      logPerInference: log, ingested: ingest, keptForMonth: keep, retention: retention)
  }

  /// A key that means nothing without another asks for it, and the other for it.
  private mutating func requireTogether(_ keys: [String], in section: Section) {
    guard keys.contains(where: { section[$0] != nil }) else { return }
    for key in keys where section[key] == nil { _ = required(key, in: section) }
  }

  private mutating func deviceEnergy(_ node: YAMLNode, _ architecture: String) -> DeviceEnergy? {
    let keys = ["per_frame", "price"] + Self.vouchers
    guard let section = section(node, "`device_energy`", keys: keys) else { return nil }
    let joules = required("per_frame", in: section).flatMap { node -> Double? in
      guard let value = quantity(node, .energy) else { return nil }
      return within(0...1e6, value, node, unit: "J")
    }
    guard let node = required("price", in: section),
      let price = dollars(node, per: ["kWh"])?.amount, let joules
    else { return nil }
    vouch(section, node, subject: "price electricity of \(architecture)")
    return DeviceEnergy(
      microjoulesPerInference: Int64((joules * 1e6).rounded()),
      perKilowattHour: Money(dollars: price))
  }

  /// `$500/month`, or names with such amounts.
  private mutating func overhead(_ node: YAMLNode, _ architecture: String) -> [MonthlyFee] {
    guard let entries = node.entries else {
      lean(on: voucher(nil, subject: "price overhead of \(architecture)", value: node.flowText))
      return monthlyFee(node).map { [$0] } ?? []
    }
    return entries.filter { !Section.isFree($0.key) }.compactMap { entry in
      let fact = voucher(
        nil, subject: "price \(entry.key) of \(architecture)", value: entry.value.flowText)
      lean(on: fact)
      return monthlyFee(entry.value)
    }
  }
}
