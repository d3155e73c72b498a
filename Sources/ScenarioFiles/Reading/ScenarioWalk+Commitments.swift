import Capacity
import Kernel

extension ScenarioWalk {
  /// What was bought ahead, in the order in which usage takes it up.
  mutating func commitments(
    _ node: YAMLNode, _ pools: [ReadPool], declared: [String], architecture: String,
    span: SimDuration
  ) -> [Commitment] {
    guard let elements = list(node, of: "commitments") else { return [] }
    return elements.compactMap { element in
      let kinds = ["reserved", "savings_plan"]
      guard let section = section(element, "a commitment", keys: kinds),
        let kind = choice(of: kinds, in: section), let node = section[kind]
      else { return nil }
      return kind == "reserved"
        ? reserved(node, pools, declared: declared, architecture, span)
        : savingsPlan(node, pools, declared: declared, architecture, span)
    }
  }

  private mutating func reserved(
    _ node: YAMLNode, _ pools: [ReadPool], declared: [String], _ architecture: String,
    _ span: SimDuration
  ) -> Commitment? {
    let keys = ["pool", "count", "term", "price", "discount", "upfront"] + Self.vouchers
    guard let section = section(node, "`reserved`", keys: keys) else { return nil }
    let pool = required("pool", in: section).flatMap { committable($0, pools, declared: declared) }
    let count = required("count", in: section).flatMap { integer($0, in: 0...Self.instanceLimit) }
    let term = required("term", in: section).flatMap { self.term($0) }
    let upfront = section["upfront"].map { money($0) } ?? .zero
    guard let key = choice(of: ["price", "discount"], in: section), let fee = section[key] else {
      return nil
    }
    let hourly = key == "price" ? price(fee) : discounted(fee, pool)
    vouch(section, fee, subject: "price reserved \(pool?.name ?? "") of \(architecture)")
    guard let pool, let count, let term, let upfront, let hourly else { return nil }
    let terms = CommitmentTerms(term: term, upfront: upfront, hourly: hourly)
    let most = Self.mostInstances(at: terms.effectivePrice, for: span)
    if count > most, let node = section["count"] { _ = integer(node, in: 0...most) }
    return .reserved(pool: pool.name, ReservedCapacity(count: count, terms: terms))
  }

  /// The price of a pool's instances less a discount.
  private mutating func discounted(_ node: YAMLNode, _ pool: Pool?) -> HourlyPrice? {
    guard let share = millionths(node), let pool else { return nil }
    return CommitmentTerms(term: .oneYear, off: pool.price, discountPerMillion: share).hourly
  }

  /// The pool of a name, which must be rented on demand.
  private mutating func committable(
    _ node: YAMLNode, _ pools: [ReadPool], declared: [String]
  ) -> Pool? {
    guard let name = text(node) else { return nil }
    guard let pool = pools.first(where: { $0.pool.name == name })?.pool else {
      if !declared.contains(name) {
        report(.unknownName(kind: "pool", name: name, valid: declared), at: node)
      }
      return nil
    }
    guard Self.isCommittable(pool) else {
      report(.contradiction(.notCommittable(pool: name)), at: node.place)
      return nil
    }
    return pool
  }

  /// Whether commitments cover a pool: one that may have instances rented on demand, not a
  /// serverless pool.
  private static func isCommittable(_ pool: Pool) -> Bool {
    switch pool.purchase {
    case .onDemand, .market: !pool.isOwned && pool.function == nil
    case .spot: false
    }
  }

  private mutating func savingsPlan(
    _ node: YAMLNode, _ pools: [ReadPool], declared: [String], _ architecture: String,
    _ span: SimDuration
  ) -> Commitment? {
    let keys = ["hourly", "term", "discount"] + Self.vouchers
    guard let section = section(node, "`savings_plan`", keys: keys) else { return nil }
    let hourly = required("hourly", in: section).flatMap { node in
      dollars(node, per: ["", "h"], atMost: Self.mostDollars / max(span.hours, 1))?.amount
    }
    let term = required("term", in: section).flatMap { self.term($0) }
    let discount = required("discount", in: section)
    let share = discount.flatMap { millionths($0) }
    if let discount {
      vouch(section, discount, subject: "price discount of the savings plan of \(architecture)")
    }
    // Pools that could not be read have been reported, and may be on demand.
    if pools.count == declared.count, !pools.contains(where: { Self.isCommittable($0.pool) }) {
      report(.contradiction(.nothingCommittable), at: node.namePlace ?? node.place)
    }
    guard let hourly, let term, let share else { return nil }
    let plan = SavingsPlan(commitment: HourlyPrice(dollarsPerHour: hourly), term: term)
    return .savingsPlan(plan, discountPerMillion: share)
  }

  private mutating func term(_ node: YAMLNode) -> CommitmentTerm? {
    guard let text = text(node) else { return nil }
    switch text {
    case "1y": return .oneYear
    case "3y": return .threeYears
    default:
      report(.unknownName(kind: "term", name: text, valid: ["1y", "3y"]), at: node)
      return nil
    }
  }
}
