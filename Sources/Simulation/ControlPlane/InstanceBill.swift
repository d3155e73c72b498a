import Capacity
import Kernel

/// What one instance did and cost within the measured span.
///
/// Each part is a difference of the price function at two instants, so parts add up to the whole.
struct InstanceBill {
  let pool: Int
  let life: InstanceLife
  /// The time between launch and end within the measured span.
  let lived: SimDuration
  private let starting: Money
  private let busy: Money
  private let idle: Money
  private let draining: Money
  private let minimum: Money

  /// The bill of an instance, or nil when it was gone before the measured span.
  init?(_ state: InstanceState, pool: PoolState, clock: Clock) {
    let gone = state.goneAt ?? clock.end
    guard gone > .zero else { return nil }
    self.pool = state.pool
    let price = pool.pool.price
    func charged(until instant: SimTime) -> Money {
      price.cost(of: Swift.min(Swift.max(instant, .zero), gone) - Swift.max(state.launched, .zero))
    }
    let first = Swift.max(state.launched, .zero)
    lived = gone - first
    let readyAt = Swift.max(state.readyAt ?? gone, first)
    let readyEnd = Swift.max(Swift.min(state.drainingAt ?? gone, gone), readyAt)
    starting = charged(until: readyAt)
    let ready = charged(until: readyEnd) - starting
    let busyLaneTime = (state.busyAtReadyEnd ?? 0) - state.busyAtZero
    let busyTime = SimDuration(
      nanoseconds: Swift.max(0, busyLaneTime) / Int64(pool.lanesPerInstance))
    busy = Swift.min(price.cost(of: busyTime), ready)
    idle = ready - busy
    draining = charged(until: gone) - starting - ready
    let whole = gone - state.launched
    let short = state.goneAt == nil ? .zero : pool.pool.minimumBilled - whole
    minimum = short > .zero ? price.cost(of: short) : .zero
    life = InstanceLife(
      pool: pool.pool.name, number: state.number, type: pool.pool.instance.name,
      purchase: pool.pool.purchase == .onDemand ? "on_demand" : "spot",
      launched: state.launched, booted: state.booted, imaged: state.imaged, loaded: state.loaded,
      ready: state.readyAt, draining: state.drainingAt, gone: gone, end: Self.end(of: state),
      cost: starting + ready + draining + minimum)
  }

  private static func end(of state: InstanceState) -> InstanceLife.End {
    if state.goneAt == nil { return .running }
    return state.isNoticed ? .interrupted : .scaledDown
  }

  func amount(_ category: LedgerLine.Category) -> Money {
    switch category {
    case .busy: busy
    case .idle: idle
    case .starting: starting
    case .draining: draining
    case .minimum: minimum
    }
  }
}
