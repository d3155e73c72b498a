import Capacity
import Kernel

extension ScenarioWalk {
  /// How a pool's instances are billed, and what comes back for those that the market takes.
  ///
  /// A pool of machines of one's own has no price and no rule beside `monthly`, and all of its machines
  /// are there: none is kept warm or added as a node.
  mutating func readBilling(of pool: inout Pool, _ section: Section, _ instance: YAMLNode) {
    if pool.isOwned {
      for key in section.given(["price", "spot", "billing", "minimum_billed", "warm", "nodes"]) {
        guard let node = section[key] else { continue }
        report(.contradiction(.paidByTheMonth(key, instance: pool.instance.name)), at: node.place)
      }
      return
    }
    if let node = section["billing"] {
      pool.billingRule = option(node, of: "billing rule", as: BillingRule.self) ?? .perSecond
      if pool.billingRule != .perSecond { exclude(["minimum_billed"], beside: node, in: section) }
    } else {
      assume("pool billing", BillingRule.perSecond.rawValue)
    }
    if let node = section["spot"]?["refund_first_hour"], flag(node) {
      pool.freeIfInterruptedWithin = .hours(1)
    }
  }
}
