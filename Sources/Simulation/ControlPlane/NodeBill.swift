import Capacity
import Kernel

/// What a node cost within the measured span, and the part of it that no replica used.
struct NodeBill {
  let pool: Int
  let life: InstanceLife
  /// The time between launch and end within the measured span.
  let lived: SimDuration
  /// Its starting, its free places and what rounding leaves.
  let vacant: Money
  /// What a billing minimum adds.
  let minimum: Money

  /// The bill of a node whose replicas are charged `used`; nil when it was gone before the span.
  init?(_ node: NodeState, used: Money, pool: PoolState, clock: Clock) {
    let gone = node.goneAt ?? clock.end
    guard gone > .zero, let launched = node.launched else { return nil }
    self.pool = node.pool
    let first = max(launched, .zero)
    lived = gone - first
    let prices = PriceSeries(pool.pool.price)
    let whole = pool.pool.billing.lived(
      from: launched, between: first, and: gone, at: prices)
    vacant = whole - used
    precondition(vacant >= .zero, "replicas are charged no more than their node costs")
    minimum =
      node.goneAt == nil ? .zero : pool.pool.added(from: launched, until: gone, at: prices)
    life = InstanceLife(
      role: .node, pool: pool.pool.name, number: node.number, type: pool.pool.instance.name,
      purchase: pool.pool.isOwned ? "owned" : "on_demand", launched: launched, booted: node.booted,
      gone: gone,
      end: node.goneAt == nil ? .running : node.hasFailed ? .failed : .scaledDown,
      cost: vacant + minimum,
      start: .init(asked: node.asked, driverReady: node.readyAt))
  }
}
