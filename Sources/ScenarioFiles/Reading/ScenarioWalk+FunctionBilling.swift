import Capacity
import Kernel

extension ScenarioWalk {
  /// Who pays for the start of an instance.
  private enum Initialisation: String, CaseIterable {
    case billed, free
  }

  /// `billing:` of a serverless pool; without it the life of instances by the second.
  mutating func functionBilling(
    _ pool: Section, provisioned: Int, coldService: YAMLNode?, _ owner: String,
    _ instance: InstanceType
  ) -> FunctionBilling? {
    guard let node = pool["billing"] else {
      assume("billing of \(owner)", "container, by the second")
      return .life(instance.onDemand)
    }
    guard
      let section = section(
        node, "`billing` of a serverless pool", keys: ["request", "container"]),
      let key = choice(of: ["request", "container"], in: section), let rule = section[key]
    else { return nil }
    if key == "request" {
      return requestBilling(
        rule, provisioned: provisioned, coldService: coldService, owner, instance)
    }
    guard let container = self.section(rule, "`container`", keys: ["granule"]) else { return nil }
    let granule = self.granule(container, default: .seconds(1), owner)
    return granule.map { .life(instance.onDemand, granule: $0) }
  }

  private mutating func granule(
    _ section: Section, default fallback: SimDuration, _ owner: String
  ) -> SimDuration? {
    if let node = section["granule"] { return duration(node, atLeast: .nanoseconds(1)) }
    assume("granule of \(owner)", Self.words(fallback))
    return fallback
  }

  private mutating func requestBilling(
    _ node: YAMLNode, provisioned: Int, coldService: YAMLNode?, _ owner: String,
    _ instance: InstanceType
  ) -> FunctionBilling? {
    let keys = ["per_million", "granule", "initialisation", "provisioned"] + Self.vouchers
    guard let section = section(node, "`request`", keys: keys) else { return nil }
    let fee = section["per_million"].map { money($0) } ?? .zero
    lean(
      on: voucher(
        section, subject: "requests of \(owner)",
        value: "\(section["per_million"]?.flowText ?? "$0") per million"))
    let granule = self.granule(section, default: .milliseconds(1), owner)
    let start = section["initialisation"].map {
      option($0, of: "initialisation", as: Initialisation.self)
    }
    if start == nil, coldService == nil { assume("initialisation of \(owner)", "billed") }
    if let coldService { exclude(["initialisation"], beside: coldService, in: section) }
    guard let fee, let granule else { return nil }
    let rule = RequestBilling(
      requests: UnitPrice(fee, per: 1_000_000), resources: [.instance(instance.onDemand)],
      granule: granule, billsInitialisation: start != .free)
    guard provisioned > 0 else {
      return section["provisioned"].map { keptReady($0, rule, owner) == nil ? nil : .request(rule) }
        ?? .request(rule)
    }
    return required("provisioned", in: section).flatMap { keptReady($0, rule, owner) }.map {
      .request(rule, provisioned: $0)
    }
  }

  /// What provisioned instances cost: for being ready, and for their time at work.
  private mutating func keptReady(
    _ node: YAMLNode, _ rule: RequestBilling, _ owner: String
  ) -> ProvisionedConcurrency? {
    let keys = ["ready", "execution", "granule"] + Self.vouchers
    guard let section = section(node, "`provisioned`", keys: keys) else { return nil }
    let ready = required("ready", in: section).flatMap { price($0) }
    let execution = required("execution", in: section).flatMap { price($0) }
    lean(
      on: voucher(
        section, subject: "provisioned price of \(owner)",
        value: "\(section["ready"]?.flowText ?? ""), \(section["execution"]?.flowText ?? "")"))
    let granule =
      section["granule"].map { duration($0, atLeast: .nanoseconds(1)) } ?? .minutes(5)
    guard let ready, let execution, let granule else { return nil }
    var busy = rule
    busy.resources = [.instance(execution)]
    return ProvisionedConcurrency(ready: .instance(ready), execution: busy, granule: granule)
  }
}
