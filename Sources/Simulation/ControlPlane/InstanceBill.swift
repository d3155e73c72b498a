import Capacity
import Kernel

/// What one instance did and cost within the measured span.
///
/// Each part is a difference of what the life has cost at two instants, so parts add up to the
/// whole. What the billing rule adds to the time lived, and what the provider gives back, is booked
/// when the instance is gone.
struct InstanceBill {
  let pool: Int
  /// The node that it has a place on, if the pool has nodes.
  let node: Int?
  /// Whether it was rented on demand.
  let isOnDemand: Bool
  let life: InstanceLife
  /// The time between launch and end within the measured span.
  let lived: SimDuration
  private let starting: Money
  private let busy: Money
  private let idle: Money
  private let draining: Money
  private let minimum: Money
  /// What the provider gives back; not negative.
  private let refund: Money
  private let warm: Money

  /// The bill of a replica, or nil when it was gone before the measured span or never had a
  /// machine. On a node it is charged for its place, rounded down.
  init?(_ state: InstanceState, pool: PoolState, clock: Clock) {
    let gone = state.goneAt ?? clock.end
    guard gone > .zero, let launched = state.launched else { return nil }
    self.pool = state.pool
    node = state.node
    isOnDemand = !pool.pool.isOwned && !pool.isSpot(state)
    let prices = pool.prices(of: state, until: gone)
    let billing = pool.pool.billing
    let places = Int64(pool.pool.replicasPerMachine)
    let first = Swift.max(launched, .zero)
    func charged(until instant: SimTime) -> Money {
      let end = Swift.max(Swift.min(Swift.max(instant, .zero), gone), first)
      let whole = billing.lived(from: launched, between: first, and: end, at: prices)
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
    let busyTime = Int128(Swift.max(0, busyLaneTime)) / Int128(pool.lanesPerInstance)
    let readyTime = Int128((readyEnd - readyAt).nanoseconds)
    let busyShare = Swift.min(busyTime, readyTime)
    busy =
      readyTime > 0
      ? Money(nanodollars: Int64(Int128(ready.nanodollars) * busyShare / readyTime)) : .zero
    idle = ready - busy
    draining = charged(until: gone) - untilReady - ready
    let isWhole = state.goneAt != nil && state.node == nil
    minimum = isWhole ? pool.pool.added(from: launched, until: gone, at: prices) : .zero
    let gross = starting + warm + ready + draining + minimum
    refund =
      isWhole && state.isInterrupted
      ? Swift.min(
        pool.pool.refund(from: launched, interruptedAt: gone, at: prices), gross) : .zero
    life = InstanceLife(
      role: .replica, pool: pool.pool.name, number: state.number, type: pool.pool.instance.name,
      purchase: pool.purchaseName(of: state), zone: pool.zone(of: state)?.name,
      launched: launched, booted: state.booted, imaged: state.imaged, loaded: state.loaded,
      ready: state.readyAt, draining: state.drainingAt, gone: gone, end: Self.end(of: state),
      cost: gross - refund,
      start: .init(
        asked: state.asked, driverReady: state.driverReady, warm: state.warmAt,
        woken: state.wokenAt, imageBytes: state.fetched.image, modelBytes: state.fetched.model))
  }

  private static func end(of state: InstanceState) -> InstanceLife.End {
    if state.goneAt == nil { return .running }
    if state.hasFailed { return .failed }
    return state.isInterrupted ? .interrupted : .scaledDown
  }

  /// What it may be charged for.
  static let categories: [LedgerLine.Category] = [
    .busy, .idle, .starting, .draining, .minimum, .warm, .refund,
  ]

  func amount(_ category: LedgerLine.Category) -> Money {
    switch category {
    case .busy: busy
    case .idle: idle
    case .starting: starting
    case .draining: draining
    case .minimum: minimum
    case .warm: warm
    case .refund: .zero - refund
    default: .zero
    }
  }
}

extension Money {
  /// A share from 0 to 1 of an amount, to the nearest nanodollar.
  func share(_ share: Double) -> Money {
    if share >= 1 { return self }
    return Money(nanodollars: Elementary.nearestInteger(Double(nanodollars) * share))
  }
}
