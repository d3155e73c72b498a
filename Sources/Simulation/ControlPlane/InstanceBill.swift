import Capacity
import Kernel

/// What one instance did and cost within the measured span.
///
/// Each part is a difference of the price function at two instants, so parts add up to the whole.
struct InstanceBill {
  let pool: Int
  /// The node that it has a place on, if the pool has nodes.
  let node: Int?
  let life: InstanceLife
  /// The time between launch and end within the measured span.
  let lived: SimDuration
  private let starting: Money
  private let busy: Money
  private let idle: Money
  private let draining: Money
  private let minimum: Money
  private let warm: Money

  /// The bill of a replica, or nil when it was gone before the measured span or never had a
  /// machine. On a node it is charged for its place, rounded down.
  init?(_ state: InstanceState, pool: PoolState, clock: Clock) {
    let gone = state.goneAt ?? clock.end
    guard gone > .zero, let launched = state.launched else { return nil }
    self.pool = state.pool
    node = state.node
    let price = pool.tariff(of: state)
    let places = Int64(pool.pool.replicasPerMachine)
    let first = Swift.max(launched, .zero)
    func charged(until instant: SimTime) -> Money {
      let whole = price.charge(
        from: first, to: Swift.max(first, Swift.min(Swift.max(instant, .zero), gone)))
      return Money(nanodollars: whole.nanodollars / places)
    }
    lived = gone - first
    let readyAt = Swift.max(state.readyAt ?? gone, first)
    let readyEnd = Swift.max(Swift.min(state.drainingAt ?? gone, gone), readyAt)
    let wokenAt = Swift.max(state.warmAt.map { _ in state.wokenAt ?? gone } ?? first, first)
    let warmAt = Swift.min(Swift.max(state.warmAt ?? first, first), wokenAt)
    let kept = charged(until: wokenAt) - charged(until: warmAt)
    warm = kept.share(pool.pool.warm?.price ?? 1)
    let untilReady = charged(until: readyAt)
    starting = untilReady - kept
    let ready = charged(until: readyEnd) - untilReady
    let busyLaneTime = (state.busyAtReadyEnd ?? 0) - state.busyAtZero
    let busyTime = SimDuration(
      nanoseconds: Swift.max(0, busyLaneTime) / Int64(pool.lanesPerInstance))
    let busyPrice = price.charge(from: readyAt, for: busyTime, until: readyEnd)
    busy = Swift.min(Money(nanodollars: busyPrice.nanodollars / places), ready)
    idle = ready - busy
    draining = charged(until: gone) - untilReady - ready
    let isWhole = state.goneAt != nil && state.node == nil
    let short = isWhole ? pool.pool.minimumBilled - (gone - launched) : .zero
    minimum = short > .zero ? price.charge(from: gone, to: gone + short) : .zero
    life = InstanceLife(
      role: .replica, pool: pool.pool.name, number: state.number, type: pool.pool.instance.name,
      purchase: pool.isSpot(state) ? "spot" : "on_demand", zone: pool.zone(of: state)?.name,
      launched: launched, booted: state.booted, imaged: state.imaged, loaded: state.loaded,
      ready: state.readyAt, draining: state.drainingAt, gone: gone, end: Self.end(of: state),
      cost: starting + warm + ready + draining + minimum,
      start: .init(
        asked: state.asked, driverReady: state.driverReady, warm: state.warmAt,
        woken: state.wokenAt, imageBytes: state.fetched.image, modelBytes: state.fetched.model))
  }

  private static func end(of state: InstanceState) -> InstanceLife.End {
    if state.goneAt == nil { return .running }
    if state.hasFailed { return .failed }
    return state.isNoticed ? .interrupted : .scaledDown
  }

  func amount(_ category: LedgerLine.Category) -> Money {
    switch category {
    case .busy: busy
    case .idle: idle
    case .starting: starting
    case .draining: draining
    case .minimum: minimum
    case .vacant, .requests, .provisioned: .zero
    case .warm: warm
    }
  }
}

extension Money {
  /// A share from 0 to 1 of an amount, to the nearest nanodollar.
  func share(_ share: Double) -> Money {
    Money(nanodollars: Elementary.nearestInteger(Double(nanodollars) * share))
  }
}
