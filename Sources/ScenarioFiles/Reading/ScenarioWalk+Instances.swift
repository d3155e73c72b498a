import Capacity
import Kernel

extension ScenarioWalk {
  /// A kind of machine with its prices and who says so.
  struct Machine {
    var type: InstanceType
    var onDemand: Provenance
    var spot: HourlyPrice?
    var spotProvenance: Provenance
  }

  /// The machines that the scenario brings along.
  mutating func machines(_ node: YAMLNode, month: SimDuration) -> [Machine] {
    var machines: [Machine] = []
    for entry in named(node, "instances") {
      if let machine = machine(entry, month: month) { machines.append(machine) }
    }
    return machines
  }

  private mutating func machine(_ entry: YAMLNode.Entry, month: SimDuration) -> Machine? {
    let keys = ["gpu", "gpus", "gpu_memory", "on_demand", "monthly", "spot"] + Self.vouchers
    guard let section = section(entry.value, "an instance", keys: keys) else { return nil }
    let gpu = required("gpu", in: section).flatMap { text($0) }
    let gpus = section["gpus"].map { integer($0, in: 1...64) ?? 1 } ?? 1
    let memory = section["gpu_memory"].flatMap { bytes($0) }
    let spot = section["spot"].flatMap { price($0) }
    guard let key = choice(of: ["on_demand", "monthly"], in: section),
      let priceNode = section[key]
    else { return nil }
    if key == "monthly" { exclude(["spot"], beside: priceNode, in: section) }
    let monthly = key == "monthly" ? monthlyFee(priceNode) : nil
    let hourly = key == "monthly" ? monthly.map { $0.hour(of: month) } : price(priceNode)
    guard let onDemand = hourly, let gpu else { return nil }
    let way = key == "monthly" ? "by the month" : "on demand"
    var fact = voucher(
      section, subject: "price \(entry.key) \(way)", value: priceNode.flowText)
    // A price with source and date is as good as a measured one.
    if !fact.source.isEmpty, !fact.date.isEmpty { fact.quality = .measured }
    var spotFact = fact
    spotFact.subject = "price \(entry.key) spot"
    spotFact.value = section["spot"]?.flowText ?? ""
    return Machine(
      type: InstanceType(
        name: entry.key, gpu: gpu, gpus: gpus, gpuMemory: memory, onDemand: onDemand,
        monthly: monthly),
      onDemand: fact, spot: spot, spotProvenance: spotFact)
  }

  /// The machine of a name, from the scenario or the catalog.
  mutating func machine(named node: YAMLNode, among own: [Machine]) -> Machine? {
    guard let name = text(node) else { return nil }
    if let machine = own.first(where: { $0.type.name == name }) { return machine }
    if let entry = catalog.instance(named: name) { return Self.machine(from: entry) }
    let valid = own.map(\.type.name) + catalog.instances.map(\.name)
    report(.unknownName(kind: "instance", name: name, valid: valid), at: node)
    return nil
  }

  private static func machine(from entry: CatalogInstance) -> Machine {
    let type = InstanceType(
      name: entry.name, gpu: entry.gpu, gpus: entry.gpus, gpuMemory: entry.gpuMemory,
      onDemand: entry.onDemand)
    let onDemand = Provenance(
      subject: "price \(entry.name) on demand", value: words(entry.onDemand), quality: .catalog,
      source: entry.onDemandSource, date: entry.onDemandDate)
    let spot = Provenance(
      subject: "price \(entry.name) spot", value: entry.spot.map { words($0) } ?? "",
      quality: .catalog,
      source: entry.spotSource, date: entry.spotDate)
    return Machine(type: type, onDemand: onDemand, spot: entry.spot, spotProvenance: spot)
  }

  /// A price as scenarios write it.
  static func words(_ price: HourlyPrice) -> String {
    var text = Money(nanodollars: price.nanodollarsPerHour).decimalText
    while text.hasSuffix("0") { text.removeLast() }
    return "$" + (text.hasSuffix(".") ? String(text.dropLast()) : text) + "/h"
  }
}
