import Capacity
import Kernel

/// What the commitments of an architecture change in the bill of the measured span.
///
/// Hour by hour, in the order of the scenario: reserved instances cover machine time of their pool,
/// then savings plans what is left at on-demand prices, each what the one before it left over.
/// What billing rules add to the time lived is not covered.
struct CommitmentBill {
  /// By pool: what covered usage costs less than on demand; negative when it costs more.
  private(set) var savings: [Money]
  /// By pool: fees for reserved instances that were not used.
  private(set) var unused: [Money]
  /// The same of savings plans, over all pools.
  private(set) var planSaving = Money.zero
  private(set) var planUnused = Money.zero
  private(set) var reservable: [ReservableUse] = []

  /// Settles the hours of `uses`, one for each pool; pools that cannot be committed have no use.
  init(_ architecture: Architecture, uses: [HourlyUse]) {
    let pools = architecture.pools
    savings = pools.map { _ in .zero }
    unused = savings
    // At on-demand prices, what is not yet covered: by hour.
    var left = uses.first?.spans.map { _ in Money.zero } ?? []
    for pool in pools.indices where pools[pool].isCommittable {
      settleReserved(of: pool, architecture, uses[pool], left: &left)
    }
    for index in reservable.indices {
      // What the plans are shared with: all that other pools leave to them.
      for (place, hour) in uses[0].wholeHours.enumerated() {
        reservable[index].beside[place] = left[hour] - reservable[index].beside[place]
      }
    }
    for case .savingsPlan(let plan, let discount) in architecture.commitments {
      settle(plan, discount, spans: uses[0].spans, left: &left)
    }
  }

  private mutating func settleReserved(
    of pool: Int, _ architecture: Architecture, _ use: HourlyUse, left: inout [Money]
  ) {
    let name = architecture.pools[pool].name
    let price = architecture.pools[pool].price
    let reserved = architecture.commitments.compactMap { commitment -> ReservedCapacity? in
      if case .reserved(name, let capacity) = commitment { return capacity }
      return nil
    }
    var own = left
    for hour in use.used.indices {
      var rest = use.used[hour]
      for capacity in reserved {
        let covered = min(rest, use.spans[hour] * Int64(capacity.count))
        let bill = capacity.settle(covered, over: use.spans[hour], onDemand: price)
        savings[pool] += price.cost(of: covered) - bill.used
        unused[pool] += bill.wasted
        rest = rest - covered
      }
      own[hour] = price.cost(of: rest)
      left[hour] += own[hour]
    }
    guard let first = reserved.first else { return }
    reservable.append(
      ReservableUse(
        pool: name, reserved: reserved.reduce(0) { $0 + $1.count },
        prices: CommitmentLevel(reserved: first.terms.effectivePrice, onDemand: price),
        hours: use.wholeHours.map { use.used[$0] }, beside: use.wholeHours.map { own[$0] },
        plans: architecture.commitments))
  }

  private mutating func settle(
    _ plan: SavingsPlan, _ discountPerMillion: Int64, spans: [SimDuration], left: inout [Money]
  ) {
    for hour in left.indices {
      let bill = plan.settle(
        left[hour], discountPerMillion: discountPerMillion, over: spans[hour])
      planSaving += left[hour] - bill.onDemand - bill.used
      planUnused += bill.wasted
      left[hour] = bill.onDemand
    }
  }
}

extension Pool {
  /// Whether commitments cover instances of it: those that are rented on demand, which a pool that
  /// buys in spot markets may have too.
  var isCommittable: Bool {
    switch purchase {
    case .onDemand, .market: !isOwned
    case .spot: false
    }
  }
}
